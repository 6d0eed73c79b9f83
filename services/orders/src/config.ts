import { baseConfig, grpcAddress, grpcConfig, kafkaConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { fieldCipher } from '@social/runtime/field-cipher';
import { retainJobConfig } from '@social/runtime/job';
import { z } from 'zod';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const duration = (ms: number) => z.coerce.number().int().min(1).default(ms);

const encryptionKeys = z.string().transform((keys, context) => {
  try {
    return fieldCipher(keys);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'malformed' });
    return z.NEVER;
  }
});

/** What sealing needs, for the service and for the rotation of keys. */
const sealingConfig = {
  /** `k2:<base64 of 32 bytes>,k1:…`: the first seals addresses and pick-up codes, all open them. */
  ORDERS_ENCRYPTION_KEYS: encryptionKeys,
};

/** For `rotate-keys.ts`, which needs the database and the keys alone. */
export const rotationConfig = z.object({ NAMESPACE: baseConfig.shape.NAMESPACE, ...mongoConfig, ...sealingConfig });

const schema = baseConfig.extend({
  ...grpcConfig,
  ...mongoConfig,
  ...kafkaConfig,
  /** host:port of the services that orders asks. */
  CATALOG_ADDR: grpcAddress,
  IDENTITY_ADDR: grpcAddress,
  ...sealingConfig,
  /** The simulated carrier's API; absent: there is none. */
  SANDBOX_CARRIER_URL: z.url().optional(),
  SANDBOX_CARRIER_SECRET: z.string().min(16).optional(),
  /** The gateway as carriers reach it: they send their notifications there. */
  PUBLIC_URL: z.url().optional(),
  /** A parcel's carrier is asked when it has been silent for so long. */
  CARRIER_ASK_AFTER_MS: duration(30 * MINUTE),
  /** The first pause before a booking of unknown outcome is repeated; doubles up to six hours. */
  CARRIER_RETRY_MS: duration(2000),
  CARRIER_TIMEOUT_MS: duration(3000),
  /** Time to pay, from placing. */
  PAY_WINDOW_MS: duration(15 * MINUTE),
  /** How long after the time to pay a payment made in time may still be heard of. */
  CALLBACK_GRACE_MS: duration(30_000),
  /** Time from shipping until receipt is taken for granted. */
  AUTO_RECEIVE_MS: duration(10 * DAY),
  /** What the buyer may add to it, once an order. */
  RECEIPT_EXTENSION_MS: duration(5 * DAY),
  /** After this a checkout that was never finished counts as dead. */
  PLACING_TIMEOUT_MS: duration(MINUTE),
  /** After this a guest's cart that nobody has changed is forgotten. */
  GUEST_CART_MS: duration(30 * DAY),
  /** How often deadlines and stock to give back are looked for. */
  SWEEP_EVERY_MS: duration(1000),
});

/** A carrier that is named is named whole. */
const whole = schema
  .refine(({ SANDBOX_CARRIER_URL: url, SANDBOX_CARRIER_SECRET: secret }) => !url || secret, {
    path: ['SANDBOX_CARRIER_SECRET'],
    message: 'the secret shared with the carrier at SANDBOX_CARRIER_URL',
  })
  .refine(({ SANDBOX_CARRIER_URL: url, PUBLIC_URL: gateway }) => !url || gateway, {
    path: ['PUBLIC_URL'],
    message: 'where the carrier at SANDBOX_CARRIER_URL sends its notifications',
  });

/** Reads the environment, once; a wrong variable ends the process. */
export const loadConfig = () => readConfig(whole);

/** An unset variable often arrives as an empty one. */
const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** What the job reads that archives orders. */
export const retainConfig = retainJobConfig
  .extend({
    /** Days that an order stays after the last thing happened to it; China's E-Commerce Law asks for three years. */
    ORDERS_KEPT_DAYS: z.coerce.number().int().min(1).default(1095),
    /** A directory for the archive. Instead of it: ORDERS_ARCHIVE_S3_BUCKET_URL. */
    ORDERS_ARCHIVE_DIR: optional,
    /** An S3-compatible store, with the bucket: `https://s3.example.com/archive`. */
    ORDERS_ARCHIVE_S3_BUCKET_URL: optional.pipe(z.url().optional()),
    ORDERS_ARCHIVE_S3_REGION: z.string().default('auto'),
    ORDERS_ARCHIVE_S3_ACCESS_KEY_ID: optional,
    ORDERS_ARCHIVE_S3_SECRET_ACCESS_KEY: optional,
  })
  .refine((config) => Boolean(config.ORDERS_ARCHIVE_DIR) !== Boolean(config.ORDERS_ARCHIVE_S3_BUCKET_URL), {
    path: ['ORDERS_ARCHIVE_DIR'],
    message: 'either it or ORDERS_ARCHIVE_S3_BUCKET_URL is needed',
  })
  .refine(
    (config) =>
      !config.ORDERS_ARCHIVE_S3_BUCKET_URL ||
      (config.ORDERS_ARCHIVE_S3_ACCESS_KEY_ID && config.ORDERS_ARCHIVE_S3_SECRET_ACCESS_KEY),
    { path: ['ORDERS_ARCHIVE_S3_ACCESS_KEY_ID'], message: 'and ORDERS_ARCHIVE_S3_SECRET_ACCESS_KEY, for the bucket' },
  );

export type RetainConfig = z.output<typeof retainConfig>;
