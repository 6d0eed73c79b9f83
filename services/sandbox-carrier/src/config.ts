import { baseConfig, mongoConfig, readConfig } from '@social/runtime/config';
import { callbackConfig, milliseconds } from '@social/sandbox/config';
import { z } from 'zod';

/** The environment of the simulated carrier. Durations in milliseconds. */
const schema = baseConfig
  .extend(mongoConfig)
  .extend(callbackConfig)
  .extend({
    /** Shared with the merchant: authenticates its calls and signs our callbacks. */
    SANDBOX_CARRIER_SECRET: z.string().min(16),
    /** From one scan of a parcel to its next. */
    CARRIER_STEP_MS: milliseconds.default(5000),
    /** Between two looks at which parcels are to move. */
    STEP_SWEEP_MS: milliseconds.default(200),
  });

export type Config = z.output<typeof schema>;

/** Reads the environment; a wrong variable ends the process with one line each. */
export const loadConfig = (): Config => readConfig(schema);
