import { readFile } from 'node:fs/promises';
import { DomainError } from '@social/contracts/errors';
import type { Logger } from '@social/runtime/log';
import { startSweeper } from '@social/runtime/sweeper';

/** When whoever was turned away may come again. */
const COME_AGAIN_MS = 60_000;
const LOOK_EVERY_MS = 1000;
/** A notice is a sentence or two. */
const LONGEST = 500;

export type Maintenance = {
  /** What whoever wants to change something is told; undefined when there is no maintenance. */
  refusal: () => DomainError | undefined;
  stop: () => Promise<void>;
};

/** The notice that a file holds; a file that is not there, or empty, says that there is no maintenance. */
export async function noticeIn(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim().slice(0, LONGEST) || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Maintenance as a file says it, looked at each second: it can be switched while everything else is down, and needs no
 * restart. A file that cannot be read leaves things as they are.
 * @param path of the file; absent: there is never any maintenance
 */
export async function watchMaintenance(path: string | undefined, log: Logger): Promise<Maintenance> {
  if (!path) return { refusal: () => undefined, stop: async () => {} };

  let notice: string | undefined;
  const look = async () => {
    const found = await noticeIn(path);
    if (found === notice) return;
    notice = found;
    log.warn(found === undefined ? {} : { notice: found }, found === undefined ? 'maintenance is over' : 'maintenance');
  };
  await look().catch((error) => log.warn({ err: error }, 'the file of maintenance cannot be read'));
  return {
    refusal: () =>
      notice === undefined ? undefined : new DomainError('maintenance', notice, { retryAfterMs: COME_AGAIN_MS }),
    stop: startSweeper('maintenance', LOOK_EVERY_MS, log, look),
  };
}
