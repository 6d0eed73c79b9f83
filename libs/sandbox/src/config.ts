import { z } from 'zod';

export const milliseconds = z.coerce.number().int().min(1);

/** What every simulator is told of its callbacks. Durations in milliseconds. */
export const callbackConfig = {
  /** Pauses between the attempts of a callback, comma-separated; the last one repeats. */
  CALLBACK_RETRIES_MS: z
    .string()
    .default('1000,2000,5000,15000,60000')
    .transform((list): unknown[] => list.split(','))
    .pipe(z.array(milliseconds)),
  CALLBACK_SWEEP_MS: milliseconds.default(200),
};
