import { type BucketOptions, bucketClient, openBucket } from '@social/runtime/object-bucket';
import { checkedKey } from '@social/runtime/objects';
import type { ObjectStore } from './object-store.ts';

export type S3Options = BucketOptions & {
  /** The same bucket as the public reaches it. */
  publicBucketUrl: string;
};

/** An S3-compatible store; the bucket is private, what is public goes out through the gateway. */
export function openS3({ publicBucketUrl, ...options }: S3Options): ObjectStore {
  const publicStore = bucketClient({ ...options, bucketUrl: publicBucketUrl });
  return {
    ...openBucket(options),
    link: async (key, { bytes, contentType, expiresAt }, now) => {
      const seconds = Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
      const headers = { 'content-type': contentType, 'content-length': `${bytes}` };
      const url = await publicStore.getPresignedUrl('PUT', checkedKey(key), seconds, {}, headers);
      return { method: 'PUT', url, headers };
    },
  };
}
