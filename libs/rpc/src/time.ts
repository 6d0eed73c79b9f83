import type { Timestamp, Timestamp__Output } from '@social/contracts/generated/google/protobuf/Timestamp';

/** A date as google.protobuf.Timestamp; undefined stays undefined. */
export function toTimestamp(date: Date): Timestamp;
export function toTimestamp(date: Date | undefined): Timestamp | undefined;
export function toTimestamp(date: Date | undefined): Timestamp | undefined {
  if (!date) return undefined;

  const ms = date.getTime();
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanos: (ms - seconds * 1000) * 1_000_000 };
}

/** A google.protobuf.Timestamp as a date; null (unset) gives undefined. */
export function fromTimestamp(timestamp: Timestamp__Output | null | undefined): Date | undefined {
  if (!timestamp) return undefined;

  return new Date(Number(timestamp.seconds) * 1000 + Math.floor(timestamp.nanos / 1_000_000));
}
