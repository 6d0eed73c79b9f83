import { isDeepStrictEqual } from 'node:util';
import { batchedFind, batchedInsert } from '@social/runtime/batched';
import { CALLBACKS_DUE_INDEX, type Ledger, openLedger } from '@social/sandbox/ledger';
import { SandboxError } from '@social/sandbox/sandbox-error';
import type { Db } from 'mongodb';
import type { Booking, Parcel } from './domain.ts';

/** Tracking numbers that are tried for one parcel: the first that nobody has. */
const TRACKING_NUMBERS_TRIED = 5;

const notFound = () => new SandboxError(404, 'parcel-not-found', 'there is no such parcel');

/** The indexes of the collection; safe to repeat. */
export async function ensureIndexes(db: Db): Promise<void> {
  await db
    .collection<Parcel>('parcels')
    .createIndexes([
      { key: { out_parcel_no: 1 }, name: 'out_parcel_no', unique: true },
      { key: { next_step_at: 1 }, name: 'steps_due', partialFilterExpression: { next_step_at: { $exists: true } } },
      CALLBACKS_DUE_INDEX,
    ]);
}

export type Parcels = Ledger<Parcel> & {
  /**
   * One parcel a number: a repeat answers the first one, as it is by now. `make` may be asked again, for another
   * tracking number. Errors: 409 parcel-no-reused.
   */
  create: (make: () => Parcel) => Promise<Parcel>;
  /** Errors: 404 parcel-not-found. */
  getByNumber: (outParcelNo: string) => Promise<Parcel>;
  /** Those that are to move, the longest due first. */
  withDueSteps: (now: Date, limit: number) => Promise<Parcel[]>;
};

const contentOf = ({ to, pieces, grams, notify_url }: Booking) => ({ to, pieces, grams, notify_url });

/** The carrier's books. */
export function parcelsIn(db: Db): Parcels {
  const parcels = db.collection<Parcel>('parcels');
  const insert = batchedInsert(parcels);
  const byNumber = batchedFind(parcels, 'out_parcel_no', ({ out_parcel_no }) => [out_parcel_no]);

  const create = async (make: () => Parcel): Promise<Parcel> => {
    for (let tried = 0; tried < TRACKING_NUMBERS_TRIED; tried++) {
      const parcel = make();
      if (await insert(parcel)) return parcel;

      const first = await byNumber(parcel.out_parcel_no);
      if (!first) continue;
      if (isDeepStrictEqual(contentOf(first), contentOf(parcel))) return first;
      throw new SandboxError(409, 'parcel-no-reused', 'this outParcelNo was used for another parcel');
    }
    throw new SandboxError(503, 'unavailable', 'no tracking number is free; the same call may be repeated');
  };

  return {
    ...openLedger(parcels, notFound),
    create,
    getByNumber: async (outParcelNo) => {
      const parcel = await byNumber(outParcelNo);
      if (!parcel) throw notFound();
      return parcel;
    },
    withDueSteps: (now, limit) =>
      parcels
        .find({ next_step_at: { $lte: now } })
        .sort({ next_step_at: 1 })
        .limit(limit)
        .toArray(),
  };
}
