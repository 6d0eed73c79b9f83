import { randomInt, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { BlindIndex } from '@social/runtime/blind-index';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import type { CodeSender } from './code-sender.ts';

export const PURPOSES = ['register', 'log-in', 'reset-password', 'change-phone'] as const;
/** What a code is good for; it opens nothing else. */
export type Purpose = (typeof PURPOSES)[number];

/** How long a code is good, in milliseconds. */
export const CODE_LIFE_MS = 5 * 60 * 1000;
/** Least time between two codes to one phone for one purpose. */
export const CODE_PAUSE_MS = 60 * 1000;
/** Most codes to one phone for one purpose in a day: with 5 tries each, guessing one stays hopeless. */
export const CODES_A_DAY = 20;
export const CODE_TRIES = 5;

const DAY_MS = 24 * 60 * 60 * 1000;

type CodeDoc = {
  /** `<purpose>:<blind index of the phone>`. */
  _id: string;
  code_hash: string;
  tries: number;
  sent_at: Date;
  expires_at: Date;
  /** The request that used the code up; the same one may come again after a crash. */
  used_by?: string;
  day_from: Date;
  sent_that_day: number;
};

/** A code that was right: to be used up in the moment of its effect. */
export type Proof = { id: string; codeHash: string };

export type Codes = {
  /** Sends a code to a phone, whether or not it has an account. Errors: code-too-often. */
  send: (phone: string, purpose: Purpose) => Promise<{ expiresAt: Date }>;
  /** Checks a code without using it up; counts as a try. Errors: code-wrong. */
  prove: (phone: string, purpose: Purpose, code: string, usedBy: string) => Promise<Proof>;
  /** Uses a proven code up, once. Errors: code-wrong (someone was quicker, or a newer code was sent). */
  use: (proof: Proof, usedBy: string) => Promise<void>;
};

export type CodesDeps = {
  db: Db;
  clock: Clock;
  sender: CodeSender;
  /** Of phones and codes: six digits alone could be guessed from a plain hash. */
  index: BlindIndex;
};

const sixDigits = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0');

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Only where nobody or the same request used the code. */
const unusedBut = (usedBy: string) => ({ $or: [{ used_by: { $exists: false } }, { used_by: usedBy }] });

/** A code after which another may go: its pause is over, and not all of the day's are sent. */
const mayGo = (now: Date) => ({
  sent_at: { $lte: new Date(now.getTime() - CODE_PAUSE_MS) },
  $or: [{ day_from: { $lte: new Date(now.getTime() - DAY_MS) } }, { sent_that_day: { $lt: CODES_A_DAY } }],
});

/** The write that puts a new code in the place of the last one. */
const replacing = (codeHash: string, now: Date) => {
  const sameDay = { $gt: ['$day_from', new Date(now.getTime() - DAY_MS)] };
  return [
    {
      $set: {
        code_hash: codeHash,
        tries: 0,
        sent_at: now,
        expires_at: new Date(now.getTime() + CODE_LIFE_MS),
        day_from: { $cond: [sameDay, '$day_from', now] },
        sent_that_day: { $cond: [sameDay, { $add: ['$sent_that_day', 1] }, 1] },
      },
    },
    { $unset: 'used_by' },
  ];
};

/** Refuses when the last code is too young, or the day's are used up. */
function refusal(last: CodeDoc | null, now: Date): DomainError {
  const pause = (last?.sent_at.getTime() ?? 0) + CODE_PAUSE_MS;
  const day = (last?.day_from.getTime() ?? 0) + DAY_MS;
  const isDayUsedUp = last !== null && last.sent_that_day >= CODES_A_DAY;
  const retryAfterMs = Math.max(1000, (isDayUsedUp ? Math.max(day, pause) : pause) - now.getTime());
  return new DomainError('code-too-often', undefined, { retryAfterMs });
}

const codesOf = (db: Db): Collection<CodeDoc> => db.collection('one_time_codes');

/** The index of the collection; safe to repeat. */
export const ensureCodeIndexes = (db: Db): Promise<unknown> =>
  codesOf(db).createIndex({ day_from: 1 }, { name: 'gone', expireAfterSeconds: (2 * DAY_MS) / 1000 });

/** One-time codes, kept in MongoDB so that they outlive a restart of Redis; only their keyed hash is stored. */
export async function openCodes({ db, clock, sender, index }: CodesDeps): Promise<Codes> {
  const collection = codesOf(db);
  await ensureCodeIndexes(db);
  /** Where a phone's code is kept, and where a process kept it that has another first key. */
  const idsOf = (phone: string, purpose: Purpose) => {
    const [id, ...elsewhere] = index.of(phone).map((fingerprint) => `${purpose}:${fingerprint}`);
    return { id: id ?? '', elsewhere };
  };

  /** While keys change: a code that was sent under another one counts as the last, and is replaced. Errors: code-too-often. */
  const replaceElsewhere = async (ids: string[], now: Date): Promise<void> => {
    if (ids.length === 0) return;
    const { deletedCount } = await collection.deleteMany({ _id: { $in: ids }, ...mayGo(now) });
    if (deletedCount > 0) return;
    const last = await collection.findOne({ _id: { $in: ids } });
    if (last) throw refusal(last, now);
  };
  const store = async (id: string, codeHash: string, now: Date): Promise<void> => {
    try {
      await collection.updateOne({ _id: id, ...mayGo(now) }, replacing(codeHash, now), { upsert: true });
    } catch (error) {
      // The upsert found the id taken by a document that the filter refuses.
      if (isDuplicateKey(error)) throw refusal(await collection.findOne({ _id: id }), now);
      throw error;
    }
  };

  return {
    send: async (phone, purpose) => {
      const now = clock.now();
      const { id, elsewhere } = idsOf(phone, purpose);
      const code = sixDigits();
      await replaceElsewhere(elsewhere, now);
      await store(id, index.first(`${id}:${code}`), now);
      await sender.send({ phone, purpose, code });
      return { expiresAt: new Date(now.getTime() + CODE_LIFE_MS) };
    },
    prove: async (phone, purpose, code, usedBy) => {
      const { id, elsewhere } = idsOf(phone, purpose);
      const alive = { tries: { $lt: CODE_TRIES }, expires_at: { $gt: clock.now() }, ...unusedBut(usedBy) };
      const tried = await collection.findOneAndUpdate(
        { _id: { $in: [id, ...elsewhere] }, ...alive },
        { $inc: { tries: 1 } },
      );
      const codeHash = tried && index.of(`${tried._id}:${code}`).find((hash) => sameText(tried.code_hash, hash));
      if (!codeHash) throw new DomainError('code-wrong');

      return { id: tried._id, codeHash };
    },
    use: async ({ id, codeHash }, usedBy) => {
      const unused = { _id: id, code_hash: codeHash, ...unusedBut(usedBy) };
      const { matchedCount } = await collection.updateOne(unused, { $set: { used_by: usedBy } });
      if (matchedCount === 0) throw new DomainError('code-wrong');
    },
  };
}
