import { baseConfig, grpcConfig, insideConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { retainJobConfig } from '@social/runtime/job';
import { z } from 'zod';

const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);

/** An unset variable often arrives as an empty one. */
const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** What media reads from its environment. Durations in milliseconds. */
const schema = baseConfig
  .extend({
    ...grpcConfig,
    ...mongoConfig,
    /** host:port of the catalog; only the job `retain.ts` asks it. */
    CATALOG_ADDR: optional,
    /** A directory for the files; of several replicas all must see the same. Instead of it: MEDIA_S3_BUCKET_URL. */
    MEDIA_DIR: optional,
    /** Where the public reaches this service, for files sent to MEDIA_DIR; default: this machine. */
    PUBLIC_MEDIA_URL: optional.pipe(z.url().optional()),
    /** An S3-compatible store, with the bucket: `https://s3.example.com/pictures`. */
    MEDIA_S3_BUCKET_URL: optional.pipe(z.url().optional()),
    /** The same bucket as the public reaches it; default: MEDIA_S3_BUCKET_URL. */
    MEDIA_S3_PUBLIC_BUCKET_URL: optional.pipe(z.url().optional()),
    MEDIA_S3_REGION: z.string().default('auto'),
    MEDIA_S3_ACCESS_KEY_ID: optional,
    MEDIA_S3_SECRET_ACCESS_KEY: optional,
    /** Pictures that are made at once, each in a process of its own, and how many wait. */
    MAKING_AT_ONCE: count(1),
    MAKING_QUEUE: count(30),
    /** How long one picture may take. */
    MAKING_TIME_LIMIT_MS: count(6000),
    /** How long a making process is kept without work. */
    MAKING_IDLE_MS: count(10_000),
    SWEEP_MS: count(5000),
  })
  .refine((config) => Boolean(config.MEDIA_DIR) !== Boolean(config.MEDIA_S3_BUCKET_URL), {
    path: ['MEDIA_DIR'],
    message: 'either it or MEDIA_S3_BUCKET_URL is needed',
  })
  .refine(
    (config) => !config.MEDIA_S3_BUCKET_URL || (config.MEDIA_S3_ACCESS_KEY_ID && config.MEDIA_S3_SECRET_ACCESS_KEY),
    { path: ['MEDIA_S3_ACCESS_KEY_ID'], message: 'and MEDIA_S3_SECRET_ACCESS_KEY, for the bucket' },
  );

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);

/** Where the public reaches this service, without a trailing slash. */
export const publicUrl = (config: Config): string =>
  (config.PUBLIC_MEDIA_URL ?? `http://127.0.0.1:${config.HTTP_PORT}`).replace(/\/$/, '');

/** What the job reads that removes pictures which nothing was ever shown with. */
export const retainConfig = retainJobConfig.extend({
  ...insideConfig,
  /** host:port of the service that knows what was shown with a picture. */
  CATALOG_ADDR: z.string().min(1),
  /** Days that a picture may wait to be shown with something. */
  PICTURES_UNUSED_DAYS: count(30),
});
