/** What the backup's Jobs read from their environment. */
import { baseConfig, kafkaConfig, mongoConfig, readConfig, redisConfig } from '@social/runtime/config';
import { z } from 'zod';
import { openDirectory } from './directory-store.ts';
import type { Place } from './place.ts';
import { openBucket } from './s3-store.ts';
import type { BackupStore } from './store.ts';

/** An unset variable often arrives as an empty one. */
const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

const schema = z
  .object({
    NAMESPACE: baseConfig.shape.NAMESPACE,
    ...mongoConfig,
    ...kafkaConfig,
    ...redisConfig,
    /** The keys of stored fields. Only their fingerprints go into a backup; a restore compares them. */
    IDENTITY_ENCRYPTION_KEYS: z.string().min(1),
    IDENTITY_BLIND_INDEX_KEY: z.string().min(1),
    ORDERS_ENCRYPTION_KEYS: z.string().min(1),
    /** Where backups lie: a directory, e.g. of a mounted volume. Instead of it: BACKUP_S3_BUCKET_URL. */
    BACKUP_DIR: optional,
    /** An S3-compatible store, with the bucket: `https://s3.example.com/backups`. */
    BACKUP_S3_BUCKET_URL: optional.pipe(z.url().optional()),
    /** What names in the bucket begin with, e.g. `shop/`. */
    BACKUP_S3_PREFIX: z.string().default(''),
    BACKUP_S3_REGION: z.string().default('auto'),
    BACKUP_S3_ACCESS_KEY_ID: optional,
    BACKUP_S3_SECRET_ACCESS_KEY: optional,
    /** How many backups are kept; the oldest go once a newer one was read back. */
    BACKUP_KEEP: z.coerce.number().int().min(1).default(14),
    /** The directory of media's pictures, to have them in the backup; a bucket of pictures is never in it. */
    MEDIA_DIR: optional,
    /** For a restore: the backup's name, as `list` tells it. */
    RESTORE_FROM: optional,
    /** For a restore: `keep` where Kafka still has the topics that the backup was taken of, `replace` where it has not. */
    RESTORE_KAFKA: optional.pipe(z.enum(['keep', 'replace']).optional()),
  })
  .refine((config) => Boolean(config.BACKUP_DIR) !== Boolean(config.BACKUP_S3_BUCKET_URL), {
    path: ['BACKUP_DIR'],
    message: 'either it or BACKUP_S3_BUCKET_URL is needed',
  })
  .refine(
    (config) => !config.BACKUP_S3_BUCKET_URL || (config.BACKUP_S3_ACCESS_KEY_ID && config.BACKUP_S3_SECRET_ACCESS_KEY),
    { path: ['BACKUP_S3_ACCESS_KEY_ID'], message: 'and BACKUP_S3_SECRET_ACCESS_KEY, for the bucket' },
  );

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);

/** The platform that is kept and restored. */
export const placeOf = (config: Config): Place => ({
  mongoUrl: config.MONGO_URL,
  kafkaBrokers: config,
  redisUrl: config.REDIS_URL,
  namespace: config.NAMESPACE,
  directories: config.MEDIA_DIR ? { media: config.MEDIA_DIR } : {},
  keys: {
    identityEncryptionKeys: config.IDENTITY_ENCRYPTION_KEYS,
    identityBlindIndexKey: config.IDENTITY_BLIND_INDEX_KEY,
    ordersEncryptionKeys: config.ORDERS_ENCRYPTION_KEYS,
  },
});

/** Where its backups lie. */
export function storeOf(config: Config): BackupStore {
  const { BACKUP_S3_BUCKET_URL: bucketUrl, BACKUP_DIR: directory } = config;
  if (!bucketUrl) return openDirectory(directory ?? '');

  return openBucket({
    bucketUrl,
    prefix: config.BACKUP_S3_PREFIX,
    region: config.BACKUP_S3_REGION,
    accessKeyId: config.BACKUP_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.BACKUP_S3_SECRET_ACCESS_KEY ?? '',
  });
}
