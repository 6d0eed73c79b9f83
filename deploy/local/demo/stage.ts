/** What `make demo` is given: the running platform, and a screen to tell the story on. */
import { z } from 'zod';
import { createTeller } from './telling.ts';

export const env = z
  .object({
    PUBLIC_URL: z.url(),
    BOOTSTRAP_OPERATOR_PHONE: z.string(),
    BOOTSTRAP_OPERATOR_PASSWORD: z.string(),
  })
  .parse(process.env);

export const teller = createTeller((text) => process.stdout.write(text), Date.now);
