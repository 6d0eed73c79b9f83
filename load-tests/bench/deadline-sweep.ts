import { ACTIVITY_TOPIC, GROUP_TOPIC, PLACEMENT_TOPIC } from '@social/contracts/events/group-buy';
import { expireGroups } from '@social/group-buy/deadlines';
import { ensureIndexes, openCollections, openGroups } from '@social/group-buy/store';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { startRelay } from '@social/messaging/outbox';
import { systemClock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import { createLogger } from '@social/runtime/log';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import type { Bench } from './bench.ts';
import { seedGroups } from './open-groups.ts';
import { withCpuOf } from './processes.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Sample } from './row.ts';
import type { Stage } from './stage.ts';

const DUE = 1000;
const OPEN = 100_000;
const GROUP = { size: 10, members: 5 };
const GRACE_MS = 30_000;
const SETTLED_WITHIN_MS = 60_000;

/** Group-buy's documents and its relay to Kafka, in a namespace of its own, with so many groups that are not due. */
async function openGroupBuy({ urls, serverPids }: Stage, open: number) {
  const namespace = `sweep${process.hrtime.bigint()}_`;
  const log = createLogger('bench', 'warn');
  const { client, db } = await openMongo(urls.mongoUrl, namespace, 'group_buy');
  const collections = openCollections(db);
  await ensureIndexes(collections);
  const bus = await openBus({ brokers: urls.kafkaBrokers, namespace, service: 'group-buy', log });
  await ensureTopics(bus, [GROUP_TOPIC, ACTIVITY_TOPIC, PLACEMENT_TOPIC]);
  const groupRelay = startRelay(collections.groups, bus);
  const activityId = newId('act');
  await seedGroups(collections.groups, { ...GROUP, activityId, count: open });

  const groups = openGroups(collections.groups, groupRelay);
  const deps = { collections, groups, clock: systemClock, graceMs: GRACE_MS };
  const sweepAll = async () => {
    while ((await expireGroups(deps)) > 0);
  };
  return {
    /** The time until every group that is due has failed, as the service's sweep does it without its pauses. */
    round: async (): Promise<Sample> => {
      const dueAt = new Date(Date.now() - GRACE_MS - 1000);
      await seedGroups(collections.groups, { ...GROUP, activityId, count: DUE, dueAt });
      const started = performance.now();
      const [, cpuUs] = await withCpuOf([process.pid, serverPids().get('mongo') ?? 0], sweepAll);
      const value = performance.now() - started;
      const { deletedCount } = await eventually(async () => {
        const waiting = await collections.groups.countDocuments({ outbox: { $exists: true } });
        if (waiting > 0) throw new Error(`${waiting} events wait`);
        return collections.groups.deleteMany({ state: 'failed' });
      }, SETTLED_WITHIN_MS);
      if (deletedCount !== DUE) throw new Error(`${deletedCount} groups failed`);
      return { value, cpuUs: cpuUs / DUE };
    },
    close: async () => {
      await groupRelay.stop();
      await bus.close();
      await client.close();
    },
  };
}

/** A thousand groups that did not fill in time, among a hundred thousand that still may and alone. */
export const deadlineSweep: Bench = {
  claims: [{ name: 'deadline-sweep', unit: 'ms, 1,000 due', bar: 1.3, holds: 'at-most' }],
  measure: async (stage) => {
    const among = await stage.steps.step(`${OPEN} open groups`, () => openGroupBuy(stage, OPEN - DUE));
    const alone = await openGroupBuy(stage, 0);
    const rounds = await interleaved({ ours: among.round, limit: alone.round }, ROUNDS, stage.steps.say);
    await Promise.all([among.close(), alone.close()]);
    return [rounds];
  },
};
