import {
  baseConfig,
  grpcAddress,
  grpcConfig,
  kafkaConfig,
  mongoConfig,
  readConfig,
  redisConfig,
} from '@social/runtime/config';
import { z } from 'zod';

/** The environment of the group-buy service; durations in milliseconds. */
export const config = () =>
  readConfig(
    baseConfig.extend({
      ...grpcConfig,
      ...mongoConfig,
      ...kafkaConfig,
      ...redisConfig,
      CATALOG_ADDR: grpcAddress,
      ORDERS_ADDR: grpcAddress,
      /** How long after a deadline a payment made before it may still be heard of. */
      CALLBACK_GRACE_MS: z.coerce.number().int().min(0).default(30_000),
      /** Most seats in one call to the gate or to orders, and most such calls to orders in flight. */
      JOIN_BATCH: z.coerce.number().int().min(1).default(200),
      JOIN_FLIGHTS: z.coerce.number().int().min(1).default(1),
      /** Slots of Redis over which an activity's groups are spread: more than one for a cluster. Fixed while one is open. */
      GATE_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
      /** How often activities that start within a minute are made ready. */
      WARM_EVERY_MS: z.coerce.number().int().min(50).default(5000),
      /** How often deadlines are looked at. */
      SWEEP_EVERY_MS: z.coerce.number().int().min(50).default(1000),
    }),
  );
