import { baseConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(1);

/** The environment of the simulated provider. Durations in milliseconds. */
const schema = baseConfig.extend(mongoConfig).extend({
  /** Shared with the merchant: authenticates its calls and signs our callbacks. */
  SANDBOX_PAY_SECRET: z.string().min(16),
  /** Where payers reach the cashier; default: this machine. */
  PUBLIC_SANDBOX_PAY_URL: z.url().optional(),
  /** Pauses between the attempts of a callback, comma-separated; the last one repeats. */
  CALLBACK_RETRIES_MS: z
    .string()
    .default('1000,2000,5000,15000,60000')
    .transform((list): unknown[] => list.split(','))
    .pipe(z.array(milliseconds)),
  CALLBACK_SWEEP_MS: milliseconds.default(200),
});

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);

/** The base of every cashier address, without a trailing slash. */
export const publicUrl = (config: Config): string =>
  (config.PUBLIC_SANDBOX_PAY_URL ?? `http://127.0.0.1:${config.HTTP_PORT}`).replace(/\/$/, '');
