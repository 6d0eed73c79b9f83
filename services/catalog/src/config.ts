import { baseConfig, grpcAddress, grpcConfig, kafkaConfig, mongoConfig } from '@social/runtime/config';
import { retainJobConfig } from '@social/runtime/job';
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

/** What the job reads that removes what is kept no longer. */
export const retainConfig = retainJobConfig.extend({
  /** Days that the note of a SKU which ran low stays after it was told; the fact stays in its topic. */
  STOCK_ALERTS_KEPT_DAYS: z.coerce.number().int().min(1).default(90),
});
