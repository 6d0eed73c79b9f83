import { randomBytes } from 'node:crypto';
import { languageOf, pageHeaders } from '@social/sandbox/page';
import { Router } from 'express';
import type { Movement } from './movement.ts';
import { trackingPage } from './tracking-page.ts';

/** The public page of a parcel: whoever knows its tracking number may see where it is. */
export function tracking({ movement }: { movement: Movement }): Router {
  const router = Router();
  router.get('/:trackingNumber', async (request, response) => {
    const parcel = await movement.upToDate(request.params.trackingNumber);
    const nonce = randomBytes(16).toString('base64');
    response.set(pageHeaders(nonce, [`form-action 'none'`])).type('html');
    response.send(trackingPage(parcel, { language: languageOf(request), nonce }));
  });
  return router;
}
