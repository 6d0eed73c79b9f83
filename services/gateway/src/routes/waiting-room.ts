import type { ErrorCode } from '@social/contracts/errors';
import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { type Route, route } from '../route.ts';
import { Id, Instant } from '../views/values.ts';

const tag = 'waiting room';

const roomParams = z.strictObject({ activity: Id });

/** Refusals of whoever opens or joins a group past a waiting room. */
export const ADMISSION_ERRORS = [
  'waiting-room-ticket-required',
  'waiting-room-ticket-invalid',
  'not-your-turn',
] as const satisfies ErrorCode[];

export const ticketHeader = {
  'x-waiting-room-ticket': z
    .string()
    .optional()
    .meta({ description: 'The ticket of the waiting room, if there is one.' }),
};

export const ticketIn = ({ request }: Exchange): string | undefined => {
  const given = request.headers['x-waiting-room-ticket'];
  return typeof given === 'string' ? given : undefined;
};

const Puzzle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('proof-of-work'),
    challenge: z.string(),
    bits: z.int().meta({
      description: 'The answer is `<challenge>.<nonce>`, of which the SHA-256 starts with at least so many zero bits.',
    }),
    expiresAt: Instant,
  }),
]);

const Ticket = z
  .strictObject({
    ticket: z.string().meta({ description: 'For the X-Waiting-Room-Ticket header; of this person and activity only.' }),
    position: z.int().meta({ description: 'The place drawn, from 1; it never changes.' }),
    ahead: z.int().meta({ description: 'People whose turn comes earlier and has not come yet.' }),
    estimateSeconds: z.int().meta({ description: 'Until the turn comes.' }),
    admitted: z.boolean().meta({ description: 'Whether the turn has come.' }),
    admittedAt: Instant,
  })
  .meta({ id: 'WaitingRoomTicket' });

/** Repeating them changes nothing, so neither asks for a key. */
export const waitingRoomRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/activities/:activity/waiting-room/challenge',
    summary: 'What to solve before a new place in line is given',
    tag,
    access: 'user',
    params: roomParams,
    success: { status: 201, schema: Puzzle },
    errors: ['activity-not-found', 'activity-ended', 'waiting-room-not-found'],
    handle: async ({ params, caller }, { waitingRooms }) => {
      const puzzle = await waitingRooms.challenge(caller.userId, params.activity);
      return puzzle.kind === 'none' ? puzzle : { ...puzzle, expiresAt: puzzle.expiresAt.toISOString() };
    },
  }),
  route({
    method: 'post',
    path: '/v1/activities/:activity/waiting-room/tickets',
    summary: 'A place in line; the same again for whoever has one. Answers when the second is over and drawn',
    tag,
    access: 'user',
    headers: ticketHeader,
    params: roomParams,
    body: z.strictObject({ answer: z.string().max(2048).optional() }),
    success: { status: 201, schema: Ticket },
    errors: [
      'activity-not-found',
      'activity-ended',
      'waiting-room-not-found',
      'waiting-room-ticket-invalid',
      'challenge-required',
      'challenge-failed',
    ],
    handle: async ({ params, body, caller, exchange }, { waitingRooms }) => {
      const shown = { ticket: ticketIn(exchange), answer: body.answer };
      const ticket = await waitingRooms.enter(caller.userId, params.activity, shown);
      return { ...ticket, admittedAt: ticket.admittedAt.toISOString() };
    },
  }),
];
