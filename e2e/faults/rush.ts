import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Body, Person, Seat, Shop } from '../shop.ts';

/** How long a person goes on asking before they count as unanswered. */
const PATIENCE_MS = 150_000;
/** What the platform may say while a part of it is away; each says that it is worth asking again. */
const COME_AGAIN = new Set([409, 429, 503, 504]);

export type Rush = {
  /** People who have come so far and have no answer yet, or have one. */
  progress: () => { accepted: number; refused: number };
  /** Answers what everybody got. Fails if somebody got none, or a fault of ours. */
  done: Promise<{ accepted: number; refused: number }>;
};

type Answer = { status: number; body: Seat & Body };

/**
 * A crowd that wants seats of one activity, some of them every 100 ms: every fourth opens a group, the others join one.
 * Each repeats a request with the same key until it is answered, and pays for the seat.
 */
export function startRush(shop: Shop, activityId: string, people: Person[]): Rush {
  const groups: string[] = [];
  const count = { accepted: 0, refused: 0 };

  /** One request until it is decided: the same key, however often the platform is away. */
  const decided = async (method: string, path: string, person: Person, body: unknown): Promise<Answer> => {
    const key = randomUUID();
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await shop
        .send<Seat & Body>(method, path, { token: person.token, body, key })
        .catch(() => undefined);
      const code = answer?.body.code;
      const undecided =
        !answer || (COME_AGAIN.has(answer.status) && (answer.status !== 409 || code === 'request-in-progress'));
      if (answer && !undecided) return answer;

      if (answer?.status === 503) expect(answer.headers.get('retry-after'), path).toMatch(/^\d+$/);
      if (Date.now() > deadline) throw new Error(`${method} ${path}: no answer but ${answer?.status} ${code}`);
      await pause(200 + Math.random() * 200);
    }
  };
  const seatFor = async (person: Person, index: number): Promise<Answer> => {
    const body = { quantity: 1, addressId: person.addressId };
    const open = () => decided('POST', `/v1/activities/${activityId}/groups`, person, body);
    if (index % 4 === 0) return open();

    for (let tries = 0; tries < 5; tries++) {
      const groupId = groups[Math.floor(Math.random() * groups.length)];
      if (!groupId) return open();
      const answer = await decided('POST', `/v1/groups/${groupId}/members`, person, body);
      if (answer.status === 201) return answer;
    }
    return open();
  };
  const come = async (person: Person, index: number): Promise<void> => {
    await pause(index * 100);
    const { status, body } = await seatFor(person, index);
    if (status !== 201) {
      expect([status, body.code], JSON.stringify(body)).toEqual([409, expect.any(String)]);
      count.refused++;
      return;
    }
    groups.push(body.groupId);
    const order = { orderIds: [body.orderId], provider: 'sandbox' };
    const payment = (await decided('POST', '/v1/payments', person, order)) as unknown as {
      status: number;
      body: Parameters<Shop['payAt']>[0];
    };
    // Who could not pay in time has lost the seat, not money.
    if (payment.status === 201) await shop.payAt(payment.body);
    count.accepted++;
  };
  const done = Promise.all(people.map(come)).then(() => count);
  // It may fail before anybody waits for it.
  done.catch(() => {});
  return { progress: () => ({ ...count }), done };
}
