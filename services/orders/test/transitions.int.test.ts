/** Whatever people can ask of an order, asked by everybody in every state: what the table allows works, all else is refused. */
import type { Order as OrderMessage } from '@social/contracts/generated/social/orders/v1/Order';
import type { Caller } from '@social/runtime/caller';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrderState, VISIBLE_STATES } from '../src/domain.ts';
import { ownRefundId } from '../src/payment.ts';
import { type Action, TRANSITIONS } from '../src/transitions.ts';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey, aSeatCall, aSeatRequest, captured, failed, moneyBack } from './requests.ts';
import { aWorld, GROUP_BUY, OPERATOR, type Shopper, staffOf, type World } from './world.ts';

const PRICE = 990;
let world: World;
let orders: InProcess;
let ann: Shopper;
let bob: Shopper;
let merchantId: string;
let otherMerchantId: string;
let sku: string;
let elsewhere: string;

beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
  [ann, bob] = [await world.aShopper(), await world.aShopper()];
  [merchantId, otherMerchantId] = [await world.aMerchant(), await world.aMerchant()];
  sku = await world.aSku(merchantId, PRICE, 10_000);
  const form = { recipient: '安小雨', phone: '13812345678', districtCode: '330203', detail: '二号' };
  elsewhere = (await world.identity.SaveAddress(form, { caller: ann.caller })).addressId ?? '';
  const point = { pointId: 'west', name: '西湖店', address: '文三路 1 号' };
  await orders.rpc.SetPickUpPoints({ points: { merchantId, points: [point] } }, { caller: staffOf(merchantId) });
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

const now = () => orders.clock.now();
const order = (id: string) => orders.store.get(id);
const become = (id: string, state: OrderState) =>
  eventually(async () => expect((await order(id)).state).toBe(state), 20_000);

type Kind = 'sent' | 'picked-up';

async function placed(kind: Kind): Promise<string> {
  const wishes = kind === 'sent' ? [] : [{ merchantId, pickUpPoint: 'west' }];
  const cart = { lines: [{ skuId: sku, quantity: 2 }], addressId: ann.addressId, wishes, request: aKey() };
  return (await orders.rpc.PlaceOrders(cart, ann)).orders[0]?.orderId ?? '';
}

async function paid(kind: Kind): Promise<string> {
  const id = await placed(kind);
  await orders.publish([captured(id, 2 * PRICE, now())]);
  await become(id, 'pending_shipment');
  return id;
}

async function paidSeat(): Promise<string> {
  const seat = aSeatRequest(ann);
  const call = aSeatCall([seat]);
  const offers = call.offers.map((offer) => ({ ...offer, merchantId }));
  await orders.rpc.PlaceGroupOrders({ ...call, offers }, { caller: GROUP_BUY });
  await orders.rpc.GetPayable({ orderIds: [seat.orderId], buyerId: ann.caller.userId }, { caller: GROUP_BUY });
  await orders.publish([captured(seat.orderId, PRICE, now())]);
  await become(seat.orderId, 'awaiting_group');
  return seat.orderId;
}

const codeFor = async (id: string) => (await orders.rpc.GetOrder({ orderId: id }, ann)).pickUp?.code ?? '';
const handOver = async (id: string) =>
  orders.rpc.HandOver({ orderId: id, code: await codeFor(id), request: aKey() }, { caller: staffOf(merchantId) });

/** A new order in each state, as people and services bring it there; a seat where only seats come. */
const IN: Record<string, (kind: Kind) => Promise<string>> = {
  pending_payment: placed,
  awaiting_group: paidSeat,
  pending_shipment: paid,
  shipped: async () => {
    const id = await paid('sent');
    const parcel = { carrier: 'SF', trackingNumber: 'SF1', request: aKey() };
    await orders.rpc.ShipOrder({ orderId: id, ...parcel }, { caller: staffOf(merchantId) });
    return id;
  },
  completed: async (kind) => {
    if (kind === 'picked-up') {
      const id = await paid(kind);
      await handOver(id);
      return id;
    }
    const id = await IN.shipped?.(kind);
    await orders.rpc.ConfirmReceipt({ orderId: id, request: aKey() }, ann);
    return id ?? '';
  },
  cancelled: async (kind) => {
    const id = await placed(kind);
    await orders.rpc.CancelOrder({ orderId: id, request: aKey() }, ann);
    return id;
  },
  closed: async () => {
    const id = await paidSeat();
    await orders.publish([failed('grp_1', [id], now())]);
    await eventually(async () => expect((await order(id)).refunds).toHaveLength(1), 20_000);
    await orders.publish([moneyBack(id, ownRefundId(id), PRICE, now())]);
    await become(id, 'closed');
    return id;
  },
};

type Asked = (orderId: string, as: { caller: Caller }) => Promise<unknown>;

/** What people and services can ask of an order that is there, by the action that it is. */
const ASKED: Partial<Record<Action, Asked>> = {
  cancel: (orderId, as) => orders.rpc.CancelOrder({ orderId, request: aKey() }, as),
  'adjust-price': (orderId, as) => orders.rpc.AdjustPrice({ orderId, totalAmount: 1500, request: aKey() }, as),
  'change-address': (orderId, as) => orders.rpc.ChangeAddress({ orderId, addressId: elsewhere, request: aKey() }, as),
  remark: (orderId, as) => orders.rpc.SetRemark({ orderId, remark: '放门口', request: aKey() }, as),
  note: (orderId, as) => orders.rpc.SetNote({ orderId, note: '老客', request: aKey() }, as),
  'ship-part': (orderId, as) => {
    const lines = [{ skuId: sku, quantity: 1 }];
    return orders.rpc.ShipOrder({ orderId, carrier: 'SF', trackingNumber: 'SF1', lines, request: aKey() }, as);
  },
  ship: (orderId, as) => orders.rpc.ShipOrder({ orderId, carrier: 'SF', trackingNumber: 'SF1', request: aKey() }, as),
  'extend-receipt': (orderId, as) => orders.rpc.ExtendReceipt({ orderId, request: aKey() }, as),
  'renew-pick-up-code': (orderId, as) => orders.rpc.RenewPickUpCode({ orderId, request: aKey() }, as),
  'hand-over': async (orderId, as) =>
    orders.rpc.HandOver({ orderId, code: (await codeFor(orderId)) || '12345678', request: aKey() }, as),
  confirm: (orderId, as) => orders.rpc.ConfirmReceipt({ orderId, request: aKey() }, as),
  hide: (orderId, as) => orders.rpc.HideOrder({ orderId }, as),
};
const ACTIONS = Object.keys(ASKED) as Action[];
const kindFor = (action: Action): Kind =>
  action === 'hand-over' || action === 'renew-pick-up-code' ? 'picked-up' : 'sent';

/** Everybody, in the capacity in which they stand to the order; undefined: in none. */
const everybody = () => [
  { who: 'its buyer', role: 'buyer', caller: ann.caller },
  { who: 'another buyer', role: undefined, caller: bob.caller },
  { who: "its merchant's staff", role: 'merchant-staff', caller: staffOf(merchantId) },
  { who: "another merchant's staff", role: undefined, caller: staffOf(otherMerchantId) },
  { who: 'an operator', role: 'operator', caller: OPERATOR },
  { who: 'a service', role: 'service', caller: GROUP_BUY },
];

/** What happens to an order in a state when somebody in a capacity asks: the code of the refusal, or the next state. */
function told(action: Action, state: OrderState, role: string | undefined): { code: string } | { state: OrderState } {
  const { from, to, who }: { from: readonly string[]; to: OrderState | 'same'; who: readonly string[] } =
    TRANSITIONS[action];
  if (role === undefined) return { code: 'order-not-found' };
  if (!who.includes(role)) return { code: 'forbidden' };
  if (!from.includes(state)) return { code: 'order-transition-refused' };
  return { state: to === 'same' ? state : to };
}

it('asks for everything that people and services may do to an order', () => {
  const people = new Set<string>(['buyer', 'merchant-staff', 'operator', 'service']);
  const theirs = Object.entries(TRANSITIONS).filter(([, { who }]) => who.some((role) => people.has(role)));
  const toPlace = ['place', 'abandon'];
  expect([...ACTIONS, ...toPlace].sort()).toEqual(theirs.map(([action]) => action).sort());
});

describe.each(VISIBLE_STATES)('an order that is %s', (state) => {
  it.each(ACTIONS)(
    '%s',
    async (action) => {
      const make = () => IN[state]?.(kindFor(action)) ?? Promise.reject(new Error(state));
      const ask = ASKED[action];
      let id = await make();
      for (const { who, role, caller } of everybody()) {
        const expected = told(action, state, role);
        const before = await order(id);
        const answer: unknown = await ask?.(id, { caller }).catch((error: { code: string }) => error);
        const after = await order(id);

        if ('code' in expected) {
          expect(answer, who).toMatchObject(expected);
          expect([after.version, after.state], who).toEqual([before.version, before.state]);
          continue;
        }
        expect(after, `${who}: ${(answer as OrderMessage & { code?: string }).code ?? ''}`).toMatchObject(expected);
        expect(after.history.at(-1), who).toMatchObject({ action, role, by: caller.userId, state: expected.state });
        id = await make();
      }
    },
    60_000,
  );
});
