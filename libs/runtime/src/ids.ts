import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

export const UUID_BYTES = 16;

/** Randomness is asked for 256 ids at once: the system takes as long for one. */
const pool = Buffer.alloc(256 * UUID_BYTES);
let used = pool.length;

function random(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += UUID_BYTES;
  return pool.subarray(used - UUID_BYTES, used);
}

/** The time of the last id, and its place among those of that time: 32 bits, which begin anywhere in their lower half. */
const last = { msecs: 0, seq: 0 };

/** A new id: a prefix naming the kind, and a UUIDv7, so ids sort by the time they were made. */
export function newId(prefix: string): string {
  const bytes = random();
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    last.seq = bytes.readUInt32BE(0) >>> 1;
  } else {
    last.seq += 1;
  }
  return `${prefix}_${v7({ random: bytes, msecs: last.msecs, seq: last.seq })}`;
}

/** The lowest id that could be made at this time; ids of earlier times sort before it. */
export function lowestIdAt(prefix: string, at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/** Writes the UUID of an id as its 16 bytes. Throws where the id is not a prefix and a UUID. */
export function writeUuid(id: string, into: Buffer, at: number): void {
  const hex = id.slice(id.indexOf('_') + 1).replaceAll('-', '');
  if (hex.length !== 2 * UUID_BYTES || into.write(hex, at, 'hex') !== UUID_BYTES)
    throw new Error(`${id} is no id of ours`);
}

/** The id whose UUID has these 32 hexadecimal digits. */
export const idOfHex = (prefix: string, hex: string): string =>
  `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The id of another kind with the same UUID. */
export const sameUuid = (prefix: string, id: string): string => `${prefix}${id.slice(id.indexOf('_'))}`;
