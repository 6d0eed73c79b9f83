import { OrderPaid } from '@social/contracts/events/orders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogConsumers } from '../src/consumers.ts';
import { effectOf } from '../src/stock.ts';
import { countHoldersOfOld } from '../src/stock-counting.ts';
import { codeOf, OPERATOR, ORDERS, onSale, type Running, SHOPPER, startCatalog } from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const take = (skuId: string, holderId: string, quantity = 1) =>
  running.rpc.TakeStock({ takes: [{ holderId, lines: [{ skuId, quantity }] }] }, { caller: ORDERS });
const giveBack = (holderId: string, lines: { skuId: string; quantity: number }[] = []) =>
  running.rpc.GiveBackStock({ holderId, lines }, { caller: ORDERS });
const left = async (skuId: string) => (await running.catalog.stock.onHand([skuId])).get(skuId);

const commit = (holderId: string, sold: { skuId: string; quantity: number }[] = []) =>
  running.rpc.CommitStock({ holderId, sold }, { caller: ORDERS });

/** Every counter equals what its movements did to it, and what its holders say. */
async function expectItAddsUp(skuId: string): Promise<void> {
  const { movements, holders } = running.catalog.collections;
  const rows = await movements.find({ sku_id: skuId }).toArray();
  const sum = (of: 'stock' | 'reserved' | 'sold') => rows.reduce((total, row) => total + effectOf(row)[of], 0);
  const { stock, reserved, sold, moves } = await running.catalog.stock.level(skuId);
  expect({ stock, reserved, sold }).toEqual({ stock: sum('stock'), reserved: sum('reserved'), sold: sum('sold') });
  expect(rows.filter(({ n }) => n !== undefined)).toHaveLength(moves);
  const reservedBy = await holders.find({ 'lines.sku_id': skuId, state: 'reserved' }).toArray();
  const pieces = reservedBy.flatMap(({ lines }) => lines).filter(({ sku_id }) => sku_id === skuId);
  expect(pieces.reduce((total, { quantity }) => total + quantity, 0)).toBe(reserved);
}

/** Has the catalog hear that an order was paid. */
const paid = (orderId: string, skuId: string, quantity: number, activityId?: string) => {
  const [handler] = catalogConsumers(running.catalog);
  const data = {
    ...{ orderId, buyerId: 'usr_1', merchantId: 'mer_1', version: 3, total: 100, currency: 'CNY', paymentId: 'pay_1' },
    ...{ paidAt: '2026-06-01T12:00:00Z', late: false, lines: [{ productId: 'prd_none', skuId, quantity }] },
    group: activityId ? { activityId, groupId: 'grp_1', quantity } : undefined,
  };
  return handler?.handle(data, { id: 'e', key: orderId, type: OrderPaid.type, at: new Date() });
};

describe('taking stock', () => {
  it('sells exactly ten of ten to fifty who come at once', async () => {
    const { skuId } = await onSale(running, { stock: 10 });
    const orders = Array.from({ length: 50 }, (_, index) => `ord_${skuId}_${index}`);

    const answers = await Promise.allSettled(orders.map((order) => take(skuId, order)));
    const refused = answers.filter((answer) => answer.status === 'rejected');

    expect(refused).toHaveLength(40);
    expect(new Set(refused.map(({ reason }) => reason.code))).toEqual(new Set(['out-of-stock']));
    expect(await left(skuId)).toBe(0);
    await expectItAddsUp(skuId);
  });

  it('decides each of many in one call by itself, in their order', async () => {
    const { skuId } = await onSale(running, { stock: 3 });
    const request = (holder: string, lines: { skuId: string; quantity: number }[]) => ({
      takes: [{ holderId: `ord_${holder}_${skuId}`, lines }],
    });
    const requests = [
      request('a', [{ skuId, quantity: 2 }]),
      request('b', [{ skuId, quantity: 2 }]),
      request('c', [{ skuId: 'sku_none', quantity: 1 }]),
      request('d', []),
      request('e', [{ skuId, quantity: 1 }]),
    ];

    const { results } = await running.rpc.TakeStockForMany({ requests }, { caller: ORDERS });
    expect(results).toMatchObject([
      { errorCode: '' },
      { errorCode: 'out-of-stock', refusals: [{ skuId, message: '1 left' }] },
      { errorCode: 'sku-not-found', refusals: [{ skuId: 'sku_none' }] },
      { errorCode: 'request-invalid' },
      { errorCode: '' },
    ]);
    expect(await codeOf(running.rpc.TakeStockForMany({ requests }, { caller: SHOPPER }))).toBe('forbidden');
    await expectItAddsUp(skuId);
  });

  it('changes nothing when the winners ask again', async () => {
    const { skuId } = await onSale(running, { stock: 10 });
    const orders = Array.from({ length: 10 }, (_, index) => `ord_${skuId}_${index}`);

    await Promise.all([...orders, ...orders].map((order) => take(skuId, order)));
    await Promise.all(orders.map((order) => take(skuId, order)));

    expect(await left(skuId)).toBe(0);
    await expectItAddsUp(skuId);
  });

  it('takes for every order of a checkout or for none', async () => {
    const [plenty, scarce] = await Promise.all([onSale(running, { stock: 5 }), onSale(running, { stock: 1 })]);
    const takes = [
      { holderId: `ord_a_${plenty.skuId}`, lines: [{ skuId: plenty.skuId, quantity: 2 }] },
      { holderId: `ord_b_${plenty.skuId}`, lines: [{ skuId: scarce.skuId, quantity: 2 }] },
    ];

    expect(await codeOf(running.rpc.TakeStock({ takes }, { caller: ORDERS }))).toBe('out-of-stock');
    expect(await left(plenty.skuId)).toBe(5);
    expect(await left(scarce.skuId)).toBe(1);
  });

  it('refuses unknown SKUs, wrong quantities and callers who are no service', async () => {
    const { skuId } = await onSale(running);
    const takes = [{ holderId: 'ord_shopper', lines: [{ skuId, quantity: 1 }] }];

    expect(await codeOf(take('sku_unknown', 'ord_u'))).toBe('sku-not-found');
    expect(await codeOf(take(skuId, 'ord_zero', 0))).toBe('quantity-invalid');
    expect(await codeOf(take(skuId, 'ord_less', -3))).toBe('quantity-invalid');
    expect(await codeOf(running.rpc.TakeStock({ takes }, { caller: SHOPPER }))).toBe('forbidden');
    expect(await codeOf(running.rpc.TakeStock({ takes }, { caller: OPERATOR }))).toBe('forbidden');
    expect(await left(skuId)).toBe(10);
  });
});

describe('giving stock back', () => {
  it('gives an order back once, however often it is asked', async () => {
    const { skuId } = await onSale(running, { stock: 5 });
    await take(skuId, `ord_${skuId}`, 3);

    await Promise.all([giveBack(`ord_${skuId}`), giveBack(`ord_${skuId}`), giveBack(`ord_${skuId}`)]);

    expect(await left(skuId)).toBe(5);
    expect(await codeOf(take(skuId, `ord_${skuId}`, 3))).toBe('stock-holder-closed');
    await expectItAddsUp(skuId);
  });

  it('gives back what an activity did not sell', async () => {
    const { skuId } = await onSale(running, { stock: 100 });
    await take(skuId, `act_${skuId}`, 60);

    expect(await codeOf(giveBack(`act_${skuId}`, [{ skuId, quantity: 61 }]))).toBe('quantity-invalid');
    await giveBack(`act_${skuId}`, [{ skuId, quantity: 15 }]);
    await giveBack(`act_${skuId}`);

    expect(await left(skuId)).toBe(55);
    await expectItAddsUp(skuId);
  });

  it('refuses a take that comes after its order was given up', async () => {
    const { skuId } = await onSale(running);
    await giveBack(`ord_late_${skuId}`);

    expect(await codeOf(take(skuId, `ord_late_${skuId}`))).toBe('stock-holder-closed');
    expect(await left(skuId)).toBe(10);
  });

  it('decides a take and a give-back of one order at the same moment, one way or the other', async () => {
    const { skuId } = await onSale(running, { stock: 20 });
    const orders = Array.from({ length: 20 }, (_, index) => `ord_${skuId}_${index}`);

    await Promise.allSettled(orders.flatMap((order) => [take(skuId, order), giveBack(order)]));
    await Promise.all(orders.map((order) => giveBack(order)));

    expect(await left(skuId)).toBe(20);
    await expectItAddsUp(skuId);
  });
});

describe('selling what is reserved', () => {
  it('moves a paid order’s pieces from reserved to sold, once', async () => {
    const { skuId } = await onSale(running, { stock: 5 });
    const order = `ord_${skuId}`;
    await take(skuId, order, 3);
    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 2, reserved: 3, sold: 0 });

    await Promise.all([paid(order, skuId, 3), paid(order, skuId, 3), commit(order)]);

    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 2, reserved: 0, sold: 3 });
    await expectItAddsUp(skuId);
  });

  it('never gives back what is sold', async () => {
    const { skuId } = await onSale(running, { stock: 5 });
    await take(skuId, `ord_${skuId}`, 3);
    await commit(`ord_${skuId}`);
    await giveBack(`ord_${skuId}`);

    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 2, reserved: 0, sold: 3 });
  });

  it('refuses to sell what was given back, so that whoever says it is paid is heard of', async () => {
    const { skuId } = await onSale(running, { stock: 5 });
    await take(skuId, `ord_${skuId}`, 3);
    await giveBack(`ord_${skuId}`);

    expect(await codeOf(Promise.resolve(paid(`ord_${skuId}`, skuId, 3)))).toBe('stock-holder-closed');
    expect(await codeOf(commit(`ord_unknown_${skuId}`))).toBe('stock-holder-closed');
    await expectItAddsUp(skuId);
  });

  it('leaves a seat’s stock to its activity, which says at the end what it sold', async () => {
    const { skuId } = await onSale(running, { stock: 100 });
    await take(skuId, `act_${skuId}`, 60);
    await paid(`ord_seat_${skuId}`, skuId, 1, `act_${skuId}`);
    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 40, reserved: 60, sold: 0 });

    await commit(`act_${skuId}`, [{ skuId, quantity: 45 }]);
    await commit(`act_${skuId}`, [{ skuId, quantity: 45 }]);

    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 55, reserved: 0, sold: 45 });
    await expectItAddsUp(skuId);
  });

  it('adds up after fifty buyers for ten pieces, half of whom pay while others come', async () => {
    const { skuId } = await onSale(running, { stock: 10 });
    const buy = async (order: string, index: number) => {
      await take(skuId, order);
      await (index % 2 === 0 ? paid(order, skuId, 1) : giveBack(order));
    };
    const orders = Array.from({ length: 50 }, (_, index) => `ord_${skuId}_${index}`);
    await Promise.allSettled(orders.map(buy));
    const answers = await Promise.allSettled(orders.map((order, index) => buy(`${order}_more`, 2 * index)));

    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 0, reserved: 0, sold: 10 });
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(['out-of-stock']));
    await expectItAddsUp(skuId);
  });
});

describe('what was taken before reservations were counted', () => {
  it('is counted once: reserved while held, sold where it never came back', async () => {
    const { skuId, productId } = await onSale(running, { stock: 20 });
    const { stock, holders, movements } = running.catalog.collections;
    const at = new Date('2026-01-01');
    const lines = (quantity: number) => [{ sku_id: skuId, quantity }];
    const holding = { _id: `ord_old_${skuId}`, state: 'holding' as const, lines: lines(3), at };
    const closed = { _id: `act_old_${skuId}`, state: 'closed' as const, lines: lines(8), at };
    await holders.insertMany([holding, closed]);
    const row = (holder_id: string, quantity: number, reason: 'take' | 'back', suffix = '') => ({
      ...{ _id: `${holder_id}:${skuId}${suffix}`, sku_id: skuId, holder_id, quantity, reason, at },
    });
    await movements.insertMany([
      row(holding._id, -3, 'take'),
      row(closed._id, -8, 'take'),
      row(closed._id, 2, 'back', ':back'),
    ]);
    await stock.replaceOne({ _id: skuId }, { product_id: productId, stock: 11 });

    expect(await countHoldersOfOld({ ...running.catalog })).toBe(2);
    expect(await countHoldersOfOld({ ...running.catalog })).toBe(0);

    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 11, reserved: 3, sold: 6 });
    await expectItAddsUp(skuId);
    await paid(holding._id, skuId, 3);
    expect(await running.catalog.stock.level(skuId)).toMatchObject({ stock: 11, reserved: 0, sold: 9 });
    await expectItAddsUp(skuId);
  });
});

describe('setting stock', () => {
  it('sets what is on hand, once a request, and explains it by a movement', async () => {
    const { skuId, caller } = await onSale(running, { stock: 5 });
    const request = { id: `set-${skuId}`, bodyHash: 'a' };
    await running.rpc.SetStock({ skuId, stock: 40, request }, { caller });
    await take(skuId, `ord_${skuId}`, 4);

    const again = await running.rpc.SetStock({ skuId, stock: 40, request }, { caller });

    expect(again.stock).toBe(40);
    expect(await left(skuId)).toBe(36);
    expect(
      await codeOf(running.rpc.SetStock({ skuId, stock: 9, request: { ...request, bodyHash: 'b' } }, { caller })),
    ).toBe('idempotency-key-reused');
    await expectItAddsUp(skuId);
  });

  it('is for the merchant alone', async () => {
    const [mine, other] = await Promise.all([onSale(running), onSale(running)]);

    expect(await codeOf(running.rpc.SetStock({ skuId: mine.skuId, stock: 1 }, { caller: other.caller }))).toBe(
      'sku-not-found',
    );
    expect(await codeOf(running.rpc.SetStock({ skuId: mine.skuId, stock: -1 }, { caller: mine.caller }))).toBe(
      'quantity-invalid',
    );
  });
});
