/** The files that a service keeps beside its documents, in pieces that fit into a backup's blocks. */
import { appendFile, mkdir, open, opendir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Binary, BSON } from 'mongodb';
import { Damage } from './frames.ts';

/** `at` is where in the file the bytes belong; a file's pieces follow each other. */
interface Piece {
  path: string;
  at: number;
  bytes: Binary;
}

const PIECE_BYTES = 512 * 1024;

/** What is still being written has such a name, or lies in a directory of one. */
const isUnfinished = (path: string): boolean => path.split(sep).some((name) => name.startsWith('.'));

/** Every finished file below a directory, piece by piece. A directory that is not there has none; a file may go meanwhile. */
export async function* filePieces(directory: string): AsyncGenerator<Uint8Array> {
  const entries = await unlessMissing(opendir(directory, { recursive: true }));
  for await (const entry of entries ?? []) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !isUnfinished(relative(directory, file))) yield* piecesOf(directory, file);
  }
}

async function unlessMissing<T>(opened: Promise<T>): Promise<T | undefined> {
  try {
    return await opened;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function* piecesOf(directory: string, file: string): AsyncGenerator<Uint8Array> {
  const path = relative(directory, file);
  const handle = await unlessMissing(open(file, 'r'));
  if (!handle) return;
  try {
    for (let at = 0; ; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, at);
      if (bytesRead === 0 && at > 0) return;
      yield BSON.serialize({ path, at, bytes: new Binary(buffer.subarray(0, bytesRead)) });
      at += bytesRead;
      if (bytesRead === 0) return;
    }
  } finally {
    await handle.close();
  }
}

/** Writes pieces where they belong; what else is in the directory stays. Errors: Damage, for a path that leads out of it. */
export async function putPieces(directory: string, documents: Buffer[]): Promise<void> {
  for (const document of documents) {
    const { path, at, bytes } = BSON.deserialize(document) as Piece;
    const file = resolve(directory, path);
    if (!file.startsWith(`${resolve(directory)}${sep}`)) throw new Damage(`${path} leads out of its directory`);

    await mkdir(dirname(file), { recursive: true });
    await (at === 0 ? writeFile : appendFile)(file, bytes.buffer.subarray(0, bytes.position), { flush: true });
  }
}
