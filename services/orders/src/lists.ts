import { DomainError } from '@social/contracts/errors';
import type { ListOrdersRequest__Output } from '@social/contracts/generated/social/orders/v1/ListOrdersRequest';
import { type Caller, hasRole, requireMerchant } from '@social/runtime/caller';
import type { Filter } from 'mongodb';
import { type Order, type OrderState, VISIBLE_STATES } from './domain.ts';
import type { Store } from './store.ts';
import { STATE_NAMES } from './view.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** One page of a list, newest first; `more` says whether another follows. */
export type Page = { orders: Order[]; more: boolean };

/** Where the next page starts, opaque to callers; empty on the last page. */
export const cursorOf = ({ orders, more }: Page): string =>
  more ? Buffer.from(orders.at(-1)?._id ?? '').toString('base64url') : '';

/** Errors: cursor-invalid. */
export function readCursor(cursor: string): string | undefined {
  if (cursor === '') return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^ord_[0-9a-f-]{36}$/.test(id) || Buffer.from(id).toString('base64url') !== cursor) {
    throw new DomainError('cursor-invalid');
  }

  return id;
}

/**
 * Whose orders a caller lists: a merchant's (its staff, operators), an activity's (the merchant's staff see their own,
 * operators all), or else the caller's own as a buyer. Errors: forbidden.
 */
export function scopeOf(caller: Caller, merchantId: string, activityId: string): Filter<Order> {
  const seats = activityId === '' ? {} : { 'group.activity_id': activityId };
  if (merchantId !== '') {
    requireMerchant(caller, merchantId);
    return { merchant_id: merchantId, ...seats };
  }
  if (activityId !== '' && hasRole(caller, 'operator')) return seats;
  if (activityId !== '' && hasRole(caller, 'merchant-staff')) return { merchant_id: caller.merchantId ?? '', ...seats };
  return { buyer_id: caller.userId, hidden: { $exists: false }, ...seats };
}

export const stateOf = (name: string): OrderState | undefined =>
  VISIBLE_STATES.find((state) => STATE_NAMES[state] === name);

/** Errors: forbidden, cursor-invalid. */
export async function listOrders(store: Store, caller: Caller, request: ListOrdersRequest__Output): Promise<Page> {
  const scope = scopeOf(caller, request.merchantId, request.activityId);
  const before = readCursor(request.cursor);
  const limit = Math.min(Math.max(request.limit || DEFAULT_LIMIT, 1), MAX_LIMIT);
  const state = stateOf(request.state);
  const found = await store.page(scope, state ? [state] : VISIBLE_STATES, before, limit + 1);
  return { orders: found.slice(0, limit), more: found.length > limit };
}
