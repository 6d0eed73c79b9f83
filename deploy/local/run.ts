/** Runs a script with a service's environment of the running stack: `node deploy/local/run.ts SERVICE SCRIPT [args]`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess } from './processes.ts';
import { environmentOfCommand, ROOT, RUN_DIR } from './stack.ts';
import { Refusal, runCommand } from './steps.ts';
import { isServiceName, SERVICE_NAMES } from './system.ts';

await runCommand(async () => {
  const [service = '', script = '', ...args] = process.argv.slice(2);
  if (!isServiceName(service)) throw new Refusal(`The first argument is one of ${SERVICE_NAMES.join(', ')}.`);
  if (!existsSync(join(ROOT, script))) throw new Refusal(`There is no ${script}.`);
  if (!findProcess(RUN_DIR, 'gateway')) throw new Refusal('The platform is not running. Start it with: make up');

  const env = { ...process.env, ...environmentOfCommand(service) };
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env, stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
