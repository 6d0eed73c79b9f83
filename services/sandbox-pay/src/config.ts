import { baseConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { callbackConfig } from '@social/sandbox/config';
import { z } from 'zod';

/** The environment of the simulated provider. Durations in milliseconds. */
const schema = baseConfig
  .extend(mongoConfig)
  .extend(callbackConfig)
  .extend({
    /** Shared with the merchant: authenticates its calls and signs our callbacks. */
    SANDBOX_PAY_SECRET: z.string().min(16),
    /** Where payers reach the cashier; default: this machine. */
    PUBLIC_SANDBOX_PAY_URL: z.url().optional(),
  });

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);

/** The base of every cashier address, without a trailing slash. */
export const publicUrl = (config: Config): string =>
  (config.PUBLIC_SANDBOX_PAY_URL ?? `http://127.0.0.1:${config.HTTP_PORT}`).replace(/\/$/, '');
