import { z } from 'zod';
import { event, instant } from './event.ts';

export const IDENTITY_TOPIC = 'identity.user.v1';

/** A person has an account. Carries nothing that names them. Key: userId. */
export const UserRegistered = event(
  IDENTITY_TOPIC,
  'identity.user.registered.v1',
  z.object({ userId: z.string(), roles: z.array(z.string()), at: instant, version: z.number().int() }),
);
