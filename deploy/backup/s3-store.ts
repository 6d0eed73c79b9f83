/** Backups as objects of an S3-compatible bucket, written in parts while they are made. */
import { setTimeout as pause } from 'node:timers/promises';
import { S3mini } from 's3mini';
import { Refusal } from '../local/steps.ts';
import type { BackupStore, Sink, Source } from './store.ts';

export interface BucketOptions {
  /** With the bucket: `https://s3.example.com/backups`. */
  bucketUrl: string;
  /** What the names of its objects begin with; empty: nothing. */
  prefix: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** How much is sent, and asked for, at a time. */
export interface Sizes {
  part: number;
  range: number;
}

/** An object has 10,000 parts at most, so a backup 320 GB. All but the last must be of one size in some stores. */
const SIZES: Sizes = { part: 32 * 1024 * 1024, range: 16 * 1024 * 1024 };

/** Longer than one part takes, in milliseconds. */
const TIMEOUT_MS = 120_000;

/** A part that did not arrive is sent again after so long, and each time after twice as long. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;

const fieldOf = (error: unknown, field: 'status' | 'code'): unknown =>
  error instanceof Error && field in error ? (error as Error & Record<string, unknown>)[field] : undefined;

/** The store's own answer, which asking again would not change. */
const isFinal = (error: unknown): boolean => {
  const status = fieldOf(error, 'status') ?? fieldOf(error instanceof Error ? error.cause : undefined, 'status');
  return typeof status === 'number' && status < 500 && status !== 408 && status !== 429;
};

/** A bucket of backups. What a backup that was killed has left there is for the bucket's own rule to end. */
export function openBucket({ bucketUrl, prefix, ...account }: BucketOptions, sizes = SIZES): BackupStore {
  const s3 = new S3mini({ ...account, endpoint: bucketUrl, requestAbortTimeout: TIMEOUT_MS });
  const refused = (error: unknown): Refusal => {
    const reason = error instanceof Error ? error.message : String(error);
    return new Refusal(`${bucketUrl} does not take part: ${reason}. Look at BACKUP_S3_BUCKET_URL and its keys.`);
  };
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask();
      } catch (error) {
        if (isFinal(error) || attempt === ATTEMPTS) throw refused(error);
        await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  };
  const keyOf = (name: string): string => `${prefix}${name}`;
  const sizeOf = async (name: string): Promise<number> => {
    if (!(await asked(() => s3.objectExists(keyOf(name))))) throw new Refusal(`There is no ${name} in ${bucketUrl}.`);
    return asked(() => s3.getContentLength(keyOf(name)));
  };
  return {
    title: bucketUrl,
    names: async () => {
      const found = await asked(() => s3.listObjects('/', prefix));
      if (!found) throw new Refusal(`There is no bucket at ${bucketUrl}.`);
      return found
        .map(({ Key }) => Key.slice(prefix.length))
        .filter((name) => name !== '' && !name.includes('/'))
        .sort();
    },
    begin: async (name) => {
      const isThere = await asked(() => s3.objectExists(keyOf(name)));
      if (isThere) throw new Refusal(`${name} is there already in ${bucketUrl}.`);
      return beginObject({ s3, key: keyOf(name), asked }, sizes.part);
    },
    read: (name) => readObject({ s3, key: keyOf(name), asked }, () => sizeOf(name), sizes.range),
    size: sizeOf,
    remove: async (name) => {
      await asked(() => s3.deleteObject(keyOf(name)));
    },
    tidy: async () => {},
  };
}

/** `asked` asks again what was not answered. */
interface OneObject {
  s3: S3mini;
  key: string;
  asked: <T>(ask: () => Promise<T>) => Promise<T>;
}

async function beginObject({ s3, key, asked }: OneObject, partBytes: number): Promise<Sink> {
  const upload = await asked(() => s3.getMultipartUploadId(key, 'application/octet-stream'));
  const parts: { partNumber: number; etag: string }[] = [];
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const send = async (part: Buffer) => {
    parts.push(await asked(() => s3.uploadPart(key, upload, part, parts.length + 1)));
  };
  const flush = async (leave: number) => {
    let whole = Buffer.concat(waiting);
    for (; whole.byteLength > leave; whole = whole.subarray(partBytes)) await send(whole.subarray(0, partBytes));
    waiting = [Buffer.from(whole)];
    bytes = whole.byteLength;
  };
  return {
    write: async (chunks) => {
      waiting.push(...chunks);
      bytes += chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (bytes > partBytes) await flush(partBytes);
    },
    keep: async () => {
      await flush(0);
      await asked(() => s3.completeMultipartUpload(key, upload, parts));
    },
    // The store may be away by now, and then its own rule ends the upload.
    discard: async () => void (await s3.abortMultipartUpload(key, upload).catch(() => {})),
  };
}

async function* readObject({ s3, key, asked }: OneObject, size: () => Promise<number>, rangeBytes: number): Source {
  const end = await size();
  for (let from = 0; from < end; from += rangeBytes) {
    const to = Math.min(end, from + rangeBytes);
    yield await asked(async () => {
      const answer = await s3.getObjectRaw(key, false, from, to);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (bytes.byteLength !== to - from) throw new Error(`${bytes.byteLength} bytes came instead of ${to - from}`);
      return bytes;
    });
  }
}
