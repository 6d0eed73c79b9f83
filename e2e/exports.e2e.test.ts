/** What a merchant takes out of the platform as files. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiAt } from '@social/catalog/api-client';
import { exportFile } from '@social/catalog/export-client';
import { importFile } from '@social/catalog/import-client';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { type Order, openShop, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
const folder = mkdtempSync(join(tmpdir(), 'exports-'));

beforeAll(async () => {
  platform = await startPlatform();
  shop = openShop(platform);
});
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true });
});

describe('a product CSV', () => {
  const sample = new URL('../services/catalog/sample/merchants/yunwu-tea.csv', import.meta.url).pathname;

  it('comes out of one shop and goes into another, and out of that as the very same bytes', async () => {
    const [one, two] = [await shop.aMerchant(), await shop.aMerchant()];
    const load = ({ merchantId, token }: typeof one, file: string) =>
      importFile(apiAt(platform.url, token), { file, merchant: merchantId, currency: 'CNY', onLine: () => {} });
    const save = async ({ merchantId, token }: typeof one) => {
      const file = join(folder, `${merchantId}.csv`);
      const progress = await exportFile(apiAt(platform.url, token), {
        file,
        merchant: merchantId,
        onProgress: () => {},
      });
      expect(existsSync(`${file}.part`)).toBe(false);
      return { file, progress };
    };
    const first = await load(one, sample);
    const saved = await save(one);
    const again = await load(one, saved.file);
    const other = await load(two, saved.file);

    expect(saved.progress.products).toBe(first.progress.created);
    expect(again.progress).toMatchObject({ created: 0, updated: 0, refused: 0, rows: saved.progress.rows });
    expect(other.progress).toMatchObject({ created: first.progress.created, updated: 0, refused: 0 });
    expect(readFileSync((await save(two)).file, 'utf8')).toBe(readFileSync(saved.file, 'utf8'));
  });

  it('is a file with a name, also for whoever asks for its head alone', async () => {
    const { merchantId, token } = await shop.aMerchant();
    const ask = (method: string) =>
      fetch(`${platform.url}/v1/merchants/${merchantId}/products.csv`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
    const [whole, head] = [await ask('GET'), await ask('HEAD')];

    for (const { status, headers } of [whole, head]) {
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(headers.get('content-disposition')).toBe('attachment; filename="products.csv"');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(await whole.text()).toMatch(/^Handle,Title,/);
    expect(await head.text()).toBe('');
  });

  it('of a merchant that is not there is a problem', async () => {
    const { status, body } = await shop.send('GET', '/v1/merchants/no-such/products.csv', { token: shop.operator });
    expect([status, body.code]).toEqual([404, 'merchant-not-found']);
  });
});

describe("a merchant's orders", () => {
  it('are a file, of a state or of a time', async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 10);
    const ann = await shop.aPerson('ann');
    const body = { lines: [{ skuId, quantity: 2 }], addressId: ann.addressId };
    const placed = await shop.must<{ orders: (Order & { createdAt: string })[] }>('POST', '/v1/orders', {
      token: ann.token,
      body,
    });
    const [order] = placed.orders;
    const saved = async (query: Record<string, string>): Promise<Record<string, string>[]> => {
      const url = `${platform.url}/v1/merchants/${merchant.merchantId}/orders.csv?${new URLSearchParams(query)}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${merchant.token}` } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      return parse(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true });
    };
    const at = order?.createdAt ?? '';
    const after = new Date(Date.parse(at) + 1).toISOString();

    expect(await saved({})).toMatchObject([
      { Order: order?.orderId, SKU: skuId, Quantity: '2', 'Order total': '20.00' },
    ]);
    expect(await saved({ state: 'pending_payment', from: at, to: after })).toHaveLength(1);
    expect(await saved({ from: after })).toEqual([]);
    expect(await saved({ to: at })).toEqual([]);
    expect(await saved({ state: 'shipped' })).toEqual([]);
  });

  it('of a time that is none are refused', async () => {
    const { merchantId, token } = await shop.aMerchant();
    const answer = await shop.send('GET', `/v1/merchants/${merchantId}/orders.csv?from=yesterday`, { token });
    expect([answer.status, answer.body.code]).toEqual([400, 'request-invalid']);
  });
});
