import { DomainError } from '@social/contracts/errors';
import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Instant } from '../views/values.ts';

const tag = 'sessions';

/** What the gateway answers from the access token and its own Redis, without asking a service. */
export const sessionRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/session',
    summary: 'Who the access token says I am',
    tag,
    access: 'user',
    success: {
      status: 200,
      schema: z.strictObject({
        userId: z.string(),
        roles: z.array(z.string()),
        merchantId: z.string().optional(),
        expiresAt: Instant,
      }),
    },
    errors: [],
    handle: async ({ session }) => {
      if (!session) throw new DomainError('unauthenticated');

      const { userId, roles, merchantId } = session.caller;
      return { userId, roles: [...roles], merchantId, expiresAt: session.expiresAt.toISOString() };
    },
  }),
  route({
    method: 'post',
    path: '/v1/ws-tickets',
    summary: 'A ticket that opens /v1/ws once, within 30 seconds',
    tag,
    inMaintenance: 'served',
    access: 'user',
    success: { status: 201, schema: z.strictObject({ ticket: z.string(), expiresAt: Instant }) },
    errors: [],
    handle: async ({ session }, { tickets }) => {
      if (!session) throw new DomainError('unauthenticated');

      const { userId, roles } = session.caller;
      const issued = await tickets.issue({ userId, roles: [...roles], expiresAt: session.expiresAt });
      return { ticket: issued.ticket, expiresAt: issued.expiresAt.toISOString() };
    },
  }),
];
