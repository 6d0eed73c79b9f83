import { type Collections, openCollections } from '@social/group-buy/store';
import { MongoClient } from 'mongodb';
import type { Bench } from '../bench.ts';
import { seedGroups } from '../open-groups.ts';
import { interleaved, ROUNDS } from '../rounds.ts';
import type { Sample } from '../row.ts';
import { openShop, type Shop } from '../shop.ts';
import { startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import { accepted, CONNECTIONS, cpuAsValue, type Processes, SERVICES } from './join.ts';
import { openRushShop, type RushShop } from './rush-shop.ts';
import { sendCrowd } from './send-crowd.ts';

/** As large as they may be, so that ten of them hold a crowd. */
const SIZE = 100;
const FEW = 10;
const MANY = 100_000;
/** Each group has its head, and one seat is left for whoever sees to it that the gate is built. */
const JOINS = FEW * (SIZE - 2);
/** A round is short, so there are more of them. */
const TIMES = 3;
const BUILT_WITHIN_MS = 120_000;
const HOUR_MS = 3_600_000;

/**
 * An activity with so many open groups. It starts only when they are written, for once it has, group-buy may count its
 * seats at any time.
 */
async function anActivityOf({ groups, activities }: Collections, shop: Shop, count: number): Promise<string[]> {
  const startsAt = new Date(Date.now() + HOUR_MS);
  const { activityId } = await shop.anActivity({ groupSize: SIZE, stock: SIZE * MANY, startsAt });
  const ids = await seedGroups(groups, { activityId, count, size: SIZE, members: 1 });
  await activities.updateOne({ _id: activityId }, { $set: { starts_at: new Date() } });
  return ids;
}

/** Joins a group of an activity whose gate was never used: it is built from the documents first. */
async function buildGate(shop: RushShop, groupId: string): Promise<void> {
  const until = Date.now() + BUILT_WITHIN_MS;
  for (;;) {
    const { statuses } = await sendCrowd({ ...shop.joining(await shop.people(1), [groupId]), connections: 1 });
    if (statuses['201']) return;
    if (Date.now() > until) throw new Error(`nobody could join: ${JSON.stringify(statuses)}`);
  }
}

/** What joining these groups costs all processes, each taking as many people. */
async function weigh(processes: Processes, shop: RushShop, into: string[]): Promise<Sample> {
  const order = shop.joining(await shop.people(JOINS), into);
  await shop.settled();
  return cpuAsValue(await accepted(processes, { ...order, connections: CONNECTIONS }, shop.settled));
}

/** Joins of an activity in which a hundred thousand groups are open, and of one in which ten are. */
export const openGroups: Bench = {
  claims: [{ name: 'open-groups-cpu', unit: 'µs CPU/join', bar: 1.15, holds: 'at-most' }],
  measure: async (stage) => {
    const platform = await startServices(stage, SERVICES, { gateway: WIDE_LIMITS });
    const processes = new Map([...platform.pids, ...stage.serverPids()]);
    const shop = await openRushShop(stage, platform);
    const client = await MongoClient.connect(stage.urls.mongoUrl);
    const collections = openCollections(client.db(`${platform.namespace}group_buy`));
    const openOf = (count: number) => anActivityOf(collections, openShop(platform), count);
    const many = await stage.steps.step(`${MANY} open groups`, () => openOf(MANY));
    await stage.steps.step('their gate', () => buildGate(shop, many.at(-1) ?? ''));

    // Ten of the hundred thousand, others each time, from all over.
    let used = 0;
    const ours = () => {
      const into = Array.from({ length: FEW }, (_, index) => many[index * (MANY / FEW) + used] ?? '');
      used++;
      return weigh(processes, shop, into);
    };
    const limit = async () => {
      const into = await openOf(FEW);
      await buildGate(shop, into[0] ?? '');
      return weigh(processes, shop, into);
    };
    const rounds = await interleaved({ ours, limit }, ROUNDS * TIMES, stage.steps.say);
    await Promise.all([shop.close(), client.close()]);
    return [rounds];
  },
};
