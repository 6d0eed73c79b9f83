import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SERVICE_NAMES } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { MongoClient } from 'mongodb';
import type { Bench } from '../bench.ts';
import { cpuTimeUs } from '../processes.ts';
import { interleaved, LONG_WARM_UP, ROUNDS } from '../rounds.ts';
import type { Sample } from '../row.ts';
import { type Platform, type Stage, startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import type { FlowOrder, FlowResult } from './flow.ts';
import { CONNECTIONS, type Processes, platformSide } from './join.ts';
import { GROUP_SIZE, openRushShop } from './rush-shop.ts';

const JOINS = 4000;
const GROUPS = 150;
const DONE_WITHIN_MS = 120_000;

async function sendFlow(order: FlowOrder): Promise<FlowResult> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'flow.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  const told = await text(child.stdout);
  if (told === '') throw new Error('not everybody could buy');
  return JSON.parse(told);
}

type Work = { stage: Stage; platform: Platform; client: MongoClient; processes: Processes };

/** Flows a second of a crowd, from the first request until its last group succeeded and all its orders may ship. */
async function flows({ stage, platform, client, processes }: Work): Promise<Sample> {
  const shop = await openRushShop(stage, platform);
  const { activityId } = shop;
  const people = await shop.people(GROUPS * GROUP_SIZE);
  const database = (name: string) => client.db(`${platform.namespace}${name}`);
  const groups = database('group_buy').collection('groups');
  const done = async () => {
    const ready = { 'group.activity_id': activityId, state: 'pending_shipment' };
    const [full, paid] = await Promise.all([
      groups.countDocuments({ activity_id: activityId, state: 'succeeded' }),
      database('orders').collection('orders').countDocuments(ready),
    ]);
    if (full < GROUPS || paid < people.length) throw new Error(`${full} groups succeeded, ${paid} orders may ship`);
    return Date.now();
  };
  const before = [...processes.values()].map(cpuTimeUs);
  const order = { url: platform.url, activityId, people, groups: GROUPS, atOnce: CONNECTIONS };
  const { startedAt, paidAt } = await sendFlow(order);
  const doneAt = await eventually(done, DONE_WITHIN_MS);
  await shop.settled();
  await shop.close();
  const each = [...processes].map(([name, pid], index): [string, number] => [
    name,
    (cpuTimeUs(pid) - (before[index] ?? 0)) / people.length,
  ]);
  stage.steps.say(
    `      ready ${doneAt - paidAt} ms after the last had paid; µs: ${each.map(([name, us]) => `${name} ${us.toFixed(0)}`).join(', ')}`,
  );
  const cpuUs = each.reduce((sum, [, us]) => sum + us, 0);
  return { value: people.length / ((doneAt - startedAt) / 1000), cpuUs };
}

/** People who buy together to the end, against people who only join. */
export const wholeFlow: Bench = {
  claims: [{ name: 'whole-flow', unit: 'flows/s', bar: 0.2, holds: 'at-least' }],
  measure: async (stage) => {
    const platform = await startServices(stage, SERVICE_NAMES, { gateway: WIDE_LIMITS });
    const { shop, crowd, weigh } = await platformSide(stage, platform, JOINS, CONNECTIONS);
    const client = await MongoClient.connect(stage.urls.mongoUrl);
    const processes = new Map([...platform.pids, ...stage.serverPids()]);
    const sides = {
      ours: () => flows({ stage, platform, client, processes }),
      limit: async () => weigh(await crowd()),
      warmUp: LONG_WARM_UP,
    };
    const rounds = await interleaved(sides, ROUNDS, stage.steps.say);
    await Promise.all([shop.close(), client.close()]);
    return [rounds];
  },
};
