import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';
import { idOfHex, UUID_BYTES, writeUuid } from './ids.ts';

/** Half of the UUID: the time, and what tells ids of one millisecond apart. */
const TOLD_BY_TIME = 8;

/** The second half: who owns it, and that we gave it out. Its first two bits are the variant of RFC 9562, 4.1. */
function mark(owner: string, first: Buffer, key: KeyObject): Buffer {
  const bytes = createHmac('sha256', key).update(`owned-id|${owner}|`).update(first).digest().subarray(0, TOLD_BY_TIME);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x80, 0);
  return bytes;
}

/**
 * A new id that tells whose it is to everybody who has the key, so that a stranger's is refused without asking its
 * keeper. It sorts by the time it was made, like every id of ours.
 */
export function newOwnedId(prefix: string, owner: string, key: KeyObject): string {
  const bytes = Buffer.alloc(UUID_BYTES);
  writeUuid(v7(), bytes, 0);
  mark(owner, bytes.subarray(0, TOLD_BY_TIME), key).copy(bytes, TOLD_BY_TIME);
  return idOfHex(prefix, bytes.toString('hex'));
}

/** Whether an id was given to this owner. No proof that the thing is still there: its keeper knows. */
export function isOwnedBy(id: string, owner: string, key: KeyObject): boolean {
  const bytes = Buffer.alloc(UUID_BYTES);
  try {
    writeUuid(id, bytes, 0);
  } catch {
    return false;
  }
  return timingSafeEqual(mark(owner, bytes.subarray(0, TOLD_BY_TIME), key), bytes.subarray(TOLD_BY_TIME));
}
