import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Collection, Db } from 'mongodb';

/** Tries of a password in one window; the next ones are refused without hashing, right or wrong. */
export const MAX_TRIES = 10;
export const WINDOW_MS = 15 * 60 * 1000;

type AttemptsDoc = { _id: string; since: Date; count: number };

export type Attempts = {
  /**
   * Counts a try before the password is looked at, so that many at once count as well.
   * Errors: credentials-wrong with `retryAfterMs` when the window is used up.
   */
  begin: (phoneIndex: string) => Promise<void>;
  /** Takes a try back that came to nothing, because the hashing queue was full. */
  undo: (phoneIndex: string) => Promise<void>;
  /** Forgets the tries after the right password. */
  clear: (phoneIndex: string) => Promise<void>;
};

/** Counts a try, opening a new window when the last one is over. */
const counting = (now: Date) => {
  const inWindow = { $gt: ['$since', new Date(now.getTime() - WINDOW_MS)] };
  const count = { $cond: [inWindow, { $add: ['$count', 1] }, 1] };
  return [{ $set: { since: { $cond: [inWindow, '$since', now] }, count } }];
};

/** Bounds wrong passwords by phone, whether or not it has an account: the answers are the same for both. */
export async function openAttempts(db: Db, clock: Clock): Promise<Attempts> {
  const collection: Collection<AttemptsDoc> = db.collection('log_in_attempts');
  await collection.createIndex({ since: 1 }, { name: 'gone', expireAfterSeconds: WINDOW_MS / 1000 });

  return {
    begin: async (phoneIndex) => {
      const now = clock.now();
      const options = { upsert: true, returnDocument: 'after' } as const;
      const counted = await collection.findOneAndUpdate({ _id: phoneIndex }, counting(now), options);
      if (!counted || counted.count <= MAX_TRIES) return;

      const retryAfterMs = counted.since.getTime() + WINDOW_MS - now.getTime();
      throw new DomainError('credentials-wrong', undefined, { retryAfterMs });
    },
    undo: async (phoneIndex) => {
      await collection.updateOne({ _id: phoneIndex, count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
    clear: async (phoneIndex) => {
      await collection.deleteOne({ _id: phoneIndex });
    },
  };
}
