/**
 * Runs a k6 test on the running platform: `node load-tests/run.ts NAME`, with the environment of a command of the local
 * stack. Logs the operator in, who has shoppers minted.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTokenOf } from '@social/catalog/api-client';
import { runCommand } from '@social/local/steps';
import { z } from 'zod';
import { readyShoppers } from './shoppers.ts';
import { startSoak } from './soak/soak.ts';

const ROOT = join(import.meta.dirname, '..');

const scenario = process.argv[2] ?? '';
/** How many people a scenario needs, where it is not 500. */
const COMES: Record<string, number> = { smoke: 20, overload: 30_000, 'mixed-day': 1000, 'rush-soak': 1 };

const env = z
  .object({
    PUBLIC_URL: z.url(),
    BOOTSTRAP_OPERATOR_PHONE: z.string(),
    BOOTSTRAP_OPERATOR_PASSWORD: z.string(),
    /** Where the shoppers' tokens are handed to k6. */
    LOAD_DIR: z.string().default(join(ROOT, '.local/load')),
    /** How many people come. */
    SHOPPERS: z.coerce.number().int().min(1).max(100_000).optional(),
  })
  .parse(process.env);

await runCommand(async () => {
  mkdirSync(env.LOAD_DIR, { recursive: true });
  const { PUBLIC_URL: url, BOOTSTRAP_OPERATOR_PHONE: phone, BOOTSTRAP_OPERATOR_PASSWORD: password } = env;
  const operatorToken = await accessTokenOf(url, phone, password);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const shoppers = await readyShoppers({ url, operatorToken, count: env.SHOPPERS ?? COMES[scenario] ?? 500, say });
  const tokens = join(env.LOAD_DIR, 'tokens.json');
  writeFileSync(tokens, JSON.stringify(shoppers), { mode: 0o600 });

  const soak = scenario === 'rush-soak' ? await startSoak({ url, phone, password }, env.LOAD_DIR, say) : undefined;
  const more = { OPERATOR_TOKEN: operatorToken, LOAD_DIR: env.LOAD_DIR, SHOPPERS_FILE: tokens, ...soak?.env };
  const args = ['run', '--quiet', join(import.meta.dirname, 'scenarios', `${scenario}.ts`)];
  const k6 = spawn('k6', args, {
    env: { ...process.env, ...more, PUBLIC_URL: url, K6_NO_USAGE_REPORT: 'true' },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    k6.once('error', reject);
    k6.once('exit', (code) => resolve(code ?? 1));
  });
  if (soak && !(await soak.finish())) process.exitCode = 1;
});
