import { baseConfig, grpcAddress, grpcConfig, kafkaConfig, mongoConfig } from '@social/runtime/config';
import { z } from 'zod';

/** What the catalog reads from its environment. */
export const catalogConfig = baseConfig.extend({
  ...grpcConfig,
  ...mongoConfig,
  ...kafkaConfig,
  /** host:port of the services that know what became of reserved stock. */
  ORDERS_ADDR: grpcAddress,
  GROUP_BUY_ADDR: grpcAddress,
  /** How often it is looked for what falls due: sale periods, and reservations past their deadline; in milliseconds. */
  SWEEP_EVERY_MS: z.coerce.number().int().min(1).default(1000),
});
