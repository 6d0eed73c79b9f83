import { join } from 'node:path';
import { openObjectDirectory } from '@social/runtime/object-directory';
import type { Objects } from '@social/runtime/objects';
import type { RetainConfig } from '../config.ts';

/** Opens the place that the configuration names; the client of S3 is loaded only where there is one. */
export async function openArchive(config: RetainConfig): Promise<Objects> {
  const { ORDERS_ARCHIVE_DIR: directory, ORDERS_ARCHIVE_S3_BUCKET_URL: bucketUrl } = config;
  if (!bucketUrl) return openObjectDirectory(join(directory ?? '', config.NAMESPACE));

  const { openBucket } = await import('@social/runtime/object-bucket');
  return openBucket({
    bucketUrl,
    region: config.ORDERS_ARCHIVE_S3_REGION,
    accessKeyId: config.ORDERS_ARCHIVE_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.ORDERS_ARCHIVE_S3_SECRET_ACCESS_KEY ?? '',
  });
}
