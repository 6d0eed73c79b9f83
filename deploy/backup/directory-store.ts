/** Backups as files of a directory: of a machine, or of a volume that is mounted into a Job. */
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../local/steps.ts';
import type { BackupAt, BackupStore, Sink, Source } from './store.ts';

const UNFINISHED = '.part';
const CHUNK_BYTES = 64 * 1024;

/** What the file system says, and what is said to people of it. */
const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left',
  EDQUOT: 'the quota is used up',
  EROFS: 'it can only be read',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EEXIST: 'it is no directory',
  ENOTDIR: 'it is no directory',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The same error, or its sentence for people. */
function told(directory: string, error: unknown): unknown {
  const said = SAID[codeOf(error)];
  return said ? new Refusal(`${directory}: ${said}. Nothing was kept.`) : error;
}

/** A directory of backups; it is made with the first. */
export function openDirectory(directory: string): BackupStore {
  const pathOf = (name: string): string => {
    if (name !== basename(name) || name.startsWith('.')) throw new Refusal(`${name} is no name of a backup.`);
    return join(directory, name);
  };
  const names = async (): Promise<string[]> => {
    const entries = await readdir(directory).catch((error) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw told(directory, error);
    });
    return entries.filter((name) => !name.endsWith(UNFINISHED)).sort();
  };
  return {
    title: directory,
    names,
    begin: async (name) => {
      try {
        return await beginFile(directory, pathOf(name));
      } catch (error) {
        throw told(directory, error);
      }
    },
    read: (name) => readFile(pathOf(name)),
    size: async (name) => (await stat(pathOf(name)).catch((error) => missing(pathOf(name), error))).size,
    remove: (name) => rm(pathOf(name)),
    tidy: async () => {
      const entries = await readdir(directory).catch(() => []);
      const left = entries.filter((name) => name.endsWith(UNFINISHED));
      for (const name of left) await rm(join(directory, name), { force: true });
    },
  };
}

/** The backup that a path names. */
export const backupAt = (path: string): BackupAt => ({
  store: openDirectory(dirname(path)),
  name: basename(path),
});

/** A new file, readable by its owner alone, under another name than it will have. */
async function beginFile(directory: string, path: string): Promise<Sink> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (await exists(path)) throw new Refusal(`${path} is there already. Say another name, or move it away.`);

  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  const file = await open(unfinished, 'wx', 0o600);
  const telling = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw told(directory, error);
    }
  };
  return {
    write: (chunks) => telling(() => writeAll(file, chunks)),
    keep: () =>
      telling(async () => {
        await file.sync();
        await file.close();
        await rename(unfinished, path);
        await syncDirectory(directory);
      }),
    discard: async () => {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}

/** A disk that fills up takes some of what it is given. */
async function writeAll(file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  for (const chunk of chunks) await file.writeFile(chunk);
}

async function* readFile(path: string): Source {
  const file = await open(path, 'r').catch((error) => missing(path, error));
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function missing(path: string, error: unknown): never {
  if (codeOf(error) === 'ENOENT') throw new Refusal(`There is no ${path}.`);
  throw error;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** A rename is on the disk once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}
