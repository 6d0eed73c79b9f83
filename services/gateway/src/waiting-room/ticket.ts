import { DomainError } from '@social/contracts/errors';
import type { KeyRing } from '@social/runtime/key-ring';
import { z } from 'zod';
import { createSeal } from './seal.ts';
import type { Place } from './turns.ts';

/** What a ticket says: whose it is, for which activity, the place, and when (ms) the turn comes. */
const Claims = z.object({ u: z.string(), a: z.string(), p: z.int(), t: z.int(), at: z.int() });

/** A place in line and when (ms) its turn comes: promised once, so it stands whatever else is forgotten. */
export type Promised = { place: Place; at: number };

export type Tickets = {
  issue: (userId: string, activityId: string, promised: Promised) => string;
  /** Errors: waiting-room-ticket-invalid (forged, altered, of somebody else or for another activity). */
  read: (ticket: string, userId: string, activityId: string) => Promised;
};

/** Tickets that need no memory of ours: they are believed for their signature. */
export function createTickets(secret: KeyRing): Tickets {
  const seal = createSeal(secret, 'gateway waiting room ticket');
  return {
    issue: (userId, activityId, { place, at }) =>
      seal.sign({ u: userId, a: activityId, p: place.position, t: place.turn, at }),
    read: (ticket, userId, activityId) => {
      const claims = Claims.safeParse(seal.open(ticket)).data;
      if (claims?.u !== userId || claims.a !== activityId) throw new DomainError('waiting-room-ticket-invalid');
      return { place: { turn: claims.t, position: claims.p }, at: claims.at };
    },
  };
}
