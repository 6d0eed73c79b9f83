/** Where backups lie: a directory, or a bucket. A backup is there under its name only when it is whole. */

/** Takes a backup's bytes in their order. */
export interface Sink {
  write: (chunks: readonly Uint8Array[]) => Promise<void>;
  /** All is written: the backup gets its name. */
  keep: () => Promise<void>;
  /** Nothing is left of it. */
  discard: () => Promise<void>;
}

/** A backup's bytes in their order, in chunks of any size. */
export type Source = AsyncIterable<Uint8Array>;

export interface BackupStore {
  /** What people call it. */
  readonly title: string;
  /** The whole backups in it, in alphabetical order. Errors: Refusal, when it does not answer or lets nobody in. */
  names: () => Promise<string[]>;
  /** Errors: Refusal, when there is a backup of that name, when it is full, or lets nobody in. */
  begin: (name: string) => Promise<Sink>;
  /** Errors: Refusal, when there is none. */
  read: (name: string) => Source;
  /** Bytes. Errors: Refusal, when there is none. */
  size: (name: string) => Promise<number>;
  remove: (name: string) => Promise<void>;
  /** Removes what backups that were killed have left. Nobody may be writing one. */
  tidy: () => Promise<void>;
}

/** One backup: where it lies, and its name there. */
export interface BackupAt {
  store: BackupStore;
  name: string;
}

/** What people call a backup. */
export const pathOf = ({ store, name }: BackupAt): string => `${store.title}/${name}`;
