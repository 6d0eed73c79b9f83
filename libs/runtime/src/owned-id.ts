import { createHmac, type KeyObject } from 'node:crypto';
import { v7 } from 'uuid';
import { idOfHex, UUID_BYTES, writeUuid } from './ids.ts';
import { isMadeBy, type KeyRing } from './key-ring.ts';

/** Bytes of the UUID that hold the time, and what tells ids of one millisecond apart. */
const TOLD_BY_TIME = 11;

/** The rest of it, where other ids are random: who owns it, and that we gave it out. */
const mark = (owner: string, first: Buffer, key: KeyObject): Buffer =>
  createHmac('sha256', key)
    .update(`owned-id|${owner}|${first.toString('hex')}`)
    .digest()
    .subarray(0, UUID_BYTES - TOLD_BY_TIME);

/**
 * A new id that tells whose it is to everybody who has the key, so that a stranger's is refused without asking its
 * keeper. It sorts by the time it was made, like every id of ours.
 */
export function newOwnedId(prefix: string, owner: string, [key]: KeyRing): string {
  const bytes = Buffer.alloc(UUID_BYTES);
  writeUuid(v7(), bytes, 0);
  mark(owner, bytes.subarray(0, TOLD_BY_TIME), key).copy(bytes, TOLD_BY_TIME);
  return idOfHex(prefix, bytes.toString('hex'));
}

/**
 * Whether an id was given to this owner, as far as 40 bits can tell: it spares asking. Whether the thing is there and
 * theirs, its keeper knows, and is asked before anything is made of it, and about every id of a key that is no more.
 */
export function isOwnedBy(id: string, owner: string, keys: KeyRing): boolean {
  const bytes = Buffer.alloc(UUID_BYTES);
  try {
    writeUuid(id, bytes, 0);
  } catch {
    return false;
  }
  const made = (key: KeyObject) => mark(owner, bytes.subarray(0, TOLD_BY_TIME), key);
  return isMadeBy(keys, bytes.subarray(TOLD_BY_TIME), made);
}
