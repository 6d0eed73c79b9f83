import type { Collection, Db, Filter } from 'mongodb';
import { crashPoint } from './crash-point.ts';
import { batchAt, startPace } from './pace.ts';
import type { Progress } from './progress.ts';
import { updateBetween, type Versioned } from './versioned.ts';

/** A change of the form in which documents lie in a collection. */
export type Migration<T extends Versioned> = {
  /** `0001-shipment-to-parcel`; the migrations of a service run in the order of their ids. */
  id: string;
  collection: string;
  /** Finds the documents of the old form; not any more what `up` has brought into the new one. */
  of: Record<string, unknown>;
  /** The document in the new form; undefined where it is to stay as it is. Sets no version. Pure. */
  up: (document: T) => T | undefined;
};

/** How migrations are run: so many documents a second at most, until it is told to stop. */
export type Run = { perSecond: number; stop: AbortSignal; now: () => Date; tell: (progress: Progress) => void };

/** How a migration ended: `before` this run, `done` by it, or `stopped` in the middle. `changed` counts documents. */
export type Outcome = { state: 'before' | 'done' | 'stopped'; changed: number };

/** A migration of documents of any kind. */
export type AnyMigration = { id: string; run: (db: Db, run: Run) => Promise<Outcome> };

/** How far a migration is; kept in `migrations`, so that a run goes on where the last one was. */
type Entry = {
  _id: string;
  state: 'running' | 'done';
  /** Up to this id all documents are of the new form. */
  after: string;
  /** Documents that were looked at and changed, at least: what a crash did not note is not counted. */
  looked: number;
  changed: number;
  /** Changed since it began at the first id. */
  changed_this_time: number;
  about: number;
  begun_at: Date;
  ended_at?: Date;
};

/** Documents that are written together. */
const BATCH = 500;

/** How often a document is read again that others change at the same moment. */
const ATTEMPTS = 50;

type Work<T extends Versioned> = { migration: Migration<T>; documents: Collection<T>; journal: Collection<Entry> };

/** Makes a migration one of a list. */
export const migration = <T extends Versioned>(one: Migration<T>): AnyMigration => ({
  id: one.id,
  run: (db, run) => {
    const documents = db.collection<T>(one.collection);
    return migrate({ migration: one, documents, journal: db.collection<Entry>('migrations') }, run);
  },
});

const filterOf = <T extends Versioned>({ migration: { of } }: Work<T>, more: object = {}): Filter<T> =>
  ({ $and: [of, more] }) as Filter<T>;

/** The changed form of a document. Errors: one that names migration and document. */
function upOf<T extends Versioned>({ id, collection, up }: Migration<T>, before: T): T | undefined {
  try {
    const after = up(before);
    return after === before ? undefined : after;
  } catch (error) {
    throw new Error(`${id} cannot read ${before._id} of ${collection}: ${error}`, { cause: error });
  }
}

/**
 * Writes documents in their new form, each under the version at which it was read, and with the next one, so that
 * whoever decided on the old form decides again. What others changed meanwhile is read again, and so are events that they
 * added: only fields that differ are written. Answers how many were changed.
 */
async function bring<T extends Versioned>(work: Work<T>, page: T[]): Promise<number> {
  let changed = 0;
  let left = page;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const plans = left.flatMap((before) => {
      const after = upOf(work.migration, before);
      return after ? [{ before, after: { ...after, version: before.version + 1 } as T }] : [];
    });
    if (plans.length === 0) return changed;

    const writes = plans.map(({ before, after }) => ({
      updateOne: {
        filter: { _id: before._id, version: before.version } as Filter<T>,
        update: updateBetween(before, after),
      },
    }));
    const { modifiedCount } = await work.documents.bulkWrite(writes, { ordered: false });
    changed += modifiedCount;
    if (modifiedCount === plans.length) return changed;

    const ids = plans.map(({ before }) => before._id);
    left = await work.documents.find<T>(filterOf(work, { _id: { $in: ids } })).toArray();
  }
  throw new Error(`${work.migration.id}: documents change faster than they can be written; run it again`);
}

/** Where a migration goes on or begins; undefined where it is done and nothing of the old form came back. */
async function begin<T extends Versioned>(work: Work<T>, { now }: Run): Promise<Entry | undefined> {
  const { journal, documents, migration } = work;
  const known = await journal.findOne({ _id: migration.id });
  if (known?.state === 'running') return known;
  if (known && !(await documents.findOne(filterOf(work), { projection: { _id: 1 } }))) return undefined;

  const about = await documents.countDocuments(filterOf(work));
  const counts = { after: '', looked: 0, changed: 0, changed_this_time: 0, about };
  const entry: Entry = { _id: migration.id, state: 'running', ...counts, begun_at: now() };
  await journal.replaceOne({ _id: migration.id }, entry, { upsert: true });
  return entry;
}

async function note<T extends Versioned>({ journal }: Work<T>, entry: Entry, change: Partial<Entry>): Promise<Entry> {
  await journal.updateOne({ _id: entry._id }, { $set: change });
  return { ...entry, ...change };
}

/** At the end of the collection: once more from its beginning, where processes of old may have written, or done. */
async function atEnd<T extends Versioned>(work: Work<T>, entry: Entry, now: Date): Promise<Entry> {
  if (entry.changed_this_time > 0) return note(work, entry, { after: '', changed_this_time: 0 });
  return note(work, entry, { state: 'done', ended_at: now });
}

/** In the order of ids, so that a run goes on where the last one was; what it does again changes nothing. */
async function migrate<T extends Versioned>(work: Work<T>, run: Run): Promise<Outcome> {
  const begun = await begin(work, run);
  if (!begun) return { state: 'before', changed: 0 };

  const pace = startPace(run.perSecond, run.stop);
  const limit = batchAt(run.perSecond, BATCH);
  let entry = begun;
  while (entry.state === 'running') {
    if (run.stop.aborted) return { state: 'stopped', changed: entry.changed };
    const behind = filterOf(work, { _id: { $gt: entry.after } });
    const page = await work.documents.find<T>(behind).sort({ _id: 1 }).limit(limit).toArray();
    const last = page.at(-1);
    if (!last) {
      entry = await atEnd(work, entry, run.now());
      continue;
    }
    const changed = await bring(work, page);
    crashPoint('migrated');
    entry = await note(work, entry, {
      ...{ after: last._id, looked: entry.looked + page.length },
      ...{ changed: entry.changed + changed, changed_this_time: entry.changed_this_time + changed },
    });
    run.tell({ done: entry.looked, about: entry.about });
    await pace.done(page.length);
  }
  return { state: 'done', changed: entry.changed };
}

/** Runs what is not done yet, in the order of ids. Errors: two of one id. */
export async function runMigrations(
  db: Db,
  migrations: readonly AnyMigration[],
  runOf: (id: string) => Run,
  ended: (id: string, outcome: Outcome) => void,
): Promise<'done' | 'stopped'> {
  const inOrder = migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (new Set(inOrder.map(({ id }) => id)).size < inOrder.length) throw new Error('two migrations have the same id');

  for (const { id, run } of inOrder) {
    const outcome = await run(db, runOf(id));
    ended(id, outcome);
    if (outcome.state === 'stopped') return 'stopped';
  }
  return 'done';
}
