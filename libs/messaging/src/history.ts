/** Everything that topics hold, as a backup reads it and a restore puts it back. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Consumer, ConsumerRunConfig, IHeaders } from 'kafkajs';
import { type Bus, ensureTopics } from './bus.ts';

/** A topic, without the namespace, and the offsets of its partitions: from `low` up to, not including, `high`. */
export type TopicState = { name: string; partitions: { partition: number; low: number; high: number }[] };

/** The next offset that a group of consumers, without the namespace, would read of each partition. */
export type GroupState = { name: string; offsets: PartitionOffset[] };
export type PartitionOffset = { topic: string; partition: number; offset: number };

/** A message as it lies in a topic; `timestamp` is epoch milliseconds. */
export type Recorded = {
  topic: string;
  partition: number;
  offset: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
  timestamp: string;
};

/** How long a consumer that was killed is waited for: brokers count it as alive for its session of 6 s. */
const LEFT_WITHIN_MS = 20_000;
const GONE_WITHIN_MS = 30_000;

/** A broker that has just started lets nobody join for a while: it reads its groups first. */
const JOINED_WITHIN_MS = 30_000;

async function withAdmin<T>(bus: Bus, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = bus.kafka.admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The topics of these services, dead letters among them: their names begin with a service's. */
export const topicsOf = (bus: Bus, services: readonly string[]): Promise<TopicState[]> =>
  withAdmin(bus, async (admin) => {
    const own = (await admin.listTopics())
      .filter((topic) => topic.startsWith(bus.namespace))
      .map((topic) => topic.slice(bus.namespace.length))
      .filter((topic) => services.some((service) => topic.startsWith(`${service}.`)))
      .sort();
    return Promise.all(
      own.map(async (name) => {
        const offsets = await admin.fetchTopicOffsets(`${bus.namespace}${name}`);
        const partitions = offsets.map(({ partition, low, high }) => ({
          partition,
          low: Number(low),
          high: Number(high),
        }));
        return { name, partitions: partitions.sort((a, b) => a.partition - b.partition) };
      }),
    );
  });

/** The groups that have read these topics, and how far. */
export const groupsOf = (bus: Bus, topics: readonly string[]): Promise<GroupState[]> =>
  withAdmin(bus, async (admin) => {
    if (topics.length === 0) return [];

    const names = topics.map((topic) => `${bus.namespace}${topic}`);
    const { groups } = await admin.listGroups();
    const own = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(bus.namespace));
    const states = await Promise.all(
      own.map(async (groupId) => {
        const found = await admin.fetchOffsets({ groupId, topics: names });
        const offsets = found.flatMap(({ topic, partitions }) =>
          partitions
            .filter(({ offset }) => Number(offset) >= 0)
            .map(({ partition, offset }) => ({
              topic: topic.slice(bus.namespace.length),
              partition,
              offset: Number(offset),
            })),
        );
        return { name: groupId.slice(bus.namespace.length), offsets };
      }),
    );
    return states.filter(({ offsets }) => offsets.length > 0);
  });

/** A group of consumers, and what it reads; both with the namespace. */
type Reading = { groupId: string; topics: string[] };

/**
 * Reads as one consumer, committing nothing, until `work`, which begins when it has joined its group, is done. It may have
 * to read from the beginning again. Errors: what `fail` was told; a crash that it does not recover from in time.
 */
async function readAs(
  bus: Bus,
  { groupId, topics }: Reading,
  runWith: (fail: (error: unknown) => void) => ConsumerRunConfig,
  work: (consumer: Consumer) => Promise<void>,
): Promise<void> {
  const consumer = bus.kafka.consumer({ groupId, maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  const joined = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  const deadline = Date.now() + JOINED_WITHIN_MS;
  consumer.on('consumer.group_join', () => joined.resolve());
  consumer.on('consumer.crash', ({ payload }) => {
    if (!payload.restart || Date.now() > deadline) failed.reject(payload.error);
  });
  const reading = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({ autoCommit: false, ...runWith(failed.reject) });
    await joined.promise;
    await work(consumer);
  };
  try {
    await Promise.race([reading(), failed.promise]);
  } finally {
    await consumer.disconnect();
  }
}

/** Hands over what lies in the topics from and to where their states say, in each partition's order, everything once. */
export async function readHistory(
  bus: Bus,
  topics: TopicState[],
  visit: (message: Recorded) => Promise<void>,
): Promise<void> {
  const wanted = topics.filter(({ partitions }) => partitions.some(({ low, high }) => low < high));
  const left = new Map(
    wanted.flatMap(({ name, partitions }) =>
      partitions
        .filter(({ low, high }) => low < high)
        .map(({ partition, low, high }) => [`${name}/${partition}`, { next: low, high }]),
    ),
  );
  if (left.size === 0) return;

  const { promise: readAll, resolve } = Promise.withResolvers<void>();
  const visitOne = async (message: Recorded) => {
    const place = `${message.topic}/${message.partition}`;
    const range = left.get(place);
    if (!range || message.offset < range.next) return;
    if (message.offset < range.high) await visit(message);
    range.next = message.offset + 1;
    if (range.next >= range.high) left.delete(place);
    if (left.size === 0) resolve();
  };
  const groupId = `${bus.namespace}history-${randomUUID()}`;
  const runWith = (fail: (error: unknown) => void): ConsumerRunConfig => ({
    eachMessage: ({ topic, partition, message }) => {
      const { key, value, headers = {}, timestamp } = message;
      const place = { topic: topic.slice(bus.namespace.length), partition, offset: Number(message.offset) };
      return visitOne({ ...place, key, value, headers, timestamp }).catch(fail);
    },
  });
  /** Nothing is read of before a range; what is there already for it is passed over. */
  const skip = (consumer: Consumer) => {
    for (const { name, partitions } of wanted) {
      const topic = `${bus.namespace}${name}`;
      for (const { partition, high } of partitions) {
        const next = left.get(`${name}/${partition}`)?.next ?? high;
        if (next > 0) consumer.seek({ topic, partition, offset: `${next}` });
      }
    }
  };
  const names = wanted.map(({ name }) => name);
  try {
    await readAs(bus, { groupId, topics: named(bus, names) }, runWith, (consumer) => {
      skip(consumer);
      return readAll;
    });
  } finally {
    await withAdmin(bus, (admin) => admin.deleteGroups([groupId])).catch(() => {});
  }
}

/** Resolves with the names of the groups, of those given, that still have consumers after all had time to leave. */
export async function groupsAtWork(bus: Bus, groups: readonly string[]): Promise<string[]> {
  const deadline = Date.now() + LEFT_WITHIN_MS;
  for (;;) {
    const busy = await withAdmin(bus, async (admin) => {
      if (groups.length === 0) return [];
      const described = await admin.describeGroups(groups.map((group) => `${bus.namespace}${group}`));
      return described.groups.filter(({ members }) => members.length > 0).map(({ groupId }) => groupId);
    });
    if (busy.length === 0 || Date.now() > deadline) return busy.map((id) => id.slice(bus.namespace.length));
    await pause(250);
  }
}

const named = (bus: Bus, names: readonly string[]) => names.map((name) => `${bus.namespace}${name}`);

/** Deletes groups with their offsets: they begin at the beginning again. None may be reading. */
export const forgetGroups = (bus: Bus, groups: readonly string[]): Promise<void> =>
  withAdmin(bus, async (admin) => {
    if (groups.length > 0) await admin.deleteGroups(named(bus, groups));
  });

/** Deletes topics with all that they hold, and makes topics of these shapes, empty. Nobody may be reading. */
export async function replaceTopics(
  bus: Bus,
  old: readonly string[],
  shapes: readonly { name: string; partitions: number }[],
): Promise<void> {
  await withAdmin(bus, async (admin) => {
    if (old.length > 0) await admin.deleteTopics({ topics: named(bus, old) });
    const gone = new Set(named(bus, old));
    const deadline = Date.now() + GONE_WITHIN_MS;
    while ((await admin.listTopics()).some((topic) => gone.has(topic))) {
      if (Date.now() > deadline) throw new Error('topics that were deleted are still there');
      await pause(50);
    }
  });
  for (const [partitions, some] of Map.groupBy(shapes, (shape) => shape.partitions)) {
    const names = some.map(({ name }) => name);
    await ensureTopics(bus, names, partitions);
  }
}

/** Says how far a group without consumers has come; what it has no offset of, it reads from the beginning. */
export async function setGroupOffsets(bus: Bus, { name, offsets }: GroupState): Promise<void> {
  if (offsets.length === 0) return;

  const places = offsets.map(({ topic, partition, offset }) => ({
    topic: `${bus.namespace}${topic}`,
    partition,
    offset: `${offset}`,
  }));
  const topics = [...new Set(places.map(({ topic }) => topic))];
  const nothing = () => ({ eachBatchAutoResolve: false, eachBatch: async () => {} });
  await readAs(bus, { groupId: `${bus.namespace}${name}`, topics }, nothing, (consumer) =>
    consumer.commitOffsets(places),
  );
}
