import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { drive } from './drive.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import { openShop } from './shop.ts';
import type { Stage } from './stage.ts';
import { startBareExpress, startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

const CONNECTIONS = 50;
const SECONDS = 4;

/** A cached product page through the gateway against a bare express that answers the same bytes. */
export const productPage: Bench = {
  claims: [{ name: 'product-page', unit: 'requests/s', bar: 1, holds: 'at-least' }],
  measure: async (stage) => {
    const platform = await startServices(stage, ['identity', 'catalog', 'gateway'], { gateway: WIDE_LIMITS });
    const shop = openShop(platform);
    const { productId } = await shop.aProduct();
    const url = `${platform.url}/v1/products/${productId}`;
    const bare = await startBareExpress(stage, await savedPage(stage, url));

    const load = async (pid: number, address: string) => {
      const driven = await drive(pid, { url: address, connections: CONNECTIONS, seconds: SECONDS });
      return { value: driven.requestsPerSecond, cpuUs: driven.cpuUs };
    };
    const gateway = platform.pids.get('gateway') ?? 0;
    const sides = { ours: () => load(gateway, url), limit: () => load(bare.pid, bare.url) };
    return [await interleaved(sides, ROUNDS, stage.steps.say)];
  },
};

/** The page's bytes in a file, for the limit to answer. */
async function savedPage({ folder }: Stage, url: string): Promise<string> {
  const file = join(folder, 'page.json');
  writeFileSync(file, await (await fetch(url)).text());
  return file;
}
