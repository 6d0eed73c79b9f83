import { join } from 'node:path';
import { runJob } from '@social/testkit/job-process';
import { SERVERS } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductDoc } from '../src/documents.ts';
import { aProduct, aShop, onSale, type Running, SHOPPER, staffOf, startCatalog } from './harness.ts';

const SCRIPT = join(import.meta.dirname, '../src/migrate.ts');

let running: Running;

beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running?.close());

const migrate = () => runJob(SCRIPT, { MONGO_URL: SERVERS.mongoUrl, NAMESPACE: running.bus.namespace });
const stored = (productId: string) => running.catalog.collections.products.findOne({ _id: productId });

/** Takes a product back to the form in which the first ones were written. */
async function age(productId: string): Promise<void> {
  const later = ['attributes', 'brand_id', 'publication', 'rejection', 'approved'];
  const times = ['on_sale_from', 'off_sale_at', 'due_at'];
  const ofSkus = ['skus.0.pictures', 'skus.0.cost'];
  const $unset = Object.fromEntries([...later, ...times, ...ofSkus].map((field) => [field, '' as const]));
  const change = { $set: { 'skus.0.picture': '/old.jpg' }, $unset };
  await running.catalog.collections.products.updateOne({ _id: productId }, change);
}

const isOfToday = (product: ProductDoc | null): boolean => product?.publication !== undefined;

describe('migrate', () => {
  it('gives products of old the fields of today; all read the same before and after, but for the version', async () => {
    const { productId, caller } = await onSale(running);
    await age(productId);
    const asked = async () => ({
      shopper: await running.rpc.GetProduct({ productId }, { caller: SHOPPER }),
      staff: await running.rpc.GetProduct({ productId }, { caller }),
    });
    const before = await asked();
    expect(before.shopper.skus).toMatchObject([{ pictures: ['/old.jpg'] }]);
    expect(isOfToday(await stored(productId))).toBe(false);

    expect(await migrate()).toMatchObject({ code: 0 });

    expect(isOfToday(await stored(productId))).toBe(true);
    expect((await stored(productId))?.skus).toMatchObject([{ pictures: ['/old.jpg'], cost: 0 }]);
    expect((await stored(productId))?.skus[0]).not.toHaveProperty('picture');
    const version = (before.shopper.version ?? 0) + 1;
    expect(await asked()).toEqual({ shopper: { ...before.shopper, version }, staff: { ...before.staff, version } });
  });

  it('leaves what is of today as it is, its version too', async () => {
    const shop = await aShop(running);
    const request = { merchantId: shop.merchantId, product: aProduct(shop.categoryId) };
    const { productId, version } = await running.rpc.CreateProduct(request, { caller: staffOf(shop.merchantId) });

    expect((await migrate()).said).toBe('catalog 0001-product-fields: was done before\n');
    expect((await stored(productId))?.version).toBe(version);
  });
});
