import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Redis } from '@social/runtime/redis';
import { z } from 'zod';

const TICKET_SECONDS = 30;

const Holder = z.object({ userId: z.string(), roles: z.array(z.string()), expiresAt: z.coerce.date() });

/** Whose WebSocket it will be, and until when their access token holds. */
export type Holder = z.output<typeof Holder>;

export type Tickets = {
  /** Errors: service-unavailable while Redis is away. */
  issue: (holder: Holder) => Promise<{ ticket: string; expiresAt: Date }>;
  /** Takes a ticket; it is gone then. Errors: ticket-invalid, service-unavailable. */
  redeem: (ticket: string) => Promise<Holder>;
};

type Options = { redis: Redis; namespace: string; clock: Clock };

const unavailable = () => new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });

/** Tickets lie in Redis under their hash, so that reading Redis does not open sockets. */
export function createTickets({ redis, namespace, clock }: Options): Tickets {
  const place = (ticket: string) =>
    `${namespace}gateway:{${createHash('sha256').update(ticket).digest('base64url')}}:ticket`;

  return {
    issue: async (holder) => {
      const ticket = randomBytes(24).toString('base64url');
      const expiresAt = new Date(clock.now().getTime() + TICKET_SECONDS * 1000);
      const expiration = { type: 'EX', value: TICKET_SECONDS } as const;
      await redis.set(place(ticket), JSON.stringify(holder), { expiration }).catch(() => {
        throw unavailable();
      });
      return { ticket, expiresAt };
    },
    redeem: async (ticket) => {
      const found = await redis.getDel(place(ticket)).catch(() => {
        throw unavailable();
      });
      if (found === null) throw new DomainError('ticket-invalid');
      return Holder.parse(JSON.parse(found));
    },
  };
}
