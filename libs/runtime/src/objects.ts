import type { Readable } from 'node:stream';

/**
 * Where files lie. Keys are words of letters, digits, `-`, `_` and `.`, joined by `/`. Storing and deleting may be
 * repeated. Every function may throw an Error when the store cannot be reached.
 */
export type Objects = {
  put: (key: string, bytes: Buffer, contentType: string) => Promise<void>;
  /** The whole object; undefined when there is none. Of one that is larger, no more than `maxBytes` + 1. */
  get: (key: string, maxBytes: number) => Promise<Buffer | undefined>;
  /** The object as it comes; undefined when there is none. */
  read: (key: string) => Promise<Readable | undefined>;
  /** Nothing when there is none. */
  delete: (key: string) => Promise<void>;
  /** Resolves while the store can be used; for readiness. */
  ready: () => Promise<unknown>;
};

const KEY = /^[\w-]+(\.\w+)*(\/[\w-]+(\.\w+)*)*$/;

/** Whether a text is a key: it cannot lead out of the store. */
export const isKey = (text: string): boolean => KEY.test(text);

/** The key itself. Errors: RangeError, when it is none. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new RangeError(`${key} is no key`);
  return key;
}

/** All of a stream, as far as it is not too long: at most `maxBytes` + 1. */
export async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}
