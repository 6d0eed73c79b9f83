/**
 * One moment across all databases and Kafka. Documents are read of one cluster time; of the facts those belong to it that
 * were written, each with its document, up to that time, whenever they were published.
 */
import { randomUUID } from 'node:crypto';
import type { Bus } from '@social/messaging/bus';
import { type GroupState, groupsOf, type TopicState, topicsOf } from '@social/messaging/history';
import { readVoids, type VoidRange } from '@social/messaging/voids';
import type { ChangeStream, Collection, Document, MongoClient, Timestamp } from 'mongodb';
import type { CollectionPart } from './header.ts';
import { collectionsAt, isTooEarly, newestTime } from './snapshot.ts';

/** What is taken a backup of, without the namespace. */
export interface Extent {
  namespace: string;
  databases: readonly string[];
  services: readonly string[];
}

export interface Cut {
  clusterTime: Timestamp;
  collections: CollectionPart[];
  /** As they were just before the time. */
  before: TopicState[];
  topics: TopicState[];
  groups: GroupState[];
  /** What of the topics counts no more since an earlier restore. */
  voids: VoidRange[];
  /** Ids of facts that are in the topics by now and were written later, or wait in an outbox of that time as well. */
  later: ReadonlySet<string>;
}

/** Where a backup marks the beginning and the end of its cut. */
const MARKING = { database: 'backup', collection: 'marks' };

const CUT_ATTEMPTS = 10;

/**
 * Takes the cut. The order is what makes it one: consumers' offsets come before the time, so that what they had handled
 * is in the documents; the ends of the topics come after it, so that no fact of that time is missed; and what was
 * written between the time and those ends is known from MongoDB's own stream of changes.
 */
export async function takeCut(client: MongoClient, bus: Bus, extent: Extent): Promise<Cut> {
  const known = (await topicsOf(bus, extent.services)).map(({ name }) => name);
  const voids = await readVoids(bus);
  for (let attempt = 1; ; attempt++) {
    try {
      return { ...(await tryCut(client, bus, extent, await groupsOf(bus, known))), voids };
    } catch (error) {
      if (!isTooEarly(error) || attempt === CUT_ATTEMPTS) throw error;
    }
  }
}

async function tryCut(
  client: MongoClient,
  bus: Bus,
  extent: Extent,
  groups: GroupState[],
): Promise<Omit<Cut, 'voids'>> {
  const { namespace } = extent;
  const db = client.db(`${namespace}${MARKING.database}`);
  const marks = db.collection<Mark>(MARKING.collection);
  return withMark(marks, async () => {
    const before = await topicsOf(bus, extent.services);
    const clusterTime = await newestTime({ db, collection: MARKING.collection });
    const topics = await topicsOf(bus, extent.services);
    const databases = [...extent.databases, MARKING.database].map((database) => `${namespace}${database}`);
    const stream = client.watch(changesOf(databases), { startAtOperationTime: clusterTime });
    const later = await withMark(marks, (end) => factsUntil(stream, end, clusterTime)).finally(() => stream.close());
    const collections: CollectionPart[] = [];
    for (const database of extent.databases) {
      collections.push(...(await collectionsAt(client, { namespace, database, clusterTime })));
    }
    return { clusterTime, collections, before, topics, groups, later };
  });
}

type Mark = { _id: string };

/** Does work while a document is there that was not before. */
async function withMark<T>(marks: Collection<Mark>, work: (id: string) => Promise<T>): Promise<T> {
  const _id = randomUUID();
  await marks.insertOne({ _id }, { writeConcern: { w: 'majority' } });
  try {
    return await work(_id);
  } finally {
    await marks.deleteOne({ _id });
  }
}

const changesOf = (databases: string[]) => [
  { $match: { 'ns.db': { $in: databases }, operationType: { $in: ['insert', 'update', 'replace'] } } },
];

/** Ids of the facts that were put into outboxes after a time, up to the mark that ends it. */
async function factsUntil(stream: ChangeStream, end: string, clusterTime: Timestamp): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const change of stream) {
    if (isOf(change, end)) return ids;
    if (change.clusterTime?.equals(clusterTime)) continue;
    for (const id of factsIn(change)) ids.add(id);
  }
  throw new Error('MongoDB ended its stream of changes');
}

const isOf = (change: Document, id: string): boolean => change.documentKey?._id === id;

/** The facts that one change put into an outbox: of a new document, of a new outbox, or of one place in it. */
export function factsIn(change: Document): string[] {
  const updated = Object.entries(change.updateDescription?.updatedFields ?? {})
    .filter(([field]) => field === 'outbox' || field.startsWith('outbox.'))
    .flatMap(([, value]) => value);
  const written = change.operationType === 'update' ? updated : (change.fullDocument?.outbox ?? []);
  return written.flatMap((fact: Document) => (typeof fact?.id === 'string' ? [fact.id] : []));
}
