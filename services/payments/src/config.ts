import { baseConfig, grpcAddress, grpcConfig, kafkaConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(1);

/** The environment of payments. Durations in milliseconds. */
const schema = baseConfig
  .extend(grpcConfig)
  .extend(mongoConfig)
  .extend(kafkaConfig)
  .extend({
    /** The simulated provider's merchant API; absent: there is none. */
    SANDBOX_PAY_URL: z.url().optional(),
    SANDBOX_PAY_SECRET: z.string().min(16).optional(),
    /** The gateway as providers reach it: they send their notifications there. */
    PUBLIC_URL: z.url(),
    ORDERS_ADDR: grpcAddress,
    /** Unpaid so long without a notification, and the provider is asked; then less and less often. */
    PROVIDER_QUERY_AFTER_MS: milliseconds.default(30_000),
    /** The first pause before a refund of unknown outcome is looked into; doubles up to ten minutes. */
    REFUND_RETRY_MS: milliseconds.default(2000),
    PROVIDER_TIMEOUT_MS: milliseconds.default(3000),
    SWEEP_MS: milliseconds.default(300),
  })
  .refine((config) => Boolean(config.SANDBOX_PAY_URL) === Boolean(config.SANDBOX_PAY_SECRET), {
    path: ['SANDBOX_PAY_SECRET'],
    message: 'set it and SANDBOX_PAY_URL, or neither',
  });

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);
