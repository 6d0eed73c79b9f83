import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { cpuTimeUs } from '../processes.ts';
import { interleaved, LONG_WARM_UP, ROUNDS } from '../rounds.ts';
import type { Sample } from '../row.ts';
import { type Platform, type Stage, startBareExpress, startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import type { CrowdOrder } from './crowd.ts';
import { SERVICES } from './join.ts';
import { openRushShop, type Person } from './rush-shop.ts';
import { sendCrowd } from './send-crowd.ts';

const CONNECTIONS = 50;
const REQUESTS = 10_000;
const PEOPLE = 500;
/** Besides those who must be refused: the few who take what a bucket gives back meanwhile, or who wait in the queue. */
const MOST_OTHERS = 0.01;
/** Places in the queue of the gateway whose group-buy stands still. */
const QUEUE = 8;
/** How long group-buy stands still: less than the gateway waits for it. */
const STILL_MS = 7000;

/** One way to be refused: the gateway's limits, who asks, and what holds while they do. */
type Refusal = {
  status: string;
  limits: Record<string, string>;
  people: (everybody: Person[]) => Person[];
  during?: (platform: Platform) => Promise<void>;
};

const REFUSALS: Record<string, Refusal> = {
  user: {
    status: '429',
    limits: { ...WIDE_LIMITS, USER_RATE: '1', USER_BURST: '1' },
    people: ([first]) => (first ? [first] : []),
  },
  activity: {
    status: '429',
    limits: { ...WIDE_LIMITS, ACTIVITY_RATE: '1', ACTIVITY_BURST: '1' },
    people: (everybody) => everybody,
  },
  queue: {
    status: '503',
    limits: { ...WIDE_LIMITS, JOIN_QUEUE: `${QUEUE}` },
    people: (everybody) => everybody,
    during: standStill,
  },
};

/** Group-buy takes no step, so the queue fills up; then it goes on, and answers those who waited. */
async function standStill({ pids }: Platform): Promise<void> {
  const pid = pids.get('group-buy') ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    await pause(STILL_MS);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** CPU time of one answer, when nearly all hear this status. */
async function cpuOf(pid: number, order: CrowdOrder, status: string): Promise<Sample> {
  const before = cpuTimeUs(pid);
  const { statuses, silent } = await sendCrowd(order);
  const count = statuses[status] ?? 0;
  if (count < REQUESTS * (1 - MOST_OTHERS)) throw new Error(`not enough heard ${status}: ${JSON.stringify(statuses)}`);
  if (silent > 0) throw new Error(`${silent} were turned away and not told when to come again`);

  const cpuUs = (cpuTimeUs(pid) - before) / REQUESTS;
  return { value: cpuUs, cpuUs };
}

/** The limit's crowd: as many who say hello. */
function greeting({ folder }: Stage, url: string): CrowdOrder {
  const plain = 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n';
  const file = join(folder, 'hello.http');
  writeFileSync(file, `${plain.length}\n${plain}`.repeat(REQUESTS));
  return { port: Number(new URL(url).port), file, connections: CONNECTIONS };
}

/** What turning somebody away costs the gateway when it is pressed: by a person's limit, an activity's, and the queue. */
export const refusalCpu: Bench = {
  claims: Object.keys(REFUSALS).map((by) => ({
    name: `refusal-cpu-${by}`,
    unit: 'µs CPU/request',
    bar: 1.3,
    holds: 'at-most',
  })),
  measure: async (stage) => {
    const hello = join(stage.folder, 'hello.json');
    writeFileSync(hello, '{"hello":"world"}');
    const platform = await startServices(stage, SERVICES, { gateway: WIDE_LIMITS });
    const bare = await startBareExpress(stage, hello);
    const shop = await openRushShop(stage, platform);
    const everybody = await shop.people(PEOPLE);
    const greeted = greeting(stage, bare.url);
    const results = [];
    for (const [by, { status, limits, people, during }] of Object.entries(REFUSALS)) {
      stage.steps.say(`    ${status}, by the ${by}`);
      await platform.restart('gateway', limits);
      const ours = async () => {
        const who = people(everybody);
        const order = shop.opening(
          Array.from({ length: REQUESTS }, (_, index) => who[index % who.length]).flatMap((one) => one ?? []),
        );
        // The gateway knows the activity, as after any first wish for a seat of it.
        await sendCrowd({ ...shop.opening(everybody.slice(0, 1)), connections: 1 });
        const holding = during?.(platform);
        const sample = await cpuOf(platform.pids.get('gateway') ?? 0, { ...order, connections: CONNECTIONS }, status);
        await holding;
        return sample;
      };
      const limit = () => cpuOf(bare.pid, greeted, '200');
      results.push(await interleaved({ ours, limit, warmUp: LONG_WARM_UP }, ROUNDS, stage.steps.say));
    }
    await shop.close();
    return results;
  },
};
