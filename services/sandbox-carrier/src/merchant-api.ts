import { randomInt } from 'node:crypto';
import type { CallbackSender } from '@social/sandbox/callback-sender';
import { type Faults, withFault } from '@social/sandbox/faults';
import { parseBody, type SignedApiDeps, signedApi } from '@social/sandbox/signed-api';
import type { Router } from 'express';
import { z } from 'zod';
import { type Booking, book, bookingAnswer, misbehave, type Parcel, parcelAnswer } from './domain.ts';
import type { Movement } from './movement.ts';
import type { Parcels } from './store.ts';

/** The merchant's calls that may be planned to go wrong. */
export const OPERATIONS = ['book', 'query'] as const;

type Operation = (typeof OPERATIONS)[number];

export type MerchantApiDeps = SignedApiDeps<Operation> & {
  parcels: Parcels;
  movement: Movement;
  callbacks: CallbackSender<Parcel>;
  faults: Faults<Operation>;
};

const placeName = z.string().min(1).max(64);

const parcelRequest = z.strictObject({
  outParcelNo: z.string().min(1).max(128),
  to: z.strictObject({ province: placeName, city: placeName, district: placeName }),
  pieces: z.number().int().min(1),
  grams: z.number().int().min(0),
  notifyUrl: z.url({ protocol: /^https?$/ }).max(2000),
});

const misbehaviourRequest = z
  .strictObject({
    delaySeconds: z.number().min(0).max(3600).default(0),
    duplicates: z.number().int().min(0).max(20).default(0),
    failFirst: z.number().int().min(0).max(20).default(0),
    drop: z.boolean().default(false),
    reverse: z.boolean().default(false),
    lost: z.boolean().default(false),
    returned: z.boolean().default(false),
  })
  .transform(({ delaySeconds, failFirst, ...rest }) => ({
    ...rest,
    delay_seconds: delaySeconds,
    fail_first: failFirst,
  }));

const toBooking = (body: z.output<typeof parcelRequest>): Booking => ({
  out_parcel_no: body.outParcelNo,
  to: body.to,
  pieces: body.pieces,
  grams: body.grams,
  notify_url: body.notifyUrl,
});

const trackingNumber = (): string => `SBX${String(randomInt(10 ** 12)).padStart(12, '0')}`;

/** What a merchant may do, each call signed with the shared secret. */
export function merchantApi(deps: MerchantApiDeps): Router {
  const { parcels, movement, callbacks, faults } = deps;
  const api = signedApi(deps);

  api.post('/parcels', (request, response) => {
    const booking = { ...toBooking(parseBody(parcelRequest, request)), traceparent: request.header('traceparent') };
    return withFault('book', faults, response, async () => {
      const parcel = await parcels.create(() => book(booking, trackingNumber(), movement.motion()));
      callbacks.send(parcel);
      return bookingAnswer(parcel);
    });
  });
  api.get('/parcels/by-out-parcel-no/:number', (request, response) =>
    withFault('query', faults, response, async () => {
      const { _id } = await parcels.getByNumber(request.params.number);
      return parcelAnswer(await movement.upToDate(_id));
    }),
  );
  api.post('/parcels/:trackingNumber/misbehave', async (request, response) => {
    const wished = parseBody(misbehaviourRequest, request);
    const parcel = await movement.change(request.params.trackingNumber, (current) =>
      misbehave(current, wished, movement.motion()),
    );
    response.json(parcelAnswer(parcel));
  });
  return api;
}
