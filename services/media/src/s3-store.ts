import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { collect, isKey, type ObjectStore } from './object-store.ts';

export type S3Options = {
  /** With the bucket: `https://s3.example.com/pictures`. */
  bucketUrl: string;
  /** The same bucket as the public reaches it. */
  publicBucketUrl: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Longer than one object takes, in ms; whoever is given one may be slow. */
const TIMEOUT_MS = 15_000;
const READ_TIMEOUT_MS = 120_000;

/** An S3-compatible store; the bucket is private, what is public goes out through the gateway. */
export function openS3({ bucketUrl, publicBucketUrl, ...account }: S3Options): ObjectStore {
  const open = (endpoint: string, requestAbortTimeout: number) =>
    new S3mini({ ...account, endpoint, requestAbortTimeout });
  const store = open(bucketUrl, TIMEOUT_MS);
  const reading = open(bucketUrl, READ_TIMEOUT_MS);
  const publicStore = open(publicBucketUrl, TIMEOUT_MS);
  const checked = (key: string): string => {
    if (!isKey(key)) throw new RangeError(`${key} is no key`);
    return key;
  };
  const read = async (key: string): Promise<Readable | undefined> => {
    const answer = await reading.getObjectResponse(checked(key));
    return answer?.body ? Readable.fromWeb(answer.body as ReadableStream) : undefined;
  };

  return {
    link: async (key, { bytes, contentType, expiresAt }, now) => {
      const seconds = Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
      const headers = { 'content-type': contentType, 'content-length': `${bytes}` };
      const url = await publicStore.getPresignedUrl('PUT', checked(key), seconds, {}, headers);
      return { method: 'PUT', url, headers };
    },
    put: async (key, bytes, contentType) => {
      await store.putObject(checked(key), bytes, contentType);
    },
    get: async (key, maxBytes) => {
      const stream = await read(key);
      return stream && collect(stream, maxBytes);
    },
    read,
    delete: async (key) => {
      await store.deleteObject(checked(key));
    },
    ready: async () => {
      if (!(await store.bucketExists())) throw new Error('there is no such bucket');
    },
  };
}
