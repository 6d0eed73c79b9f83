/**
 * Runs a k6 test on the running platform: `node load-tests/run.ts NAME`, with the environment of a command of the local
 * stack. Logs the operator in, and has shoppers ready: registered once, remembered in `.local/load`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTokenOf } from '@social/catalog/api-client';
import { logFile } from '@social/local/processes';
import { RUN_DIR } from '@social/local/stack';
import { runCommand } from '@social/local/steps';
import { z } from 'zod';
import { readyShoppers } from './shoppers.ts';

const ROOT = join(import.meta.dirname, '..');

const env = z
  .object({
    PUBLIC_URL: z.url(),
    BOOTSTRAP_OPERATOR_PHONE: z.string(),
    BOOTSTRAP_OPERATOR_PASSWORD: z.string(),
    /** Where identity writes its log, and with it the one-time codes. */
    IDENTITY_LOG: z.string().default(logFile(RUN_DIR, 'identity')),
    /** Where shoppers are remembered. */
    LOAD_DIR: z.string().default(join(ROOT, '.local/load')),
    /** How many people come. */
    SHOPPERS: z.coerce.number().int().min(1).max(9999).default(500),
  })
  .parse(process.env);

await runCommand(async () => {
  mkdirSync(env.LOAD_DIR, { recursive: true });
  const { PUBLIC_URL: url, BOOTSTRAP_OPERATOR_PHONE: phone, BOOTSTRAP_OPERATOR_PASSWORD: password } = env;
  const shoppers = await readyShoppers({
    url,
    count: env.SHOPPERS,
    identityLog: env.IDENTITY_LOG,
    file: join(env.LOAD_DIR, 'shoppers.json'),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const tokens = join(env.LOAD_DIR, 'tokens.json');
  writeFileSync(tokens, JSON.stringify(shoppers), { mode: 0o600 });

  const more = { OPERATOR_TOKEN: await accessTokenOf(url, phone, password), SHOPPERS_FILE: tokens };
  const args = ['run', '--quiet', join(import.meta.dirname, `${process.argv[2]}.ts`)];
  const k6 = spawn('k6', args, {
    env: { ...process.env, ...more, PUBLIC_URL: url, K6_NO_USAGE_REPORT: 'true' },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    k6.once('error', reject);
    k6.once('exit', (code) => resolve(code ?? 1));
  });
});
