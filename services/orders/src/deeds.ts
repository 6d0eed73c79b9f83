import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import type { Caller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { adjustPrice, extendReceipt, hide, note, remark } from './adjustments.ts';
import { unlessArchived } from './archive/refusal.ts';
import {
  type Actor,
  cancel,
  confirm,
  type Order,
  type RequestKey,
  type Role,
  type Step,
  type Timing,
} from './domain.ts';
import { answerTo, once } from './requests.ts';
import type { StockReturns } from './stock.ts';
import type { Store } from './store.ts';
import { actorOn, toMessage } from './view.ts';

export type DeedDeps = { store: Store; returns: StockReturns; cipher: FieldCipher; clock: Clock; timing: Timing };

/** A key without an id is none: the caller is a service that repeats safely by itself. */
export const keyOf = (request: RequestKey__Output | null): RequestKey | undefined =>
  request && request.id !== '' ? { id: request.id, body_hash: request.bodyHash } : undefined;

/** Something that a person or service does to one order. */
export type Deed = {
  orderId: string;
  request: RequestKey__Output | null;
  allowed: readonly Role[];
  rule: (order: Order, actor: Actor) => Step;
};

/** Does it once a request key; answers the order as the request left it. */
export async function carryOut({ store, returns }: DeedDeps, caller: Caller, deed: Deed): Promise<Order> {
  const key = keyOf(deed.request);
  const order = await unlessArchived(store, deed.orderId, caller, () =>
    store.update(deed.orderId, (current) => {
      const actor = actorOn(current, caller, deed.allowed);
      return once(current, key, (fresh) => deed.rule(fresh, actor));
    }),
  );
  returns.nudge(order);
  return answerTo(order, key);
}

/** The same, answered as the caller may see it. */
export const act = async (deps: DeedDeps, caller: Caller, deed: Deed) =>
  toMessage(await carryOut(deps, caller, deed), caller, deps.cipher);

type Deeds = 'CancelOrder' | 'AdjustPrice' | 'ExtendReceipt' | 'ConfirmReceipt' | 'SetRemark' | 'SetNote' | 'HideOrder';

/** What people do to orders, but for sending and picking up. */
export const deeds = (deps: DeedDeps): Pick<Handlers<OrdersServiceDefinition>, Deeds> => {
  const { clock, timing } = deps;
  return {
    CancelOrder: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer', 'service'],
        rule: (order, actor) => cancel(order, actor, `by-${actor.role}`, clock.now()),
      }),
    AdjustPrice: ({ orderId, request, totalAmount }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (order, actor) => adjustPrice(order, actor, totalAmount, clock.now()),
      }),
    ExtendReceipt: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (order, actor) => extendReceipt(order, actor, clock.now(), timing),
      }),
    ConfirmReceipt: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (order, actor) => confirm(order, actor, clock.now()),
      }),
    SetRemark: ({ orderId, request, remark: text }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (order, actor) => remark(order, actor, text, clock.now()),
      }),
    SetNote: ({ orderId, request, note: text }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (order, actor) => note(order, actor, text, clock.now()),
      }),
    HideOrder: async ({ orderId }, { caller }) => {
      await carryOut(deps, caller, {
        orderId,
        request: null,
        allowed: ['buyer'],
        rule: (order, actor) => hide(order, actor, clock.now()),
      });
      return {};
    },
  };
};
