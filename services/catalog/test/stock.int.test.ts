import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Stock always equals everything that ever moved it. */
async function expectItAddsUp(skuId: string): Promise<void> {
  const rows = await running.catalog.collections.movements.find({ sku_id: skuId }).toArray();
  expect(rows.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(await left(skuId));
}

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
