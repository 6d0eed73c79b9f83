import { join } from 'node:path';
import type { Clock } from '@social/runtime/clock';
import type { Beside } from '@social/runtime/health';
import type { KeyRing } from '@social/runtime/key-ring';
import type { Logger } from '@social/runtime/log';
import { type Config, publicUrl } from './config.ts';
import { openDirectory } from './directory-store.ts';
import type { ObjectStore } from './object-store.ts';
import { isForObjects, receiver } from './receiving.ts';
import { linkSigner } from './upload-link.ts';

/** Where files lie, and what takes them in where the store does not do so itself. */
export type Objects = {
  store: ObjectStore;
  receive?: Beside;
};

/** Opens the store that the configuration names; the client of S3 is loaded only where there is one. */
export async function openObjects(config: Config, secret: KeyRing, clock: Clock, log: Logger): Promise<Objects> {
  const { MEDIA_DIR: directory, MEDIA_S3_BUCKET_URL: bucketUrl } = config;
  if (bucketUrl) {
    const { openS3 } = await import('./s3-store.ts');
    const store = openS3({
      bucketUrl,
      publicBucketUrl: config.MEDIA_S3_PUBLIC_BUCKET_URL ?? bucketUrl,
      region: config.MEDIA_S3_REGION,
      accessKeyId: config.MEDIA_S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.MEDIA_S3_SECRET_ACCESS_KEY ?? '',
    });
    return { store };
  }
  const signer = linkSigner(publicUrl(config), secret);
  const store = await openDirectory(join(directory ?? '', config.NAMESPACE), signer);
  return { store, receive: { takes: isForObjects, listener: receiver({ store, signer, clock, log }) } };
}
