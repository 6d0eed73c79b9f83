/** The public API as a k6 script calls it, and the people who call. */
import { fail, sleep } from 'k6';
import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import http, { type RefinedResponse } from 'k6/http';
import { Counter } from 'k6/metrics';

export type Shopper = { accessToken: string; addressId: string };
export type Seat = { orderId: string; groupId: string };
export type Money = { amount: number };
export type Answer = RefinedResponse<'text'>;

/** People who were minted for this run; each has a token and an address. */
export const shoppers = new SharedArray<Shopper>('shoppers', () => JSON.parse(open(__ENV.SHOPPERS_FILE ?? '')));

let operatorToken = __ENV.OPERATOR_TOKEN ?? '';

export const operator = (): string => operatorToken;

/** From here on the operator has this token: the one that the test began with lives 15 minutes. */
export const actAs = (token: string): void => {
  operatorToken = token;
};

const url = __ENV.PUBLIC_URL ?? '';

/** One request. A POST carries the key, or a new one. */
export function call(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  token: string,
  body?: unknown,
  key?: string,
): Answer {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': key ?? newKey() } : {}),
  };
  return http.request(method, `${url}${path}`, body === undefined ? null : JSON.stringify(body), {
    headers,
    responseType: 'text',
    timeout: '30s',
    // One figure a route, not one an id.
    tags: { name: `${method} ${path.replace(/(grp|act|ord|pay|mer|prd)_[\w-]+/g, ':id').split('?')[0]}` },
  });
}

export const newKey = () => `load-${Date.now()}-${exec.vu.idInTest}-${Math.random().toString(36).slice(2)}`;

export const read = <T>(answer: Answer): T => JSON.parse(answer.body || '{}');

export const codeOf = (answer: Answer): string => read<{ code?: string }>(answer).code ?? `status ${answer.status}`;

/** What must succeed for the test to mean anything. */
export function must<T>(answer: Answer): T {
  if (answer.status >= 300 || answer.status === 0) fail(`${answer.request.url}: ${answer.status} ${answer.body}`);
  return read(answer);
}

/** Whether the platform says "not now, come again". */
export const isForNow = (answer: Answer): boolean =>
  [429, 503, 504].includes(answer.status) || codeOf(answer) === 'request-in-progress';

const retried = new Counter('retried');

/** A request, and the same again, with the same key, when the platform said "not now". */
export function patiently(method: 'GET' | 'POST' | 'DELETE', path: string, token: string, body?: unknown): Answer {
  const key = newKey();
  let answer = call(method, path, token, body, key);
  for (let attempt = 0; attempt < 10 && isForNow(answer); attempt++) {
    retried.add(1, { status: String(answer.status) });
    sleep(Number(answer.headers['Retry-After'] ?? 1));
    answer = call(method, path, token, body, key);
  }
  return answer;
}

/** Asks for a seat. */
export const ask = ({ accessToken, addressId }: Shopper, path: string): Answer =>
  patiently('POST', path, accessToken, { addressId });
