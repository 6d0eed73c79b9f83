import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIMING } from '../src/fixtures.ts';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey, aSeatCall, aSeatRequest, type SeatRequest } from './requests.ts';
import { aWorld, GROUP_BUY, OPERATOR, PAYMENTS, staffOf, type World } from './world.ts';

let world: World;
let orders: InProcess;
beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a cart', () => {
  it('of two merchants becomes an order each, at the catalog’s prices, its stock taken', async () => {
    const [one, two] = [await world.aMerchant(), await world.aMerchant()];
    const [tea, cup] = [await world.aSku(one, 1990, 10), await world.aSku(two, 500, 10)];
    const ann = await world.aShopper();
    const lines = [
      { skuId: tea, quantity: 1 },
      { skuId: cup, quantity: 3 },
      { skuId: tea, quantity: 1 },
    ];

    const checkout = await orders.rpc.PlaceOrders({ lines, addressId: ann.addressId, request: aKey() }, ann);

    const totals = Object.fromEntries(checkout.orders.map(({ merchantId, total }) => [merchantId, total?.amount]));
    expect(totals).toEqual({ [one]: 3980, [two]: 1500 });
    expect(checkout.orders.every(({ state }) => state === 'ORDER_STATE_PENDING_PAYMENT')).toBe(true);
    expect(checkout.orders[0]?.address).toMatchObject({ recipient: '安小雨', district: '西湖区' });
    expect([await world.stockOf(tea), await world.stockOf(cup)]).toEqual([8, 7]);
    const first = checkout.orders[0]?.orderId ?? '';
    await eventually(() => expect(orders.heardOf(first).map(({ type }) => type)).toEqual(['placed']));
  });

  it('sent again, or fifty times at once, is one checkout with one answer', async () => {
    const sku = await world.aSku(await world.aMerchant(), 1990, 100);
    const other = await world.aSku(await world.aMerchant(), 100, 100);
    const ann = await world.aShopper();
    const lines = [sku, other].map((skuId) => ({ skuId, quantity: 1 }));
    const send = (request: { id: string; bodyHash: string }) =>
      orders.rpc.PlaceOrders({ lines, addressId: ann.addressId, request }, ann);
    const request = aKey();

    const answers = await Promise.all(Array.from({ length: 50 }, () => send(request)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer.orders.map(({ orderId }) => orderId)))).size).toBe(1);
    expect(await send(request)).toEqual(answers[0]);
    expect([await world.stockOf(sku), await world.stockOf(other)]).toEqual([99, 99]);
    await expect(send({ ...request, bodyHash: 'other' })).rejects.toThrow(code('idempotency-key-reused'));
  });

  it('that one merchant cannot deliver places nothing, and may be tried again', async () => {
    const [plenty, scarce] = [
      await world.aSku(await world.aMerchant(), 100, 5),
      await world.aSku(await world.aMerchant(), 100, 1),
    ];
    const ann = await world.aShopper();
    const lines = [
      { skuId: plenty, quantity: 1 },
      { skuId: scarce, quantity: 2 },
    ];
    const send = (request: { id: string; bodyHash: string }) =>
      orders.rpc.PlaceOrders({ lines, addressId: ann.addressId, request }, ann);
    const request = aKey();

    await expect(send(request)).rejects.toThrow(code('out-of-stock'));
    expect((await orders.rpc.ListOrders({}, ann)).orders).toEqual([]);
    expect(await world.stockOf(plenty)).toBe(5);

    await world.catalog.SetStock({ skuId: scarce, stock: 2 }, { caller: OPERATOR });
    expect((await send(request)).orders).toHaveLength(2);
  });

  it('is refused without a known SKU, an address of one’s own, or a caller', async () => {
    const sku = await world.aSku(await world.aMerchant(), 100, 5);
    const [ann, bob] = [await world.aShopper(), await world.aShopper()];
    const cart = { lines: [{ skuId: sku, quantity: 1 }], addressId: ann.addressId };

    const unknown = { ...cart, lines: [{ skuId: 'sku_none', quantity: 1 }] };
    await expect(orders.rpc.PlaceOrders(unknown, ann)).rejects.toThrow(code('sku-not-found'));
    await expect(orders.rpc.PlaceOrders(cart, bob)).rejects.toThrow(code('address-not-found'));
    await expect(orders.rpc.PlaceOrders(cart)).rejects.toThrow(code('unauthenticated'));
  });

  it('of the last piece, wanted by twenty at once, goes to one', async () => {
    const sku = await world.aSku(await world.aMerchant(), 100, 1);
    const ann = await world.aShopper();
    const buy = () =>
      orders.rpc.PlaceOrders({ lines: [{ skuId: sku, quantity: 1 }], addressId: ann.addressId, request: aKey() }, ann);

    const results = await Promise.allSettled(Array.from({ length: 20 }, buy));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.stockOf(sku)).toBe(0);
  });
});

describe('the end of an unpaid order', () => {
  const anOrder = async (sku: string) => {
    const ann = await world.aShopper();
    const cart = { lines: [{ skuId: sku, quantity: 2 }], addressId: ann.addressId, request: aKey() };
    const [order] = (await orders.rpc.PlaceOrders(cart, ann)).orders;
    return { ann, orderId: order?.orderId ?? '' };
  };

  it('by its buyer gives the stock back once', async () => {
    const sku = await world.aSku(await world.aMerchant(), 100, 5);
    const { ann, orderId } = await anOrder(sku);
    const request = aKey();

    const cancelled = await orders.rpc.CancelOrder({ orderId, request }, ann);
    expect(cancelled).toMatchObject({ state: 'ORDER_STATE_CANCELLED', cancelReason: 'by-buyer' });
    expect(await orders.rpc.CancelOrder({ orderId, request }, ann)).toEqual(cancelled);
    await expect(orders.rpc.CancelOrder({ orderId }, ann)).rejects.toThrow(code('order-transition-refused'));
    await eventually(async () => expect(await world.stockOf(sku)).toBe(5));
    await orders.returns.sweep();
    expect(await world.stockOf(sku)).toBe(5);
    await eventually(() => expect(orders.heardOf(orderId).map(({ type }) => type)).toEqual(['placed', 'cancelled']));
  });

  it('comes by itself after the time to pay and the grace, not before, also with two sweepers', async () => {
    const sku = await world.aSku(await world.aMerchant(), 100, 5);
    const { ann, orderId } = await anOrder(sku);

    orders.clock.turn(TIMING.payWindowMs + TIMING.callbackGraceMs - 1);
    await orders.sweepDeadlines();
    expect((await orders.rpc.GetOrder({ orderId }, ann)).state).toBe('ORDER_STATE_PENDING_PAYMENT');
    orders.clock.turn(1);
    await Promise.all([orders.sweepDeadlines(), orders.sweepDeadlines()]);

    expect((await orders.rpc.GetOrder({ orderId }, ann)).cancelReason).toBe('not-paid-in-time');
    await eventually(async () => expect(await world.stockOf(sku)).toBe(5));
    await eventually(() => expect(orders.heardOf(orderId).map(({ type }) => type)).toEqual(['placed', 'cancelled']));
  });

  it('is nobody else’s to bring about', async () => {
    const { orderId } = await anOrder(await world.aSku(await world.aMerchant(), 100, 5));
    const bob = await world.aShopper();

    await expect(orders.rpc.CancelOrder({ orderId }, bob)).rejects.toThrow(code('order-not-found'));
    await expect(orders.rpc.GetOrder({ orderId }, bob)).rejects.toThrow(code('order-not-found'));
    await expect(orders.rpc.CancelOrder({ orderId }, { caller: OPERATOR })).rejects.toThrow(code('forbidden'));
    const cancelled = await orders.rpc.CancelOrder({ orderId }, { caller: GROUP_BUY });
    expect(cancelled.state).toBe('ORDER_STATE_CANCELLED');
  });
});

describe('what is to be paid', () => {
  it('is told to payments alone, for the buyer’s own unpaid orders, in time', async () => {
    const sku = await world.aSku(await world.aMerchant(), 250, 5);
    const ann = await world.aShopper();
    const cart = { lines: [{ skuId: sku, quantity: 2 }], addressId: ann.addressId };
    const [order] = (await orders.rpc.PlaceOrders(cart, ann)).orders;
    const asked = { orderIds: [order?.orderId ?? ''], buyerId: ann.caller.userId };
    const service = { caller: PAYMENTS };

    const { orders: payables } = await orders.rpc.GetPayable(asked, service);
    expect(payables).toMatchObject([{ total: { amount: 500, currency: 'CNY' }, title: '龙井' }]);
    await expect(orders.rpc.GetPayable(asked, ann)).rejects.toThrow(code('forbidden'));
    await expect(orders.rpc.GetPayable({ ...asked, buyerId: 'usr_bob' }, service)).rejects.toThrow(
      code('order-not-found'),
    );
    orders.clock.turn(TIMING.payWindowMs + 1);
    await expect(orders.rpc.GetPayable(asked, service)).rejects.toThrow(code('order-not-payable'));
  });
});

describe('lists', () => {
  it('page through a buyer’s orders, newest first, each once', async () => {
    const sku = await world.aSku(await world.aMerchant(), 100, 50);
    const ann = await world.aShopper();
    const placed: string[] = [];
    for (let n = 0; n < 5; n++) {
      const cart = { lines: [{ skuId: sku, quantity: 1 }], addressId: ann.addressId };
      const [order] = (await orders.rpc.PlaceOrders(cart, ann)).orders;
      placed.unshift(order?.orderId ?? '');
    }

    const first = await orders.rpc.ListOrders({ limit: 3 }, ann);
    const second = await orders.rpc.ListOrders({ limit: 3, cursor: first.nextCursor }, ann);
    expect([...first.orders, ...second.orders].map(({ orderId }) => orderId)).toEqual(placed);
    expect(second.nextCursor).toBe('');
    const cancelled = await orders.rpc.ListOrders({ state: 'ORDER_STATE_CANCELLED' }, ann);
    expect(cancelled.orders).toEqual([]);
    await expect(orders.rpc.ListOrders({ cursor: 'x' }, ann)).rejects.toThrow(code('cursor-invalid'));
  });

  it('show a merchant’s staff theirs, and nobody else’s', async () => {
    const [mine, theirs] = [await world.aMerchant(), await world.aMerchant()];
    const lines = [
      { skuId: await world.aSku(mine, 100, 5), quantity: 1 },
      { skuId: await world.aSku(theirs, 100, 5), quantity: 1 },
    ];
    const ann = await world.aShopper();
    await orders.rpc.PlaceOrders({ lines, addressId: ann.addressId }, ann);
    const caller = staffOf(mine);

    const list = await orders.rpc.ListOrders({ merchantId: mine }, { caller });
    expect(list.orders).toMatchObject([{ merchantId: mine, address: { recipient: '安**', detail: '****' } }]);
    await expect(orders.rpc.ListOrders({ merchantId: theirs }, { caller })).rejects.toThrow(code('forbidden'));
  });
});

describe('orders for held seats', () => {
  const place = (batch: SeatRequest[], activityId?: string) =>
    orders.rpc.PlaceGroupOrders(aSeatCall(batch, activityId), { caller: GROUP_BUY });

  it('are placed in a batch, each with its own result', async () => {
    const [ann, bob] = [await world.aShopper(), await world.aShopper()];
    const good = aSeatRequest(ann);
    const foreign = { ...aSeatRequest(ann), addressId: bob.addressId };
    const many = aSeatRequest(bob, { quantity: 1000 });

    const { results } = await place([good, foreign, many, aSeatRequest(bob)]);

    expect(results.map(({ errorCode }) => errorCode)).toEqual(['', 'address-not-found', 'quantity-invalid', '']);
    expect(results[0]).toMatchObject({ payByMs: orders.clock.now().getTime() + TIMING.payWindowMs, earlier: null });
  });

  it('answer a repeated request with the earlier order, also within one batch', async () => {
    const ann = await world.aShopper();
    const first = aSeatRequest(ann);
    const again = { ...aSeatRequest(ann), request: first.request };
    const changed = { ...again, request: { ...first.request, bodyHash: 'other' } };

    const { results } = await place([first, again]);
    const placed = { orderId: first.orderId, groupId: 'grp_1', total: { amount: 990 }, payByMs: results[0]?.payByMs };
    expect(results[1]).toMatchObject({ payByMs: 0, earlier: placed });
    expect((await place([first])).results).toEqual([results[1]]);
    expect((await place([changed])).results[0]?.errorCode).toBe('idempotency-key-reused');

    const asked = { request: first.request, buyerId: ann.caller.userId };
    const found = await orders.rpc.FindGroupOrder(asked, { caller: GROUP_BUY });
    expect(found.order).toEqual(results[1]?.earlier);
    const unknown = { ...asked, request: aKey() };
    expect((await orders.rpc.FindGroupOrder(unknown, { caller: GROUP_BUY })).order).toBeNull();
  });

  it('show the address that was chosen, and keep it once payment begins', async () => {
    const ann = await world.aShopper();
    const seat = aSeatRequest(ann);
    const { orderId } = seat;
    await place([seat]);
    const stored = () => orders.store.get(orderId);
    expect((await orders.rpc.GetOrder({ orderId }, ann)).address).toMatchObject({ recipient: '安小雨' });
    expect((await stored()).address).toBeUndefined();

    await world.identity.DeleteAddress({ addressId: ann.addressId }, ann);
    const asked = { orderIds: [orderId], buyerId: ann.caller.userId };
    await orders.rpc.GetPayable(asked, { caller: PAYMENTS });
    await orders.rpc.GetPayable(asked, { caller: PAYMENTS });
    expect((await stored()).version).toBe(2);
    expect((await orders.rpc.GetOrder({ orderId }, ann)).address).toMatchObject({ recipient: '安小雨' });
    expect(JSON.stringify(await stored())).not.toContain('安小雨');
  });

  it('are group-buy’s to place and to list', async () => {
    const ann = await world.aShopper();
    await expect(orders.rpc.PlaceGroupOrders({ offers: [], orders: [] }, ann)).rejects.toThrow(code('forbidden'));
    await expect(orders.rpc.ListSeatHolds({ activityId: 'act_1' }, ann)).rejects.toThrow(code('forbidden'));
  });

  it('are listed page by page for rebuilding the seats', async () => {
    const ann = await world.aShopper();
    const batch = Array.from({ length: 5 }, () => aSeatRequest(ann));
    await place(batch, 'act_holds');

    const ids: string[] = [];
    for (let after = ''; ; after = ids.at(-1) ?? '') {
      const page = { activityId: 'act_holds', afterOrderId: after, limit: 2 };
      const { holds } = await orders.rpc.ListSeatHolds(page, { caller: GROUP_BUY });
      if (holds.length === 0) break;
      ids.push(...holds.map(({ orderId }) => orderId));
    }
    expect(ids).toEqual(batch.map(({ orderId }) => orderId).sort());
  });
});
