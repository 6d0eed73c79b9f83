import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Order, STATES } from '@social/orders/domain';
import { ordersOf } from '@social/orders/store';
import { MongoClient } from 'mongodb';
import type { Bench } from './bench.ts';
import { sendCrowd } from './join/send-crowd.ts';
import { aPlacedOrder, aTemplate, type Template } from './orders/placed-order.ts';
import { withCpuOf } from './processes.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Sample } from './row.ts';
import { openShop, tokenMint } from './shop.ts';
import { type Platform, type Stage, startServices } from './stage.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

const MANY = 1_000_000;
const FEW = 1000;
const PAGES = 2000;
/** Few enough that a page waits for itself more than for others. */
const CONNECTIONS = 4;
const AT_ONCE = 2000;
const LIMIT = 20;
const ORDERS_A_BUYER = 50;
const MERCHANTS = 2;

/** Spread evenly over 0 … `below`, the same in every run. */
const spread = (index: number, below: number): number => (index * 7919) % below;

type Merchant = { merchantId: string; token: string };
type Archive = { platform: Platform; merchants: Merchant[]; templates: Template[]; ids: string[] };

const buyerOf = (ids: { length: number }, index: number): string =>
  `usr_${String(index % (ids.length / ORDERS_A_BUYER)).padStart(8, '0')}`;

/** A platform with so many orders of two merchants, in every state alike, written as orders does. */
async function openArchive(stage: Stage, count: number): Promise<Archive> {
  const platform = await startServices(stage, ['identity', 'catalog', 'orders', 'gateway'], { gateway: WIDE_LIMITS });
  const shop = openShop(platform);
  const merchants = await Promise.all(Array.from({ length: MERCHANTS }, shop.aMerchant));
  const now = new Date();
  const templates = STATES.flatMap((state) => aTemplate(state, now) ?? []);
  const client = await MongoClient.connect(stage.urls.mongoUrl);
  const orders = ordersOf(client.db(`${platform.namespace}orders`));
  const ids: string[] = [];
  const anOrder = (index: number): Order =>
    aPlacedOrder(templates[index % templates.length], platform.secrets.ordersEncryptionKeys, {
      buyerId: buyerOf({ length: count }, index),
      merchantId: merchants[Math.floor(index / templates.length) % MERCHANTS]?.merchantId ?? '',
    });
  await stage.steps.step(`${count} orders`, async () => {
    while (ids.length < count) {
      const size = Math.min(AT_ONCE, count - ids.length);
      const some = Array.from({ length: size }, (_, index) => anOrder(ids.length + index));
      await orders.insertMany(some, { ordered: false });
      ids.push(...some.map(({ _id }) => _id));
    }
  });
  await client.close();
  return { platform, merchants, templates, ids };
}

type Asked = { path: string; token: string };
type Pages = (archive: Archive) => (index: number) => Asked;

const before = (id: string | undefined): string =>
  `limit=${LIMIT}&cursor=${Buffer.from(id ?? '').toString('base64url')}`;

/** The list of a buyer of fifty orders, from one of them on that has a whole page below it. */
const buyersPages: Pages = ({ platform, ids }) => {
  const mint = tokenMint(platform.secrets);
  const buyers = ids.length / ORDERS_A_BUYER;
  return (index) => {
    const from = spread(index, buyers) + buyers * (LIMIT + spread(index, ORDERS_A_BUYER - LIMIT));
    return { path: `/v1/orders?${before(ids[from])}`, token: mint('shopper', undefined, buyerOf(ids, from)) };
  };
};

/** A merchant's list of one state, from an order of it on that has a whole page below it. */
const merchantsPages: Pages = ({ merchants, templates, ids }) => {
  const period = templates.length * MERCHANTS;
  const periods = Math.floor(ids.length / period);
  return (index) => {
    const place = index % period;
    const { merchantId, token } = merchants[Math.floor(place / templates.length)] ?? { merchantId: '', token: '' };
    const from = place + period * (LIMIT + 1 + spread(index, periods - LIMIT - 1));
    const state = templates[place % templates.length]?.state;
    return { path: `/v1/merchants/${merchantId}/orders?state=${state}&${before(ids[from])}`, token };
  };
};

/** The requests of one round, in a file. */
function requests({ folder }: Stage, { platform }: Archive, pageOf: (index: number) => Asked, from: number) {
  const file = join(folder, `orders-${platform.namespace}-${from}.http`);
  const texts = Array.from({ length: PAGES }, (_, index) => {
    const { path, token } = pageOf(from + index);
    const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`;
    return `${request.length}\n${request}`;
  });
  writeFileSync(file, texts.join(''));
  return { port: Number(new URL(platform.url).port), file, connections: CONNECTIONS };
}

/** Errors: when the first page of the kind is not whole. */
async function checkPage({ platform }: Archive, { path, token }: Asked): Promise<void> {
  const response = await fetch(`${platform.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await response.json()) as { items?: unknown[] };
  if (items?.length !== LIMIT) throw new Error(`${path} answered ${response.status} with ${items?.length} orders`);
}

/** An archive as a side: 99 of 100 pages came within this time; CPU time of all who served them. */
async function listing(stage: Stage, archive: Archive, pages: Pages): Promise<() => Promise<Sample>> {
  const pids = [...archive.platform.pids.values(), stage.serverPids().get('mongo') ?? 0];
  const pageOf = pages(archive);
  await checkPage(archive, pageOf(0));
  let from = 0;
  return async () => {
    const order = requests(stage, archive, pageOf, from);
    from += PAGES;
    const [{ statuses, latencies }, cpuUs] = await withCpuOf(pids, () => sendCrowd(order));
    if (statuses['200'] !== PAGES) throw new Error(`not every page was there: ${JSON.stringify(statuses)}`);
    return { value: latencies.p99, cpuUs: cpuUs / PAGES };
  };
}

/** Pages of the lists of orders, which nobody keeps, among a million orders and among a thousand. */
export const orderList: Bench = {
  claims: [
    { name: 'order-list-buyer-p99', unit: 'ms', bar: 1.3, holds: 'at-most' },
    { name: 'order-list-merchant-p99', unit: 'ms', bar: 1.3, holds: 'at-most' },
  ],
  measure: async (stage) => {
    const [many, few] = [await openArchive(stage, MANY), await openArchive(stage, FEW)];
    const rounds = [];
    for (const pages of [buyersPages, merchantsPages]) {
      const sides = { ours: await listing(stage, many, pages), limit: await listing(stage, few, pages) };
      rounds.push(await interleaved(sides, ROUNDS, stage.steps.say));
    }
    return rounds;
  },
};
