import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { cpuTimeUs } from '../processes.ts';
import { interleaved, ROUNDS } from '../rounds.ts';
import type { Sample } from '../row.ts';
import { startBareExpress, startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import type { CrowdOrder } from './crowd.ts';
import { GROUP_SIZE, openRushShop } from './rush-shop.ts';
import { sendCrowd } from './send-crowd.ts';

const CONNECTIONS = 50;
const PEOPLE = 500;
/** How often each of them tries in one round. */
const TRIES = 40;

/** Sends a crowd that must all hear the same status; their rate, and the CPU time of the process that answered. */
async function answered(pid: number, order: CrowdOrder, status: string): Promise<Sample> {
  const before = cpuTimeUs(pid);
  const { seconds, statuses } = await sendCrowd(order);
  const count = statuses[status] ?? 0;
  if (count !== PEOPLE * TRIES) throw new Error(`not everybody heard ${status}: ${JSON.stringify(statuses)}`);
  return { value: count / seconds, cpuUs: (cpuTimeUs(pid) - before) / count };
}

/** People who try again and again to open a group where nothing is left: each is known, limited and checked. */
export const soldOut: Bench = {
  claims: [{ name: 'sold-out', unit: 'answers/s', bar: 0.55, holds: 'at-least' }],
  measure: async (stage) => {
    const hello = join(stage.folder, 'hello.json');
    writeFileSync(hello, '{"hello":"world"}');
    const services = ['identity', 'catalog', 'orders', 'group-buy', 'gateway'] as const;
    const platform = await startServices(stage, services, { gateway: WIDE_LIMITS });
    const bare = await startBareExpress(stage, hello);
    const shop = await openRushShop(stage, platform, GROUP_SIZE);
    const [opener, ...people] = await shop.people(PEOPLE + 1);
    if (!opener) throw new Error('nobody came');
    await sendCrowd({ ...shop.opening([opener]), connections: 1 });

    const tries = Array.from({ length: TRIES }, () => people).flat();
    const told = { ...shop.opening(tries), connections: CONNECTIONS };
    const plain = Buffer.from('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    const file = join(stage.folder, 'hello.http');
    writeFileSync(file, Buffer.concat(tries.flatMap(() => [Buffer.from(`${plain.length}\n`), plain])));
    const greeted = { port: Number(new URL(bare.url).port), file, connections: CONNECTIONS };
    const sides = {
      ours: () => answered(platform.pids.get('gateway') ?? 0, told, '409'),
      limit: () => answered(bare.pid, greeted, '200'),
    };
    const rounds = await interleaved(sides, ROUNDS, stage.steps.say);
    await shop.close();
    return [rounds];
  },
};
