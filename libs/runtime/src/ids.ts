import { v7 } from 'uuid';

/** A new id: a prefix naming the kind, and a UUIDv7, so ids sort by the time they were made. */
export const newId = (prefix: string): string => `${prefix}_${v7()}`;
