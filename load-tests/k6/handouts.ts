/** People and the operator's token as they are minted while the test runs (soak/people.ts). */
import http from 'k6/http';
import { must, type Shopper } from './api.ts';

/** People that this worker has not used yet; their tokens live 15 minutes. */
let pile: Shopper[] = [];
let mintedAt = 0;
const FRESH_MS = 10 * 60_000;

const handout = <T>(path: string): T =>
  must(
    http.get(`${__ENV.HANDOUTS_URL}${path}`, {
      responseType: 'text',
      timeout: '30s',
      tags: { name: `handout ${path}` },
    }),
  );

/** Somebody who has never been here. */
export function nextShopper(): Shopper {
  if (Date.now() - mintedAt > FRESH_MS) pile = [];
  if (pile.length === 0) {
    pile = handout<Shopper[]>('/shoppers');
    mintedAt = Date.now();
  }
  const [next = { accessToken: '', addressId: '' }, ...rest] = pile;
  pile = rest;
  return next;
}

export const operatorToken = (): string => handout<{ accessToken: string }>('/operator').accessToken;
