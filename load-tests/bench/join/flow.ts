/**
 * Sends people who buy together: each opens or joins a group, and pays for the seat at the sandbox's cashier. In a
 * process of its own: reads an order as JSON from stdin, prints when it began and when the last one had paid.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from './rush-shop.ts';

export type FlowOrder = {
  url: string;
  activityId: string;
  /** The first of them open the groups, the others fill them; they make whole groups. */
  people: Person[];
  groups: number;
  /** How many are on their way at a time. */
  atOnce: number;
};

/** Milliseconds of the wall clock. */
export type FlowResult = { startedAt: number; paidAt: number };

const order = (await json(process.stdin)) as FlowOrder;
const agent = new Agent({ keepAlive: true });

/** How often somebody comes again who was told "not now". */
const PATIENCE = 10;

type Sent = { token?: string; body: unknown; succeeds: number; key?: string; tries?: number };

/** Comes again with the same key when told "not now", as an app would. Errors: when anything else was answered. */
function post<T>(url: string, sent: Sent): Promise<T> {
  const { token, body, succeeds, key = randomUUID(), tries = 1 } = sent;
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const asked = request(url, { method: 'POST', agent, headers }, async (response) => {
    const answer = await text(response);
    const { statusCode = 0 } = response;
    if (statusCode === succeeds) return resolve(JSON.parse(answer));

    if ([429, 503, 504].includes(statusCode) && tries < PATIENCE) {
      await pause(Number(response.headers['retry-after'] ?? 1) * 1000);
      resolve(post(url, { ...sent, key, tries: tries + 1 }));
    } else reject(new Error(`POST ${url}: ${response.statusCode} ${answer}`));
  });
  asked.once('error', reject);
  asked.end(JSON.stringify(body));
  return promise;
}

const opened = Array.from({ length: order.groups }, () => Promise.withResolvers<string>());

type Seat = { groupId: string; orderId: string };

/** From wanting a seat to having paid for it. */
async function buy({ token, addressId }: Person, index: number): Promise<void> {
  const own = opened[index];
  const group = own ? undefined : await opened[index % order.groups]?.promise;
  const path = group ? `/v1/groups/${group}/members` : `/v1/activities/${order.activityId}/groups`;
  const seat = await post<Seat>(`${order.url}${path}`, { token, body: { addressId }, succeeds: 201 });
  own?.resolve(seat.groupId);
  const wanted = { token, body: { orderIds: [seat.orderId] }, succeeds: 201 };
  const { cashierUrl } = await post<{ cashierUrl: string }>(`${order.url}/v1/payments`, wanted);
  await post(`${cashierUrl}/pay`, { body: {}, succeeds: 200 });
}

const startedAt = Date.now();
const people = order.people.entries();
const oneAfterTheOther = async () => {
  for (const [index, person] of people) await buy(person, index);
};
await Promise.all(Array.from({ length: order.atOnce }, oneAfterTheOther));
const result: FlowResult = { startedAt, paidAt: Date.now() };
process.stdout.write(JSON.stringify(result));
agent.destroy();
