import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { type DriveOrder, drive } from './drive.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Sample } from './row.ts';
import { tokenMint } from './shop.ts';
import { type Platform, type Stage, startBareExpress, startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

const CONNECTIONS = 50;
const SECONDS = 4;
/** Requests of one round in which every token is new. */
const NEW_TOKENS = 12_000;
/** Tokens that are signed between two words of progress. */
const SIGNED_AT_ONCE = 2000;

const unit = 'µs CPU/request';

/** Starts the gateway with those it asks for keys, and the limit: a bare express that says hello. */
async function start(stage: Stage) {
  const hello = join(stage.folder, 'hello.json');
  writeFileSync(hello, '{"hello":"world"}');
  const platform = await startServices(stage, ['identity', 'gateway'], { gateway: WIDE_LIMITS });
  return { platform, bare: await startBareExpress(stage, hello) };
}

async function cpuOf(pid: number, order: DriveOrder): Promise<Sample> {
  const { cpuUs } = await drive(pid, order);
  return { value: cpuUs, cpuUs };
}

const gatewayPid = ({ pids }: Platform): number => pids.get('gateway') ?? 0;

/** Some seconds of requests with one token. */
function warmOrder({ url, secrets }: Platform): DriveOrder {
  const headers = { authorization: `Bearer ${tokenMint(secrets)('shopper')}` };
  return { url: `${url}/v1/session`, connections: CONNECTIONS, seconds: SECONDS, headers };
}

/** Who comes again with the same token: it is verified once and remembered. */
const warmToken: Bench = {
  claims: [{ name: 'gateway-warm', unit, bar: 1.5, holds: 'at-most' }],
  measure: async (stage) => {
    const { platform, bare } = await start(stage);
    const order = warmOrder(platform);
    const sides = {
      ours: () => cpuOf(gatewayPid(platform), order),
      limit: () => cpuOf(bare.pid, { url: bare.url, connections: CONNECTIONS, seconds: SECONDS }),
    };
    return [await interleaved(sides, ROUNDS, stage.steps.say)];
  },
};

/** A rush: every person comes once, so every token has to be verified. */
const newTokens: Bench = {
  claims: [{ name: 'gateway-new-token', unit, bar: 2.2, holds: 'at-most' }],
  measure: async (stage) => {
    const { platform, bare } = await start(stage);
    const file = mintTokens(stage, platform, NEW_TOKENS * (ROUNDS + 1));
    const amount = NEW_TOKENS;
    let used = 0;
    // Both sides are sent the same requests, headers and all.
    const tokens = { file, from: 0 };
    // A few thousand requests do not warm a process up, so each side first gets some seconds of the plain kind.
    await cpuOf(gatewayPid(platform), warmOrder(platform));
    await cpuOf(bare.pid, { url: bare.url, connections: CONNECTIONS, seconds: SECONDS });
    const ours = async () => {
      tokens.from = used;
      used += NEW_TOKENS;
      const url = `${platform.url}/v1/session`;
      return cpuOf(gatewayPid(platform), { url, connections: CONNECTIONS, amount, tokens });
    };
    const limit = () => cpuOf(bare.pid, { url: bare.url, connections: CONNECTIONS, amount, tokens });
    return [await interleaved({ ours, limit }, ROUNDS, stage.steps.say)];
  },
};

/** Signs that many tokens, each of another person, into a file, one a line. */
function mintTokens({ steps, folder }: Stage, { secrets }: Platform, count: number): string {
  const mint = tokenMint(secrets);
  const tokens: string[] = [];
  while (tokens.length < count) {
    tokens.push(mint('shopper'));
    if (tokens.length % SIGNED_AT_ONCE === 0) steps.say(`    ${tokens.length} of ${count} access tokens signed`);
  }
  const file = join(folder, 'tokens.txt');
  writeFileSync(file, tokens.join('\n'));
  return file;
}

export const gatewayCpu: readonly Bench[] = [warmToken, newTokens];
