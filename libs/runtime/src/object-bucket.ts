import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { checkedKey, collect, type Objects } from './objects.ts';

export type BucketOptions = {
  /** With the bucket: `https://s3.example.com/pictures`. */
  bucketUrl: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Longer than one object takes, in ms; whoever is given one may be slow. */
const TIMEOUT_MS = 15_000;
const READ_TIMEOUT_MS = 120_000;

/** A client of an S3-compatible store's bucket. */
export const bucketClient = ({ bucketUrl, ...account }: BucketOptions, requestAbortTimeout = TIMEOUT_MS): S3mini =>
  new S3mini({ ...account, endpoint: bucketUrl, requestAbortTimeout });

/** The objects of an S3-compatible store's bucket. */
export function openBucket(options: BucketOptions): Objects {
  const store = bucketClient(options);
  const reading = bucketClient(options, READ_TIMEOUT_MS);
  const read = async (key: string): Promise<Readable | undefined> => {
    const answer = await reading.getObjectResponse(checkedKey(key));
    return answer?.body ? Readable.fromWeb(answer.body as ReadableStream) : undefined;
  };

  return {
    put: async (key, bytes, contentType) => {
      await store.putObject(checkedKey(key), bytes, contentType);
    },
    get: async (key, maxBytes) => {
      const stream = await read(key);
      return stream && collect(stream, maxBytes);
    },
    read,
    delete: async (key) => {
      await store.deleteObject(checkedKey(key));
    },
    ready: async () => {
      if (!(await store.bucketExists())) throw new Error('there is no such bucket');
    },
  };
}
