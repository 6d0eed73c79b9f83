import type { Collection, Db } from 'mongodb';
import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';
import { MONGO } from './need.ts';
import { startSweeper } from './sweeper.ts';
import { whenReachable } from './when-reachable.ts';

/** What keys are for, as they are noted. */
export type KeyPurpose = 'encryption' | 'signing';

/** A key that made something, and when a process last had it in its first place. */
type KeyNote = { _id: string; purpose: KeyPurpose; key_id: string; used_at: Date };

/** How often a process notes the key that it makes with. */
export const NOTE_EVERY_MS = 10_000;

/** After this a key that nobody has noted again is the first of no running process. */
const NOTED_WITHIN_MS = 3 * NOTE_EVERY_MS;

/** Which keys are, or were, in use: what else would have to be looked for in every document. Never the keys themselves. */
export type KeyNotes = {
  /** Notes that the key is in its first place. */
  note: (keyId: string, now: Date) => Promise<void>;
  /** The keys that were noted and not forgotten. */
  noted: () => Promise<{ keyId: string; usedAt: Date }[]>;
  /** Forgets a key under which nothing is left. */
  forget: (keyId: string) => Promise<void>;
};

export function keyNotes(db: Db, purpose: KeyPurpose): KeyNotes {
  const collection: Collection<KeyNote> = db.collection('key_notes');
  const idOf = (keyId: string) => `${purpose}:${keyId}`;
  return {
    note: async (keyId, now) => {
      const $set = { purpose, key_id: keyId };
      await collection.updateOne({ _id: idOf(keyId) }, { $set, $max: { used_at: now } }, { upsert: true });
    },
    noted: async () => {
      const notes = await collection.find({ purpose }).sort({ _id: 1 }).toArray();
      return notes.map(({ key_id: keyId, used_at: usedAt }) => ({ keyId, usedAt }));
    },
    forget: async (keyId) => {
      await collection.deleteOne({ _id: idOf(keyId) });
    },
  };
}

/** Notes the key that a process makes with, now and for as long as it runs. */
export async function keepNoting(notes: KeyNotes, keyId: string, log: Logger, clock: Clock) {
  await notes.note(keyId, clock.now());
  return startSweeper('key in use', NOTE_EVERY_MS, log, () => notes.note(keyId, clock.now()));
}

/** Keys other than this one that a running process makes with. */
export async function othersInUse(notes: KeyNotes, keyId: string, now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - NOTED_WITHIN_MS);
  const noted = await notes.noted();
  return noted.filter((note) => note.keyId !== keyId && note.usedAt > since).map((note) => note.keyId);
}

const ASK_AGAIN_MS = 5000;

/**
 * Waits while a key is missing, and says which: a service that cannot read what is there does not serve. It goes on
 * without a restart when the key is needed no more.
 * @param missing a sentence for each key, with what to do
 * @param onWaiting hears the same until then, and nothing when they fit
 */
export async function whenKeysFit(
  log: Logger,
  missing: () => Promise<string[]>,
  onWaiting: (why?: string) => void,
): Promise<void> {
  for (;;) {
    const sentences = await whenReachable(MONGO, log, missing);
    onWaiting(sentences.join('; ') || undefined);
    if (sentences.length === 0) return;

    for (const sentence of sentences) log.error(sentence);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
