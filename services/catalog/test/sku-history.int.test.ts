import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aName,
  aProduct,
  codeOf,
  importFile,
  OPERATOR,
  ORDERS,
  onSale,
  type Running,
  SHOPPER,
  startCatalog,
} from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const take = (skuId: string, holderId: string, quantity = 1) =>
  running.rpc.TakeStock({ takes: [{ holderId, lines: [{ skuId, quantity }] }] }, { caller: ORDERS });

type Shown = Awaited<ReturnType<typeof onSale>>;

/** Every page of a list, in pages of `limit`. */
async function allPages<T>(read: (cursor: string) => Promise<{ rows: T[]; nextCursor: string }>): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor = ''; ; ) {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor;
    if (cursor === '') return rows;
  }
}

const movesOf = ({ merchantId, skuId, caller }: Shown, limit = 2) =>
  allPages(async (cursor) => {
    const page = await running.rpc.ListStockMoves({ merchantId, skuId, limit, cursor }, { caller });
    return { rows: page.moves, nextCursor: page.nextCursor };
  });
const pricesOf = ({ merchantId, skuId, caller }: Shown, limit = 2) =>
  allPages(async (cursor) => {
    const page = await running.rpc.ListPriceChanges({ merchantId, skuId, limit, cursor }, { caller });
    return { rows: page.changes, nextCursor: page.nextCursor };
  });

describe('the history of a SKU’s stock', () => {
  it('has a row for every change, newest first, each with its reason, its actor and what was left', async () => {
    const shown = await onSale(running, { stock: 10 });
    const { skuId, merchantId, caller } = shown;
    await take(skuId, `ord_a_${skuId}`, 3);
    await take(skuId, `ord_b_${skuId}`, 2);
    await running.rpc.CommitStock({ holderId: `ord_a_${skuId}` }, { caller: ORDERS });
    await running.rpc.GiveBackStock({ holderId: `ord_b_${skuId}` }, { caller: ORDERS });
    await running.rpc.SetStock({ skuId, stock: 20, reason: 'counted' }, { caller });
    await running.rpc.AdjustStock({ merchantId, skuId, pieces: -4, reason: 'broken' }, { caller });

    const by = caller.userId;
    expect(await movesOf(shown)).toMatchObject([
      { kind: 'adjust', available: -4, reserved: 0, sold: 0, availableAfter: 16, by, reason: 'broken', holderId: '' },
      { kind: 'set', available: 13, reserved: 0, sold: 0, availableAfter: 20, by, reason: 'counted' },
      { kind: 'back', available: 2, reserved: -2, sold: 0, availableAfter: 7, holderId: `ord_b_${skuId}` },
      { kind: 'sold', available: 0, reserved: -3, sold: 3, availableAfter: 5, holderId: `ord_a_${skuId}` },
      { kind: 'take', available: -2, reserved: 2, sold: 0, availableAfter: 5, holderId: `ord_b_${skuId}` },
      { kind: 'take', available: -3, reserved: 3, sold: 0, availableAfter: 7, holderId: `ord_a_${skuId}`, by: '' },
      { kind: 'opening', available: 10, reserved: 0, sold: 0, availableAfter: 10 },
    ]);
    expect(await running.rpc.GetStock({ merchantId, skuId }, { caller })).toEqual({
      ...{ skuId, available: 16, reserved: 0, sold: 3 },
    });
  });

  it('shows rows of old after all others, each once, whatever the size of a page', async () => {
    const shown = await onSale(running, { stock: 50 });
    const { skuId } = shown;
    await running.catalog.collections.movements.insertMany(
      [1, 2, 3, 4, 5].map((n) => ({
        ...{ _id: `ord_old_${n}:${skuId}`, sku_id: skuId, holder_id: `ord_old_${n}`, quantity: -1 },
        ...{ reason: 'take' as const, at: new Date(Date.UTC(2026, 0, n === 5 ? 4 : n)) },
      })),
    );
    for (const n of [1, 2, 3, 4]) await take(skuId, `ord_new_${n}_${skuId}`);

    const whole = await movesOf(shown, 100);
    const holders = whole.map(({ holderId }) => holderId.replace(`_${skuId}`, '').replace('ord_', ''));
    expect(holders).toEqual(['new_4', 'new_3', 'new_2', 'new_1', '', 'old_5', 'old_4', 'old_3', 'old_2', 'old_1']);
    for (const limit of [1, 2, 3, 4, 5]) expect(await movesOf(shown, limit)).toEqual(whole);
  });

  it('is one straight run of an index', async () => {
    const { skuId } = await onSale(running);
    const plan = await running.catalog.collections.movements
      .find({ sku_id: skuId, n: { $lt: Infinity } })
      .sort({ sku_id: 1, n: -1, at: -1, _id: -1 })
      .explain('executionStats');
    const text = JSON.stringify(plan);
    expect(text).toContain('IXSCAN');
    expect(text).not.toContain('"stage":"SORT"');
  });

  it('is for the merchant’s people and operators alone, also once the product is gone', async () => {
    const [shown, other] = await Promise.all([onSale(running), onSale(running)]);
    const { merchantId, skuId, productId, caller } = shown;
    const read = (as: typeof caller, of = { merchantId, skuId }) =>
      codeOf(running.rpc.ListStockMoves(of, { caller: as }));
    expect(await read(other.caller)).toBe('forbidden');
    expect(await read(SHOPPER)).toBe('forbidden');
    expect(await read(other.caller, { merchantId: other.merchantId, skuId })).toBe('sku-not-found');

    await running.rpc.DeleteProduct({ productId }, { caller });
    expect(await read(caller)).toBe('no refusal');
    expect(await read(OPERATOR)).toBe('no refusal');
  });

  it('goes on from its own cursors only', async () => {
    const [shown, other] = await Promise.all([onSale(running), onSale(running)]);
    await take(shown.skuId, `ord_c_${shown.skuId}`);
    const { merchantId, skuId, caller } = shown;
    const { nextCursor } = await running.rpc.ListStockMoves({ merchantId, skuId, limit: 1 }, { caller });
    expect(nextCursor).not.toBe('');

    const wrong = [
      running.rpc.ListStockMoves({ ...other, cursor: nextCursor }, { caller: other.caller }),
      running.rpc.ListPriceChanges({ merchantId, skuId, cursor: nextCursor }, { caller }),
      running.rpc.ListStockMoves({ merchantId, skuId, cursor: 'torn' }, { caller }),
    ];
    for (const call of wrong) expect(await codeOf(call)).toBe('cursor-invalid');
  });
});

describe('adjusting stock', () => {
  it('loses no sale that happens at the same moment', async () => {
    const { skuId, merchantId, caller } = await onSale(running, { stock: 30 });
    const adjust = () => running.rpc.AdjustStock({ merchantId, skuId, pieces: 2, reason: 'found' }, { caller });
    const sales = Array.from({ length: 20 }, (_, index) => take(skuId, `ord_x${index}_${skuId}`));
    await Promise.all([...sales, ...Array.from({ length: 5 }, adjust)]);

    expect((await running.catalog.stock.onHand([skuId])).get(skuId)).toBe(30 - 20 + 10);
  });

  it('never takes more than is left, nor nothing, and happens once a request', async () => {
    const { skuId, merchantId, caller } = await onSale(running, { stock: 3 });
    const adjust = (pieces: number, id = aName('adjust'), bodyHash = 'a', reason = 'lost') =>
      running.rpc.AdjustStock({ merchantId, skuId, pieces, reason, request: { id, bodyHash } }, { caller });
    expect(await codeOf(adjust(-4))).toBe('out-of-stock');
    expect(await codeOf(adjust(0))).toBe('quantity-invalid');
    expect(await codeOf(adjust(1, aName('adjust'), 'a', 'x'.repeat(201)))).toBe('request-invalid');

    const id = aName('adjust');
    await Promise.all([adjust(-2, id), adjust(-2, id)]);
    expect(await adjust(-2, id)).toMatchObject({ available: 1 });
    expect(await codeOf(adjust(-1, id, 'b'))).toBe('idempotency-key-reused');
    expect((await running.catalog.stock.onHand([skuId])).get(skuId)).toBe(1);
  });
});

describe('the history of a SKU’s price', () => {
  it('has a row for every change, newest first, with who made it', async () => {
    const shown = await onSale(running, { price: 1000 });
    const { product, productId, categoryId, caller, skuId } = shown;
    const change = async (version: number, price: number, compareAtAmount = 0) => {
      const sku = { ...product.skus?.[0], skuId, priceAmount: price, compareAtAmount };
      await running.rpc.UpdateProduct(
        { productId, version, product: { ...aProduct(categoryId), handle: product.handle, skus: [sku] } },
        { caller },
      );
    };
    await change(1, 1200);
    await change(2, 1200);
    await change(3, 900, 1200);
    await change(4, 950, 1200);

    const by = caller.userId;
    expect(await pricesOf(shown)).toMatchObject([
      { beforeAmount: 900, afterAmount: 950, beforeCompareAtAmount: 1200, afterCompareAtAmount: 1200, version: 5, by },
      { beforeAmount: 1200, afterAmount: 900, beforeCompareAtAmount: 0, afterCompareAtAmount: 1200, version: 4, by },
      { beforeAmount: 1000, afterAmount: 1200, version: 2, currency: 'CNY', by },
    ]);
  });

  it('knows what an import changed', async () => {
    const shown = await onSale(running, { price: 1000 });
    const csv = `Handle,Title,Variant Price\n${shown.product.handle},Green tea,8.50\n`;
    const { refusal } = await importFile(running, { merchant: shown.slug }, Buffer.from(csv), shown.caller);
    expect(refusal).toBe('');

    expect(await pricesOf(shown)).toMatchObject([{ beforeAmount: 1000, afterAmount: 850, by: shown.caller.userId }]);
  });
});
