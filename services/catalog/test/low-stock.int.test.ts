import { LowStockReached } from '@social/contracts/events/catalog';
import type { DataOf } from '@social/contracts/events/event';
import { consume, on } from '@social/messaging/consumer';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spreadDefaults } from '../src/low-stock.ts';
import { aProduct, codeOf, ORDERS, onSale, type Running, SHOPPER, startCatalog } from './harness.ts';

let running: Running;
let stopListening: () => Promise<void>;
const told = new Map<string, DataOf<typeof LowStockReached>[]>();

beforeAll(async () => {
  running = await startCatalog();
  stopListening = await consume({ ...running.bus, service: 'listener' }, [
    on(LowStockReached, async (data) => void told.set(data.skuId, [...(told.get(data.skuId) ?? []), data])),
  ]);
});
afterAll(async () => {
  await stopListening?.();
  await running?.close();
});

type Shown = Awaited<ReturnType<typeof onSale>>;
const take = (skuId: string, holderId: string, quantity: number) =>
  running.rpc.TakeStock({ takes: [{ holderId, lines: [{ skuId, quantity }] }] }, { caller: ORDERS });
const setLow = ({ merchantId, caller }: Shown, threshold: number | undefined, skuId = '') =>
  running.rpc.SetLowStock({ merchantId, skuId, ...(threshold === undefined ? {} : { threshold }) }, { caller });
const listed = async ({ merchantId, caller }: Shown, limit = 100) =>
  (await running.rpc.ListLowStock({ merchantId, limit }, { caller })).items;

describe('a SKU that runs low', () => {
  it('is told of once each time it comes down to its threshold, not at each sale', async () => {
    const shown = await onSale(running, { stock: 10 });
    const { skuId, merchantId, productId } = shown;
    await setLow(shown, 5, skuId);
    const of = (name: string) => `ord_${name}_${skuId}`;

    await take(skuId, of('a'), 4);
    expect(await listed(shown)).toEqual([]);
    await take(skuId, of('b'), 1);
    await take(skuId, of('c'), 1);
    await take(skuId, of('d'), 1);
    expect(await listed(shown)).toMatchObject([{ skuId, productId, title: 'Green tea', available: 3, threshold: 5 }]);

    await running.rpc.GiveBackStock({ holderId: of('a') }, { caller: ORDERS });
    expect(await listed(shown)).toEqual([]);
    await take(skuId, of('e'), 6);

    await eventually(() => expect(told.get(skuId)).toHaveLength(2));
    expect(told.get(skuId)).toMatchObject([
      { skuId, productId, merchantId, available: 5, threshold: 5 },
      { skuId, productId, merchantId, available: 1, threshold: 5 },
    ]);
  });

  it('is told of once when a crowd takes it all', async () => {
    const shown = await onSale(running, { stock: 20 });
    const { skuId } = shown;
    await setLow(shown, 5, skuId);
    await Promise.allSettled(Array.from({ length: 40 }, (_, index) => take(skuId, `ord_x${index}_${skuId}`, 1)));

    expect(await running.catalog.collections.alerts.countDocuments({ sku_id: skuId })).toBe(1);
    expect(await listed(shown)).toMatchObject([{ skuId, available: 0 }]);
  });

  it('has its merchant’s default where it has none of its own, also when it is new', async () => {
    const shown = await onSale(running, { stock: 3 });
    const { skuId, merchantId, caller, categoryId } = shown;
    await setLow(shown, 5);
    await spreadDefaults(running.catalog.collections);
    const product = await running.rpc.CreateProduct(
      { merchantId, product: aProduct(categoryId, { stock: 2 }) },
      { caller },
    );
    const fresh = product.skus[0]?.skuId ?? '';
    expect((await listed(shown)).map((row) => [row.skuId, row.available])).toEqual([
      [fresh, 2],
      [skuId, 3],
    ]);

    await setLow(shown, 1, skuId);
    expect((await listed(shown)).map((row) => row.skuId)).toEqual([fresh]);
    await setLow(shown, 0);
    await spreadDefaults(running.catalog.collections);
    expect(await listed(shown)).toEqual([]);
    await setLow(shown, 4);
    await spreadDefaults(running.catalog.collections);
    await setLow(shown, undefined, skuId);
    expect((await listed(shown)).map((row) => row.skuId)).toEqual([fresh, skuId]);
    await setLow(shown, undefined);
    await spreadDefaults(running.catalog.collections);
    expect(await listed(shown)).toEqual([]);
  });

  it('is listed page by page, each once, without what is gone', async () => {
    const shown = await onSale(running, { stock: 1 });
    const { merchantId, caller, categoryId, productId } = shown;
    await setLow(shown, 9);
    for (const stock of [4, 4, 2]) {
      await running.rpc.CreateProduct({ merchantId, product: aProduct(categoryId, { stock }) }, { caller });
    }
    await spreadDefaults(running.catalog.collections);
    const whole = (await listed(shown)).map((row) => row.skuId);
    expect(whole).toHaveLength(4);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await running.rpc.ListLowStock({ merchantId, limit: 1, cursor }, { caller });
      seen.push(...page.items.map((row) => row.skuId));
      cursor = page.nextCursor;
      if (cursor === '') break;
    }
    expect(seen).toEqual(whole);

    await running.rpc.DeleteProduct({ productId }, { caller });
    expect(await listed(shown)).toHaveLength(3);
  });

  it('is listed straight from an index', async () => {
    const plan = await running.catalog.collections.stock
      .find({ merchant_id: 'mer_1', low: true })
      .sort({ merchant_id: 1, stock: 1, _id: 1 })
      .explain('queryPlanner');
    const text = JSON.stringify(plan);
    expect(text).toContain('"indexName":"low"');
    expect(text).not.toContain('"stage":"SORT"');
  });

  it('is the merchant’s business alone, with a sound threshold', async () => {
    const [shown, other] = await Promise.all([onSale(running), onSale(running)]);
    const { merchantId, skuId, caller } = shown;
    const set = (threshold: number, as: typeof caller, of = { merchantId, skuId }) =>
      codeOf(running.rpc.SetLowStock({ ...of, threshold }, { caller: as }));
    expect(await set(1, other.caller)).toBe('forbidden');
    expect(await set(1, SHOPPER)).toBe('forbidden');
    expect(await set(1, other.caller, { merchantId: other.merchantId, skuId })).toBe('sku-not-found');
    expect(await set(-1, caller)).toBe('quantity-invalid');
    expect(await codeOf(running.rpc.ListLowStock({ merchantId }, { caller: other.caller }))).toBe('forbidden');
    expect(await codeOf(running.rpc.ListLowStock({ merchantId, cursor: 'torn' }, { caller }))).toBe('cursor-invalid');
  });
});
