import { randomBytes } from 'node:crypto';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { CallbackSender } from '@social/sandbox/callback-sender';
import { callbacksFor } from '@social/sandbox/callbacks';
import { languageOf, pageHeaders } from '@social/sandbox/page';
import { SandboxError } from '@social/sandbox/sandbox-error';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { cashierPage } from './cashier-page.ts';
import { type Charge, noteAttempt, type Payment, pay, stateAt } from './domain.ts';
import type { Charges } from './store.ts';

export type CashierDeps = { charges: Charges; clock: Clock; callbacks: CallbackSender<Charge> };

const checkbox = z.union([z.boolean(), z.literal('on').transform(() => true)]);

/** How a payer pays; a form or JSON. `paidAt` (JSON, tests) sets the time of payment and also pays what has expired. */
const paymentRequest = z.strictObject({
  delaySeconds: z.coerce.number().min(0).max(3600).default(0),
  duplicates: z.coerce.number().int().min(0).max(20).default(0),
  failFirst: z.coerce.number().int().min(0).max(20).default(0),
  drop: checkbox.default(false),
  paidAt: z.iso.datetime().optional(),
});

/** A browser goes back to the page, a program gets the charge as JSON. */
function answer(request: Request, response: Response, charge: Charge, clock: Clock): void {
  if (!request.is('json')) {
    response.redirect(303, `/cashier/${charge._id}?lang=${languageOf(request)}`);
    return;
  }

  response.json({
    chargeId: charge._id,
    state: stateAt(charge, clock.now()),
    transactionId: charge.transaction_id,
    paidAt: charge.paid_at?.toISOString(),
  });
}

/** The page on which a payer pays, and what its buttons do. Whoever knows a charge's address may pay it. */
export function cashier({ charges, clock, callbacks }: CashierDeps): Router {
  const router = Router();
  router.use(express.json({ limit: '4kb' }), express.urlencoded({ extended: false, limit: '4kb' }));

  router.get('/:id', async (request, response) => {
    const charge = await charges.get(request.params.id);
    const nonce = randomBytes(16).toString('base64');
    response.set(pageHeaders(nonce, [`script-src 'nonce-${nonce}'`, `form-action 'self'`])).type('html');
    response.send(cashierPage(charge, { now: clock.now(), language: languageOf(request), nonce }));
  });

  router.post('/:id/pay', async (request, response) => {
    const parsed = paymentRequest.safeParse(request.body ?? {});
    if (!parsed.success) throw new SandboxError(400, 'request-invalid', z.prettifyError(parsed.error));

    const { paidAt, ...misbehaviour } = parsed.data;
    const now = clock.now();
    const payment: Payment = {
      now,
      paidAt: paidAt ? new Date(paidAt) : now,
      afterExpiry: paidAt ? 'allow' : 'refuse',
      callbacks: callbacksFor(misbehaviour, now, () => newId('cbk')),
      transactionId: newId('sbx'),
    };
    const { document: charge } = await charges.change(request.params.id, (open) => pay(open, payment));
    answer(request, response, charge, clock);
    callbacks.send(charge);
  });

  for (const [path, outcome] of [['fail', 'declined'] as const, ['cancel', 'cancelled'] as const]) {
    router.post(`/:id/${path}`, async (request, response) => {
      const id = String(request.params.id);
      const { document: charge } = await charges.change(id, (open) => noteAttempt(open, outcome));
      answer(request, response, charge, clock);
    });
  }
  return router;
}
