import { DomainError } from '@social/contracts/errors';
import type { AnyBulkWriteOperation, Collection, Filter, UpdateFilter } from 'mongodb';
import { batchedFind, DOCUMENT_BATCH } from './batched.ts';
import { groupCommit } from './batcher.ts';
import { writeConflicts } from './metrics.ts';
import { failuresOf } from './mongo.ts';
import { createRecent } from './recent.ts';
import { inThisTrace } from './telemetry.ts';

/** A document that changes only together with its version. It is never deleted. */
export type Versioned = { _id: string; version: number };

/**
 * How a document is from now on, and what goes to the end of lists that others take from at the same time. `next` keeps
 * the values that stay: what is not the same object as before is written.
 */
export type Change<T> = { next: T; append?: { [Field in keyof T]?: unknown[] } };

/** Says what becomes of a document; undefined where it stays as it is. It may be asked again, of a newer one. */
export type Decide<T> = (current: T) => Change<T> | undefined;

/** A document as a decision left it, and whether that decision changed it. */
export type Decided<T> = { document: T; changed: boolean };

export type VersionedDocuments<T> = {
  find: (id: string) => Promise<T | undefined>;
  /** Takes note of documents that were just inserted, so that they need not be read before they are changed. */
  remember: (documents: T[]) => void;
  /**
   * Decides, and decides again when others changed the document meanwhile; undefined when there is none.
   * Errors: what the decision throws; a duplicate key; service-unavailable when it never gets its turn.
   */
  update: (id: string, decide: Decide<T>) => Promise<Decided<T> | undefined>;
};

/** Documents that are remembered as they were last seen here, or up to twice as many. */
const REMEMBERED = 500;

/** How often something is decided before it is given up. */
const ATTEMPTS = 50;

/** MongoDB's word for an insert whose `_id` is not the one that was looked for. */
const IMMUTABLE_FIELD = 66;

/** No document has this id, so MongoDB refuses to make one. */
const NEVER_INSERTED = { $setOnInsert: { _id: '' } };

type Asked<T> = { id: string; decide: Decide<T> };
/** `again`: somebody else wrote first. `alone`: what was decided for it may not be written with the others'. */
type Outcome<T> = Decided<T> | 'absent' | 'again' | 'alone';
/** One document's decisions, one after the other, and what is to be written of them. */
type Plan<T> = {
  before: T;
  after: T;
  appended: Record<string, unknown[]>;
  outcomes: Map<Asked<T>, Outcome<T> | Error>;
};

function plan<T extends Versioned>(before: T, asked: Asked<T>[]): Plan<T> {
  const appended: Record<string, unknown[]> = {};
  let after = before;
  const decideOne = ({ decide }: Asked<T>): Outcome<T> | Error => {
    try {
      const change = decide(after);
      if (!change) return { document: after, changed: false };
      for (const [field, items] of Object.entries(change.append ?? {})) {
        appended[field] = [...(appended[field] ?? []), ...(items ?? [])];
      }
      after = change.next;
      return { document: after, changed: true };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  const outcomes = new Map(asked.map((one) => [one, decideOne(one)]));
  return { before, after, appended, outcomes };
}

/** Whether nothing that was decided is left to be believed unwritten. */
const changesOnly = <T>({ outcomes }: Plan<T>): boolean =>
  [...outcomes.values()].every((outcome) => typeof outcome === 'object' && 'changed' in outcome && outcome.changed);

/** The update that makes one state of a document the next: the fields that differ, and what lists get more of. */
export function updateBetween<T extends Versioned>(
  before: T,
  after: T,
  appended: Record<string, unknown[]> = {},
): UpdateFilter<T> {
  const was = new Map<string, unknown>(Object.entries(before));
  const set = Object.entries(after).filter(([field, value]) => value !== undefined && value !== was.get(field));
  const left = new Set(set.map(([field]) => field));
  const gone = [...was.keys()].filter((field) => !left.has(field) && after[field as keyof T] === undefined);
  const pushed = Object.entries(appended).map(([field, items]) => [field, { $each: items }]);
  return {
    $set: Object.fromEntries(set),
    ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((field) => [field, ''])) } : {}),
    ...(pushed.length > 0 ? { $push: Object.fromEntries(pushed) } : {}),
  } as UpdateFilter<T>;
}

/**
 * Reads and changes the documents of a collection by their ids, many at a time: what is asked while a batch is on its
 * way is read in one `find`, decided one after the other, and written in one `bulkWrite`. What was seen here lately is
 * not read again before it is changed.
 * @param condition what must hold of a document beside its version for it to be written
 */
export function openVersioned<T extends Versioned>(
  collection: Collection<T>,
  condition: Record<string, unknown> = {},
): VersionedDocuments<T> {
  const recent = createRecent<T>(REMEMBERED);
  const filterOf = ({ before }: Plan<T>) => ({ _id: before._id, version: before.version, ...condition }) as Filter<T>;

  const read = async (ids: string[]): Promise<Map<string, T>> => {
    const found = await collection.find<T>({ _id: { $in: [...new Set(ids)] } } as Filter<T>).toArray();
    return new Map(found.map((document) => [document._id, document]));
  };

  /**
   * The places of the plans that could not be written, with MongoDB's code. An update that finds nothing would be
   * counted only, not told; so each becomes an insert then, which the foreign `_id` makes impossible.
   */
  const write = async (plans: Plan<T>[]): Promise<Map<number, number>> => {
    const operations = plans.map((one): AnyBulkWriteOperation<T> => {
      const update = { ...updateBetween(one.before, one.after, one.appended), ...NEVER_INSERTED } as UpdateFilter<T>;
      return { updateOne: { filter: filterOf(one), update, upsert: true } };
    });
    try {
      if (operations.length > 0) await collection.bulkWrite(operations, { ordered: false });
      return new Map();
    } catch (error) {
      return failuresOf(error);
    }
  };

  /**
   * Decides on a document as it is remembered where that changes it, because writing proves the memory true; all else,
   * refusals and what is to stay, is decided on the document as it is read now.
   */
  const planAll = async (asked: Map<string, Asked<T>[]>): Promise<Plan<T>[]> => {
    const fromMemory = [...asked].flatMap(([id, ofOne]) => {
      const before = recent.get(id);
      const decided = before && plan(before, ofOne);
      return decided && changesOnly(decided) ? [decided] : [];
    });
    const planned = new Set(fromMemory.map(({ before }) => before._id));
    const others = [...asked].filter(([id]) => !planned.has(id));
    if (others.length === 0) return fromMemory;

    const found = await read(others.map(([id]) => id));
    const fresh = others.flatMap(([id, ofOne]) => {
      const before = found.get(id);
      return before ? [plan(before, ofOne)] : [];
    });
    return [...fromMemory, ...fresh];
  };

  const commits = groupCommit<Asked<T>, Outcome<T>>(async (asked) => {
    const plans = await planAll(Map.groupBy(asked, ({ id }) => id));
    const changes = plans.filter(({ before, after }) => after !== before);
    const failures = await write(changes);

    for (const { after } of plans) recent.set(after._id, after);
    const outcomes = new Map(plans.flatMap((one) => [...one.outcomes]));
    // What was decided on top of a change that is not written was decided for nothing, refusals among it.
    for (const [place, code] of failures) {
      const failed = changes[place];
      if (!failed) continue;
      recent.forget(failed.before._id);
      const next = code === IMMUTABLE_FIELD ? 'again' : 'alone';
      for (const one of failed.outcomes.keys()) outcomes.set(one, next);
    }
    return asked.map((one) => outcomes.get(one) ?? 'absent');
  }, DOCUMENT_BATCH);

  const decideAlone = async (asked: Asked<T>): Promise<Outcome<T>> => {
    const before = (await read([asked.id])).get(asked.id);
    if (!before) return 'absent';

    const planned = plan(before, [asked]);
    const outcome = planned.outcomes.get(asked) ?? 'absent';
    if (outcome instanceof Error) throw outcome;
    if (planned.after === before) return outcome;

    const update = updateBetween(before, planned.after, planned.appended);
    const { matchedCount } = await collection.updateOne(filterOf(planned), update);
    return matchedCount === 0 ? 'again' : outcome;
  };

  const update = async (id: string, decide: Decide<T>): Promise<Decided<T> | undefined> => {
    const asked = { id, decide: inThisTrace(decide) };
    let outcome: Outcome<T> = 'again';
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      outcome = outcome === 'alone' ? await decideAlone(asked) : await commits.add(asked);
      if (outcome === 'absent') return undefined;
      if (typeof outcome === 'object') return outcome;
      writeConflicts.inc({ collection: collection.collectionName });
    }
    throw new DomainError('service-unavailable', 'it is being changed by others', { retryAfterMs: 1000 });
  };

  const remember = (documents: T[]) => {
    for (const document of documents) recent.set(document._id, document);
  };
  return { remember, find: batchedFind(collection, '_id', ({ _id }) => [_id]), update };
}
