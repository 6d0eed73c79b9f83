import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAYMENTS_TOPIC } from '@social/contracts/events/payments';
import { deadLetterTopic } from '@social/messaging/dead-letters';
import { serviceCaller } from '@social/runtime/caller';
import { openObjectDirectory } from '@social/runtime/object-directory';
import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveOrders } from '../src/archive/run.ts';
import { NOON, PARCEL } from '../src/fixtures.ts';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey, captured } from './requests.ts';
import { aWorld, OPERATOR, type Shopper, staffOf, type World } from './world.ts';

const YEAR = 366 * 24 * 3_600_000;
const CATALOG = { caller: serviceCaller('catalog') };

let world: World;
let orders: InProcess;
let ann: Shopper;
let bob: Shopper;
let merchantId: string;
let sku: string;
let directory: string;

beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
  [ann, bob] = [await world.aShopper(), await world.aShopper()];
  merchantId = await world.aMerchant();
  sku = await world.aSku(merchantId, 990, 100);
  directory = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
  if (directory) await rm(directory, { recursive: true });
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function anOrder(): Promise<string> {
  const cart = { lines: [{ skuId: sku, quantity: 1 }], addressId: ann.addressId, request: aKey() };
  return (await orders.rpc.PlaceOrders(cart, ann)).orders[0]?.orderId ?? '';
}

/** Ends orders: paid, sent and received. */
async function complete(ids: string[], payments: ReturnType<typeof captured>[]): Promise<void> {
  await orders.publish(payments);
  for (const orderId of ids) {
    await eventually(async () => expect((await orders.store.get(orderId)).state).toBe('pending_shipment'));
    await orders.rpc.ShipOrder({ orderId, ...PARCEL }, { caller: staffOf(merchantId) });
    await orders.rpc.ConfirmReceipt({ orderId }, ann);
    // Published facts leave the order a moment later.
    await eventually(async () => {
      const stored = await orders.store.orders.findOne({ _id: orderId });
      expect(stored?.outbox).toBeUndefined();
    });
  }
}

async function archive(): Promise<number> {
  const place = await openObjectDirectory(directory);
  const run = { keptMs: 3 * YEAR, perSecond: 1000, stop: new AbortController().signal, tell: () => {} };
  return (await archiveOrders({ db: orders.store.orders.db, place, clock: orders.clock }, run)).count;
}

async function deadLetters(): Promise<number> {
  const admin = new Kafka({ brokers: [SERVERS.kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(`${world.namespace}${deadLetterTopic('orders', PAYMENTS_TOPIC)}`);
  await admin.disconnect();
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
}

describe('an order that was over for three years', () => {
  it('lies in the archive: told so to whom it concerns, its stock as before, its old news without effect', async () => {
    const ids = [await anOrder(), await anOrder()];
    const [orderId = '', other = ''] = ids;
    const payments = ids.map((id) => captured(id, 990, orders.clock.now()));
    await complete(ids, payments);
    const open = await anOrder();
    const claims = async () => [
      await orders.rpc.ListStockClaims({}, CATALOG),
      await orders.rpc.ListStockClaims({ ids: [orderId] }, CATALOG),
      await orders.rpc.ListStockClaims({ afterId: orderId, limit: 1 }, CATALOG),
    ];
    const before = await claims();
    expect(await archive()).toBe(0);
    orders.clock.turn(40 * YEAR);

    expect(await archive()).toBe(2);

    expect(await claims()).toEqual(before);
    const seen = [ann, { caller: staffOf(merchantId) }, { caller: OPERATOR }];
    for (const who of seen) {
      await expect(orders.rpc.GetOrder({ orderId }, who)).rejects.toThrow(code('order-archived'));
      await expect(orders.rpc.GetCheckout({ orderId }, who)).rejects.toThrow(code('order-archived'));
    }
    await expect(orders.rpc.HideOrder({ orderId }, ann)).rejects.toThrow(code('order-archived'));
    for (const who of [bob, { caller: staffOf('mer_other') }]) {
      await expect(orders.rpc.GetOrder({ orderId }, who)).rejects.toThrow(code('order-not-found'));
      await expect(orders.rpc.HideOrder({ orderId }, who)).rejects.toThrow(code('order-not-found'));
    }
    const listed = (await orders.rpc.ListOrders({}, ann)).orders.map((order) => order.orderId);
    expect(listed).toEqual([open]);

    await orders.publish([...payments, captured('ord_nobody', 990, NOON)]);
    await eventually(async () => expect(await deadLetters()).toBe(1));
    expect(await orders.store.find(other)).toBeUndefined();
  });
});
