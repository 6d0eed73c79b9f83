import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkedKey, collect, type Objects } from './objects.ts';

/** Where files lie that are still being written. */
const PARTS = '.parts';

/** Nobody writes on a file for so long, in ms: whoever began it is gone. */
const ABANDONED_MS = 3_600_000;

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Files in a directory. An object is there as a whole or not at all, also when the machine loses its power. */
export type ObjectDirectory = Objects & {
  /** Stores what comes; it is thrown away unless it has exactly so many bytes. Tells whether it had. */
  receive: (key: string, body: AsyncIterable<Buffer>, bytes: number) => Promise<boolean>;
};

/** Opens a directory, which is made when there is none. */
export async function openObjectDirectory(root: string): Promise<ObjectDirectory> {
  await mkdir(join(root, PARTS), { recursive: true });
  await dropAbandoned(join(root, PARTS));
  const place = (key: string): string => join(root, checkedKey(key));
  const read = async (key: string): Promise<Readable | undefined> => {
    try {
      const file = await open(place(key));
      return createReadStream('', { fd: file });
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
  const receive = (key: string, body: AsyncIterable<Buffer>, bytes: number) =>
    write(join(root, PARTS, randomUUID()), place(key), body, bytes);

  return {
    put: async (key, bytes) => {
      await receive(key, only(bytes), bytes.length);
    },
    get: async (key, maxBytes) => {
      const stream = await read(key);
      return stream && collect(stream, maxBytes);
    },
    read,
    delete: (key) => rm(place(key), { force: true }),
    ready: () => access(root),
    receive,
  };
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Writes beside, flushes, and puts it in its place in one step. Tells whether as many bytes came as were announced. */
async function write(part: string, place: string, body: AsyncIterable<Buffer>, bytes: number): Promise<boolean> {
  try {
    const file = await open(part, 'wx');
    let written = 0;
    try {
      for await (const chunk of body) {
        written += chunk.length;
        if (written > bytes) return false;
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (written !== bytes) return false;

    await mkdir(dirname(place), { recursive: true });
    await rename(part, place);
    await flush(dirname(place));
    return true;
  } finally {
    await rm(part, { force: true });
  }
}

/** A new name is durable once its directory is. */
async function flush(directory: string): Promise<void> {
  const handle = await open(directory);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function dropAbandoned(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const { mtimeMs } = await stat(join(parts, name));
    if (mtimeMs < Date.now() - ABANDONED_MS) await rm(join(parts, name), { force: true });
  }
}
