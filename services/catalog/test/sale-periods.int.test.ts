import { toTimestamp } from '@social/rpc/time';
import { silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUE } from '../src/documents.ts';
import { sweepSalePeriods } from '../src/sale-periods.ts';
import { codeOf, ORDERS, onSale, type Running, SHOPPER, startCatalog } from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const MINUTE = 60_000;
const sweep = () => sweepSalePeriods({ ...running.catalog, log: silentLog });
const inMinutes = (minutes: number) => toTimestamp(new Date(running.clock.now().getTime() + minutes * MINUTE));
const sold = async (skuId: string) => (await running.rpc.GetSkus({ skuIds: [skuId] }, { caller: ORDERS })).skus.length;
const listed = async (merchantId: string) => (await running.rpc.ListProducts({ merchantId })).products.length;

describe('a product with a time', () => {
  it('is sold by the time itself, and listed from the next sweep on', async () => {
    const { rpc, clock } = running;
    const { productId, skuId, merchantId, caller } = await onSale(running);
    const planned = await rpc.SetSalePeriod({ productId, from: inMinutes(10), until: inMinutes(20) }, { caller });
    expect(planned).toMatchObject({ onSale: false, saleFrom: inMinutes(10), saleUntil: inMinutes(20) });
    expect([await sold(skuId), await listed(merchantId)]).toEqual([0, 0]);
    expect(await sweep()).toBe(0);

    clock.turn(11 * MINUTE);
    expect(await sold(skuId)).toBe(1);
    expect(await codeOf(rpc.GetProduct({ productId }, { caller: SHOPPER }))).toBe('no refusal');
    expect(await sweep()).toBe(1);
    expect(await listed(merchantId)).toBe(1);

    clock.turn(10 * MINUTE);
    expect([await sold(skuId), await listed(merchantId)]).toEqual([0, 0]);
    expect(await codeOf(rpc.GetProduct({ productId }, { caller: SHOPPER }))).toBe('product-not-found');
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const ended = await rpc.GetProduct({ productId }, { caller });
    expect(ended).toMatchObject({ onSale: false, saleFrom: null, saleUntil: null, version: planned.version + 2 });
  });

  it('is written once, with one event, when two replicas look for it at once', async () => {
    const { rpc, clock, catalog } = running;
    const { productId, caller } = await onSale(running);
    const { version } = await rpc.SetSalePeriod({ productId, until: inMinutes(5) }, { caller });
    clock.turn(6 * MINUTE);
    await Promise.all([sweep(), sweep(), sweep()]);

    expect(await catalog.products.get(productId)).toMatchObject({ on_sale: false, version: version + 1 });
  });

  it('is found by the index of what is due, which holds nothing else', async () => {
    const { collections } = running.catalog;
    const find = collections.products.find({ due_at: { ...DUE, $lte: running.clock.now() } }).sort({ due_at: 1 });
    const text = JSON.stringify(await find.explain('queryPlanner'));

    expect(text).toContain('"indexName":"due"');
    expect(text).not.toMatch(/"COLLSCAN"|"SORT"/);
  });

  it('is its merchant’s to say, and ends after it begins', async () => {
    const { rpc } = running;
    const [{ productId, caller }, other] = [await onSale(running), await onSale(running)];
    const period = { productId, from: inMinutes(20), until: inMinutes(10) };

    expect(await codeOf(rpc.SetSalePeriod(period, { caller }))).toBe('product-invalid');
    expect(await codeOf(rpc.SetSalePeriod({ productId }, other))).toBe('product-not-found');
  });
});
