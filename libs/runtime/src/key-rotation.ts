import { setTimeout as pause } from 'node:timers/promises';
import { type KeyNotes, othersInUse } from './key-notes.ts';

/** How what is sealed comes under the first key of a ring. */
export type KeyRotation = {
  notes: KeyNotes;
  /** The key under which everything is to stand. */
  keyId: string;
  /** Seals anew what stands under other keys; answers how many documents it wrote. */
  pass: () => Promise<number>;
  /** How many documents stand under other keys. */
  left: () => Promise<number>;
};

/** Longer than a process is noted that has ended. */
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 1000;

async function untilNobodySeals({ notes, keyId }: KeyRotation, say: (line: string) => void): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let told = '';
  for (;;) {
    const others = (await othersInUse(notes, keyId, new Date())).join(', ');
    if (others === '') return;
    if (Date.now() > until) {
      throw new Error(
        `${others} is still the first key of a running process: put ${keyId} first in all of them, then run this again`,
      );
    }
    if (others !== told)
      say(`${others} was the first key of a running process a moment ago: waiting until none has it`);
    told = others;
    await pause(ASK_EVERY_MS);
  }
}

/**
 * Brings everything under one key and makes sure of it: nobody seals with another any more, and nothing is left. Only then
 * are the other keys forgotten, so that a service without them starts. Answers how many documents were written.
 * Errors: one that says so while a process seals with another key, or a document's key is not given.
 */
export async function rotateAll(rotation: KeyRotation, say: (line: string) => void): Promise<number> {
  let written = await rotation.pass();
  await untilNobodySeals(rotation, say);
  for (let left = await rotation.left(); left > 0; left = await rotation.left()) {
    say(`${left} left`);
    written += await rotation.pass();
  }

  for (const { keyId } of await rotation.notes.noted()) {
    if (keyId !== rotation.keyId) await rotation.notes.forget(keyId);
  }
  return written;
}
