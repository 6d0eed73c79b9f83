import { groupCommit } from '@social/runtime/batcher';
import { crashPoint } from '@social/runtime/crash-point';
import { openLease } from '@social/runtime/lease';
import type { Logger } from '@social/runtime/log';
import { outboxAge } from '@social/runtime/metrics';
import { sweepLeaseMs } from '@social/runtime/shared-sweeper';
import { startSweeper } from '@social/runtime/sweeper';
import type { Collection } from 'mongodb';
import type { Bus } from './bus.ts';
import type { Envelope } from './envelope.ts';

/** The part of an aggregate's document that the relay works on; absent when everything is published. */
export type WithOutbox = { _id: string; outbox?: Envelope[] };

/** Most events that may wait in one document. */
export const OUTBOX_CAP = 64;

/** Add to an update's filter: refuses the write while the outbox is full (Kafka has been away for long). */
export const OUTBOX_HAS_ROOM = { [`outbox.${OUTBOX_CAP - 1}`]: { $exists: false } };

/** What waits longer than this was left behind: whoever wrote it has published it long before, if they live. */
const LEFT_BEHIND_MS = 4000;

/** Documents that a sweep reads, or that are published or cleared, at a time. */
const BATCH = 200;

/** How long what is published may stay in its document; less than LEFT_BEHIND_MS, or it would be published again. */
const CLEAR_AFTER_MS = 250;

/** With so many published events a document is cleared at once, long before its outbox is full. */
const CLEAR_AT = OUTBOX_CAP / 4;

/** The index that the sweep runs on: only documents that have something to publish are in it. */
export const OUTBOX_INDEX = {
  key: { 'outbox.at': 1 },
  name: 'outbox',
  partialFilterExpression: { outbox: { $exists: true } },
} as const;

export type Relay = {
  /** Publishes what was just written, without making the caller wait; a failure is left to the sweep. */
  nudge: (id: string, envelopes: Envelope[]) => void;
  /** Publishes what is older than `olderThanMs`; answers how many documents it found. */
  sweep: (olderThanMs?: number) => Promise<number>;
  stop: () => Promise<void>;
};

/** What waits to be published; without envelopes, whatever the document holds when its turn comes. */
type Pending = { id: string; envelopes?: Envelope[] };
type Due = Required<Pending>;
/** A document's id and those of its events that are published. */
type Published = [id: string, events: string[]];

/**
 * Takes published events out, and the field with the last of them. One update for all documents is a third of the work
 * of one for each; those that have something else in their outbox by now, which are few, need to be looked through.
 */
async function clear(outboxes: Collection<WithOutbox>, due: Published[]): Promise<void> {
  const ids = due.map(([id]) => id);
  const published = due.flatMap(([, events]) => events);
  const nothingElse = { $exists: true, $not: { $elemMatch: { id: { $nin: published } } } };
  const { matchedCount } = await outboxes.updateMany(
    { _id: { $in: ids }, outbox: nothingElse },
    { $unset: { outbox: '' } },
  );
  if (matchedCount === ids.length) return;

  const left = { $filter: { input: '$outbox', cond: { $not: { $in: ['$$this.id', published] } } } };
  await outboxes.updateMany({ _id: { $in: ids }, outbox: { $exists: true } }, [
    { $set: { outbox: left } },
    { $set: { outbox: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$outbox'] } } },
  ]);
}

type Clearing = {
  /** These are published: they are taken out soon. */
  add: (due: Due[]) => void;
  /** Takes out all that was added. Errors: those of MongoDB; the sweep publishes what is left once more. */
  now: () => Promise<void>;
};

/**
 * Takes published events out of their documents some time later, because nobody waits for it: an order that is paid and
 * released meanwhile is cleared once, a group that ten have joined once instead of ten times.
 */
function startClearing(outboxes: Collection<WithOutbox>, log: Logger): Clearing {
  let published = new Map<string, string[]>();
  let timer: NodeJS.Timeout | undefined;
  let clearing = Promise.resolve();
  const clearAll = async (due: Published[]) => {
    for (let at = 0; at < due.length; at += BATCH) await clear(outboxes, due.slice(at, at + BATCH));
  };
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    const due = [...published];
    published = new Map();
    clearing = clearing.catch(() => {}).then(() => clearAll(due));
    return clearing;
  };
  const later = () => {
    now().catch((error) => log.warn({ err: error }, 'what is published could not be taken out'));
  };
  return {
    now,
    add: (due) => {
      let isMuch = false;
      for (const { id, envelopes } of due) {
        const events = [...(published.get(id) ?? []), ...envelopes.map((envelope) => envelope.id)];
        published.set(id, events);
        isMuch ||= events.length >= CLEAR_AT || published.size >= BATCH;
      }
      if (isMuch) later();
      else timer ??= setTimeout(later, CLEAR_AFTER_MS);
    },
  };
}

/**
 * Says what to publish, in each aggregate's order. A document that is `behind` (a publish of it failed) is published
 * whole, so that an event that was written later does not pass the one that is still waiting.
 */
async function inOrder(
  outboxes: Collection<WithOutbox>,
  pending: Pending[],
  behind: ReadonlySet<string>,
): Promise<Due[]> {
  const whole = new Set(pending.filter(({ id, envelopes }) => !envelopes || behind.has(id)).map(({ id }) => id));
  const direct = pending.flatMap(({ id, envelopes }) => (envelopes && !whole.has(id) ? [{ id, envelopes }] : []));
  if (whole.size === 0) return direct;

  const found = await outboxes
    .find({ _id: { $in: [...whole] }, outbox: { $exists: true } }, { projection: { outbox: 1 } })
    .toArray();
  return [...direct, ...found.map(({ _id, outbox }) => ({ id: _id, envelopes: outbox ?? [] }))];
}

type Publisher = {
  add: (pending: Pending) => Promise<void>;
  /** Resolves when all is published and cleared. */
  idle: () => Promise<void>;
  /** Forgets failures of its own that another replica's sweep has made good. */
  catchUp: () => Promise<void>;
};

/** Publishes, one batch after the other; then clears. */
function startPublisher(outboxes: Collection<WithOutbox>, bus: Bus): Publisher {
  const behind = new Set<string>();
  const clearing = startClearing(outboxes, bus.log);
  const catchUp = async () => {
    const ids = [...behind].slice(0, BATCH);
    if (ids.length === 0) return;

    const waiting = { _id: { $in: ids }, outbox: { $exists: true } };
    const found = await outboxes.find(waiting, { projection: { _id: 1 } }).toArray();
    const left = new Set(found.map(({ _id }) => _id));
    for (const id of ids) if (!left.has(id)) behind.delete(id);
  };
  const commits = groupCommit<Pending, void>(
    async (pending) => {
      try {
        const due = await inOrder(outboxes, pending, behind);
        if (due.length > 0) {
          await bus.publish(due.flatMap(({ envelopes }) => envelopes));
          crashPoint('published');
          clearing.add(due);
          // A sweep would find them again.
          if (pending.some(({ envelopes }) => !envelopes)) await clearing.now();
        }
      } catch (error) {
        for (const { id } of pending) behind.add(id);
        bus.log.warn({ err: error, aggregates: pending.length }, 'publishing is left to the sweep');
        throw error;
      }
      for (const { id } of pending) behind.delete(id);
      return pending.map(() => undefined);
    },
    { maxBatch: BATCH, maxQueue: 10_000 },
  );
  const idle = async () => {
    await commits.idle();
    await clearing.now().catch((error) => bus.log.warn({ err: error }, 'what is published is left to the next sweep'));
  };
  return { add: commits.add, idle, catchUp };
}

/**
 * Publishes the outboxes of one collection: at once after a write, and by a sweep for what a crash left behind. Each
 * replica publishes what it wrote itself; one of them sweeps, by a lease in the collection's database.
 */
export function startRelay<T extends WithOutbox>(collection: Collection<T>, bus: Bus, sweepEveryMs = 1000): Relay {
  // The relay sees only the outbox of whatever aggregate lives here.
  const outboxes = collection as unknown as Collection<WithOutbox>;
  const publisher = startPublisher(outboxes, bus);
  const sweep = async (olderThanMs = LEFT_BEHIND_MS): Promise<number> => {
    const cutoff = new Date(Date.now() - olderThanMs);
    const found = await outboxes
      .find({ outbox: { $exists: true }, 'outbox.at': { $lte: cutoff } }, { projection: { outbox: { $slice: 1 } } })
      .sort({ 'outbox.at': 1 })
      .limit(BATCH)
      .toArray();
    const oldest = found[0]?.outbox?.[0]?.at;
    outboxAge.set({ collection: collection.collectionName }, oldest ? (Date.now() - oldest.getTime()) / 1000 : 0);
    await Promise.all(found.map(({ _id }) => publisher.add({ id: _id })));
    return found.length < BATCH ? found.length : found.length + (await sweep(olderThanMs));
  };
  // What a crash left comes before what is written from now on. What another replica is just publishing is then
  // published twice, for nobody can tell the one from the other.
  const first = sweep(0).catch((error) => bus.log.warn({ err: error }, 'first sweep failed'));
  const name = `outbox ${collection.collectionName}`;
  const lease = openLease(collection.db, name, sweepLeaseMs(sweepEveryMs));
  const stopSweeper = startSweeper(name, sweepEveryMs, bus.log, async () => {
    if ((await lease.under(sweep)) !== undefined) return;

    // The age is told by the replica that sweeps; one from an earlier turn would stand for ever.
    outboxAge.remove({ collection: collection.collectionName });
    await publisher.catchUp();
  });

  return {
    nudge: (id, envelopes) => {
      if (envelopes.length === 0) return;
      crashPoint('written');
      publisher.add({ id, envelopes }).catch(() => {});
    },
    sweep,
    stop: async () => {
      await stopSweeper();
      await lease.release();
      await first;
      await publisher.idle();
    },
  };
}
