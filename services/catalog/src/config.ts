import { baseConfig, grpcConfig, kafkaConfig, mongoConfig } from '@social/runtime/config';
import { z } from 'zod';

/** What the catalog reads from its environment. */
export const catalogConfig = baseConfig.extend({
  ...grpcConfig,
  ...mongoConfig,
  ...kafkaConfig,
  /** How often it is looked for products that go on or off sale by themselves, in milliseconds. */
  SWEEP_EVERY_MS: z.coerce.number().int().min(1).default(1000),
});
