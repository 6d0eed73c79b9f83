import { baseConfig, grpcAddress, insideConfig, kafkaConfig, redisConfig, redisUrl } from '@social/runtime/config';
import { z } from 'zod';

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((origin) => origin !== ''));

const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);

/** What the gateway reads from its environment. Durations in milliseconds. */
export const gatewayConfig = baseConfig.extend({
  ...redisConfig,
  ...kafkaConfig,
  ...insideConfig,
  IDENTITY_ADDR: grpcAddress,
  CATALOG_ADDR: grpcAddress,
  ORDERS_ADDR: grpcAddress,
  PAYMENTS_ADDR: grpcAddress,
  GROUP_BUY_ADDR: grpcAddress,
  MEDIA_ADDR: grpcAddress,
  /** Health and /metrics, not for the public; absent: no metrics are served. */
  ADMIN_PORT: z.coerce.number().int().optional(),
  /** Where group-buy's gate is, if it is not REDIS_URL; of a cluster any of its masters, the first of a list is taken. */
  GATE_REDIS_URL: redisUrl.or(z.literal('')).optional(),
  /** Where the public reaches this gateway; https makes the refresh cookie Secure. */
  PUBLIC_URL: z.url().default('http://127.0.0.1'),
  /** Origins, comma-separated, whose pages may call this API beside our own. */
  CORS_ORIGINS: origins,
  /** How many reverse proxies of ours stand in front; 0: the peer's address is the caller's. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  /** Whether a request's `traceparent` is gone on with: only where nobody but our own can send one. */
  TRUST_TRACEPARENT: z.stringbool().default(false),
  /** How long a cached page may be served when no event has dropped it earlier. */
  PAGE_TTL_MS: count(2000),
  /** Whether operators may mint shoppers for load tests; for development only. */
  DEV_ENDPOINTS: z.stringbool().default(false),
  /**
   * A file whose text, when there is any, is the notice of a maintenance: reads go on, changes hear 503. It is looked at
   * each second.
   */
  MAINTENANCE_FILE: z.string().optional(),
  /** A folder served at /pictures. */
  PICTURES_DIR: z.string().optional(),
  /** Token buckets in this process: steady requests a second, and how many at once. */
  ADDRESS_RATE: count(1000),
  ADDRESS_BURST: count(5000),
  USER_RATE: count(50),
  USER_BURST: count(200),
  /** The same for all of one address who are not logged in and have a cart; each of them is limited as a user is, too. */
  GUEST_ADDRESS_RATE: count(50),
  GUEST_ADDRESS_BURST: count(500),
  /** Joins and openings of one activity; what comes faster hears 429 before anything is asked behind. */
  ACTIVITY_RATE: count(5000),
  ACTIVITY_BURST: count(10_000),
  /** Most joins that wait for a call to group-buy: about a second's; past it people hear 503 at once. */
  JOIN_QUEUE: count(2000),
  /** Most joins in one call to group-buy, and most calls in flight. */
  JOIN_BATCH: count(256),
  JOIN_FLIGHTS: count(1),
  /** Zero bits that the proof of work at a waiting room's door asks for, each twice the work; 0 asks for none. */
  CHALLENGE_BITS: z.coerce.number().int().min(0).max(32).default(16),
  /** Shared by all gateways, on the routes under /v1/auth: tries a minute. */
  AUTH_ADDRESS_PER_MINUTE: count(600),
  AUTH_PHONE_PER_MINUTE: count(20),
});

export type GatewayConfig = z.output<typeof gatewayConfig>;
