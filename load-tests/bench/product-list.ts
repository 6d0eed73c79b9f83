import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionsOf } from '@social/catalog/documents';
import { draft, type Product } from '@social/catalog/product';
import { encodeCursor, type ListOrder } from '@social/catalog/product-list';
import { MongoClient } from 'mongodb';
import type { Bench } from './bench.ts';
import { sendCrowd } from './join/send-crowd.ts';
import { withCpuOf } from './processes.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Sample } from './row.ts';
import { openShop } from './shop.ts';
import { type Platform, type Stage, startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

const MANY = 100_000;
const FEW = 1000;
const PAGES = 2000;
/** Few enough that a page waits for itself more than for others. */
const CONNECTIONS = 4;
const AT_ONCE = 2000;
const LIMIT = 20;
const LOWEST = 20_000;

const ORDERS: [string, ListOrder][] = [
  ['newest', 'newest'],
  ['sales', 'sales'],
  ['price_up', 'price-up'],
  ['price_down', 'price-down'],
];

/** Spread evenly over 0 … `below`, the same in every run. */
const spread = (index: number, below: number): number => (index * 7919) % below;

/** A product of three sizes, with prices and sales of its own. */
function aProduct(merchantId: string, index: number, now: Date) {
  const sizes = ['50g', '100g', '250g'];
  const price = LOWEST + spread(index, 90_001);
  const drafted = draft(
    { merchantId, category: { id: 'cat_tea', path: ['cat_tea'], templates: [] }, by: 'trusted-staff' },
    {
      ...{
        handle: `tea-${index}`,
        title: `龙井 ${index} 号`,
        description: '<p>手工炒制，豆香清幽。</p>',
        vendor: '云雾茶业',
      },
      ...{ tags: ['绿茶'], pictures: [`https://pictures.example/${index}.jpg`], currency: 'CNY', on_sale: true },
      options: [{ name: '规格', values: sizes }],
      skus: sizes.map((size, place) => ({
        ...{ sku_id: '', code: `LJ-${index}-${place}`, option_values: [size], price: price + place * 1000 },
        ...{ compare_at: 0, weight_grams: 100, barcode: '', pictures: [], cost: 0, stock: 10 },
      })),
    },
    now,
  );
  return { ...drafted, product: { ...drafted.product, sales: spread(index, 5003) } };
}

/** A shop with so many products, written as catalog does. */
async function openCatalogue(stage: Stage, count: number) {
  const platform = await startServices(stage, ['identity', 'catalog', 'gateway'], { gateway: WIDE_LIMITS });
  const { merchantId } = await openShop(platform).aMerchant();
  const client = await MongoClient.connect(stage.urls.mongoUrl);
  const { products, stock } = collectionsOf(client.db(`${platform.namespace}catalog`));
  const all: Product[] = [];
  await stage.steps.step(`${count} products`, async () => {
    while (all.length < count) {
      const drafts = Array.from({ length: Math.min(AT_ONCE, count - all.length) }, (_, index) =>
        aProduct(merchantId, all.length + index, new Date()),
      );
      await products.insertMany(drafts.map(({ product }) => product));
      await stock.insertMany(
        drafts.flatMap(({ opening }) => opening.map(({ sku_id, ...rest }) => ({ _id: sku_id, ...rest }))),
      );
      all.push(...drafts.map(({ product }) => product));
    }
  });
  await client.close();
  return { platform, all };
}

/** The address of a page that nobody has asked for: in every order, from every place of the list on. */
function pageOf(all: Product[], index: number): string {
  const [order, way] = ORDERS[index % ORDERS.length] ?? ['newest', 'newest'];
  const minAmount = 1 + (index % LOWEST);
  const last = all[spread(index, all.length)];
  const list = {
    merchantId: '',
    categoryId: '',
    audience: 'shoppers',
    publication: '',
    brandId: '',
    maxAmount: 0,
    limit: LIMIT,
    cursor: '',
  } as const;
  const cursor = last ? encodeCursor({ ...list, order: way, minAmount }, last) : '';
  return `/v1/products?order=${order}&minAmount=${minAmount}&limit=${LIMIT}&cursor=${cursor}`;
}

/** The pages of one round; none is asked for twice. */
function pages({ folder }: Stage, { url }: Platform, all: Product[], from: number) {
  const file = join(folder, `pages-${all.length}-${from}.http`);
  const requests = Array.from({ length: PAGES }, (_, index) => {
    const request = `GET ${pageOf(all, from + index)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;
    return `${request.length}\n${request}`;
  });
  writeFileSync(file, requests.join(''));
  return { port: Number(new URL(url).port), file, connections: CONNECTIONS };
}

/** A shop as a side: 99 of 100 pages came within this time; CPU time of all who served them. */
async function listing(stage: Stage, count: number): Promise<() => Promise<Sample>> {
  const { platform, all } = await openCatalogue(stage, count);
  const pids = [...platform.pids.values(), stage.serverPids().get('mongo') ?? 0];
  let from = 0;
  return async () => {
    const order = pages(stage, platform, all, from);
    from += PAGES;
    const [{ statuses, latencies }, cpuUs] = await withCpuOf(pids, () => sendCrowd(order));
    if (statuses['200'] !== PAGES) throw new Error(`not every page was there: ${JSON.stringify(statuses)}`);
    return { value: latencies.p99, cpuUs: cpuUs / PAGES };
  };
}

/** Pages of the product list that no cache knows, in a large shop and in a small one. */
export const productList: Bench = {
  claims: [{ name: 'product-list-p99', unit: 'ms', bar: 1.3, holds: 'at-most' }],
  measure: async (stage) => {
    const [ours, limit] = [await listing(stage, MANY), await listing(stage, FEW)];
    return [await interleaved({ ours, limit }, ROUNDS, stage.steps.say)];
  },
};
