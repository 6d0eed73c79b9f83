import { randomInt } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import { OrderCompleted } from '@social/contracts/events/orders';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { type Actor, fact, headOf, type Order, type Step } from './domain.ts';
import { advance, refusal } from './transitions.ts';

/** Where a merchant's goods can be picked up; `id` is the merchant's own name for it. */
export type PickUpPoint = { id: string; name: string; address: string; phone: string; hours: string };

/** How an order is picked up: where, as it was told when it was ordered, and the sealed code that proves its buyer. */
export type OrderPickUp = {
  point: PickUpPoint;
  /** Sealed (see `sealCode`); gone with the hand-over. */
  code?: string;
  /** How often another code was shown; with `MOST_WRONG` it is shown in vain. */
  wrong: number;
  handed_over_at?: Date;
};

const MAX_POINTS = 50;
const MOST_WRONG = 5;
const CODE_DIGITS = 8;
const POINT_ID = /^[A-Za-z0-9_-]{1,40}$/;

/** Errors: pick-up-invalid, with each point that is at fault. */
export function checkPoints(points: PickUpPoint[]): void {
  const named = new Set<string>();
  const errors = points.flatMap(({ id, name, address, phone, hours }, index) => {
    const texts = [name, address].every((text) => text.trim() !== '') && [name, address, phone, hours].every(isShort);
    const messages = [
      ...(POINT_ID.test(id) ? [] : ['its id has 1 to 40 letters, digits, - or _']),
      ...(named.size === named.add(id).size ? [`another point is ${id}`] : []),
      ...(texts ? [] : ['it has a name and an address, and no text of more than 200 characters']),
    ];
    return messages.map((message) => ({ path: `points.${index}`, message }));
  });
  if (points.length > MAX_POINTS) errors.push({ path: 'points', message: `at most ${MAX_POINTS} points` });
  if (errors.length > 0) throw new DomainError('pick-up-invalid', undefined, { errors });
}

const isShort = (text: string): boolean => text.length <= 200;

const placeOf = (orderId: string) => ({ collection: 'orders', id: orderId, field: 'pick_up.code' });

/** A new code as it is stored, bound to its order. */
export const sealCode = (cipher: FieldCipher, orderId: string): string =>
  cipher.seal(String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'), placeOf(orderId));

/** The same code under the first key. Throws when its key is not given. */
export const resealCode = (cipher: FieldCipher, orderId: string, sealed: string): string =>
  cipher.seal(cipher.open(sealed, placeOf(orderId)), placeOf(orderId));

/** The code of an order that waits to be picked up; empty before it is paid and after it was handed over. */
export function codeOf(cipher: FieldCipher, { _id, state, pick_up }: Order): string {
  if (state !== 'pending_shipment' || !pick_up?.code) return '';

  return cipher.open(pick_up.code, placeOf(_id));
}

/**
 * The buyer shows a code at the counter. The right one ends the order; a wrong one is counted, and the order stays as it
 * was: the caller sees that by its state. Errors: order-transition-refused (it is sent), pick-up-code-locked.
 * @param code what `codeOf` tells
 */
export function handOver(order: Order, by: Actor, shown: string, code: string, now: Date): Step {
  const { pick_up } = order;
  if (!pick_up) throw refusal(order, 'hand-over', 'is sent');
  const { code: _, ...kept } = pick_up;
  const next = advance(order, 'hand-over', by, now, {
    completed_at: now,
    pick_up: { ...kept, handed_over_at: now },
  });
  if (pick_up.wrong >= MOST_WRONG) throw new DomainError('pick-up-code-locked');
  if (shown !== code) {
    const counted = { ...pick_up, wrong: pick_up.wrong + 1 };
    return { order: { ...order, pick_up: counted, version: order.version + 1 }, facts: [] };
  }

  return { order: next, facts: [fact(OrderCompleted, { ...headOf(next), completedAt: now.toISOString() })] };
}

/** The buyer gets another code; what was tried before is forgotten. Errors: order-transition-refused (it is sent). */
export function renewCode(order: Order, by: Actor, sealed: string, now: Date): Step {
  if (!order.pick_up) throw refusal(order, 'renew-pick-up-code', 'is sent');

  const pick_up = { ...order.pick_up, code: sealed, wrong: 0 };
  return { order: advance(order, 'renew-pick-up-code', by, now, { pick_up }), facts: [] };
}
