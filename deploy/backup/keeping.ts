/** Which backups are kept. */
import { type Checked, checkBackup } from './check.ts';
import type { DataKeys } from './keys.ts';
import type { Teller } from './place.ts';
import type { BackupAt, BackupStore } from './store.ts';

const NAME = /^\d{8}T\d{6}Z\.backup$/;

/** The name of a backup: its time in UTC, to the second, so that names sort by it. */
export const nameAt = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`;

/** The backups of this platform's making, oldest first; what else lies beside them is nobody's to touch. */
export const backupNames = (names: readonly string[]): string[] => names.filter((name) => NAME.test(name)).sort();

/** Those that the newest `keep` make needless. */
export const needless = (names: readonly string[], keep: number): string[] => backupNames(names).slice(0, -keep);

/** Reads a backup back to its last byte, with its keys and checksums. Errors: Refusal, when it would not be restored. */
export const verify = (backup: BackupAt, keys: DataKeys, teller: Teller): Promise<Checked> =>
  checkBackup(backup, keys, teller);

/**
 * Removes what the newest `keep` make needless; answers the names. Only a backup that was read back makes older ones
 * needless: call it after `verify`.
 */
export async function removeNeedless(store: BackupStore, keep: number): Promise<string[]> {
  const names = needless(await store.names(), keep);
  for (const name of names) await store.remove(name);
  return names;
}
