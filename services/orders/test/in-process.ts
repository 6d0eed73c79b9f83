import { randomBytes } from 'node:crypto';
import { GROUP_TOPIC, PLACEMENT_TOPIC } from '@social/contracts/events/group-buy';
import {
  ORDERS_TOPIC,
  OrderCancelled,
  OrderClosed,
  OrderCompleted,
  OrderPaid,
  OrderPlaced,
  OrderReadyToShip,
  OrderShipped,
  ParcelDelivered,
  ParcelShipped,
  RefundRequested,
} from '@social/contracts/events/orders';
import { PAYMENTS_TOPIC } from '@social/contracts/events/payments';
import { ensureTopics, openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { startRelay } from '@social/messaging/outbox';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { stopRpc } from '@social/rpc/server';
import { fieldCipher } from '@social/runtime/field-cipher';
import { openMongo } from '@social/runtime/mongo';
import { turnableClock } from '@social/testkit/clock';
import { freePort, SERVERS, silentLog } from '@social/testkit/servers';
import type { Carriers } from '../src/carriers/carrier.ts';
import { sweepCarts } from '../src/cart/checkout.ts';
import { cartsOf, ensureCartIndexes, openCarts } from '../src/cart/store.ts';
import { consumers } from '../src/consumers.ts';
import { sweepDeadlines } from '../src/deadlines.ts';
import { addressesOf } from '../src/delivery.ts';
import { TIMING } from '../src/fixtures.ts';
import { freightsIn } from '../src/freight-store.ts';
import { offersOf } from '../src/offers.ts';
import { pickUpPointsIn } from '../src/pick-up-store.ts';
import { serveOrders } from '../src/serving.ts';
import { stockReturns, stockTaking } from '../src/stock.ts';
import { ensureIndexes, openStore, ordersOf } from '../src/store.ts';
import { trackingOf } from '../src/tracking.ts';
import type { World } from './world.ts';

export type Heard = { type: string; orderId: string; data: Record<string, unknown> };

const ORDER_EVENTS = [
  OrderPlaced,
  OrderPaid,
  OrderCancelled,
  OrderReadyToShip,
  ParcelShipped,
  ParcelDelivered,
  OrderShipped,
  OrderCompleted,
  RefundRequested,
  OrderClosed,
];

const GUEST_CART_MS = 30 * 24 * 3_600_000;

/** The orders service wired as `main.ts` does, in the test's own process, so that the test can turn its clock. */
export async function ordersInProcess({ namespace, tokenKey, catalog, identity }: World, clock = turnableClock()) {
  const { client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'orders');
  const orders = ordersOf(db);
  const cartDocuments = cartsOf(db);
  await Promise.all([ensureIndexes(orders), ensureCartIndexes(cartDocuments)]);
  const busOf = (service: string) => openBus({ brokers: SERVERS.kafkaBrokers, namespace, service, log: silentLog });
  const [bus, others] = await Promise.all([busOf('orders'), busOf('listener')]);
  await ensureTopics(bus, [ORDERS_TOPIC, PAYMENTS_TOPIC, GROUP_TOPIC, PLACEMENT_TOPIC]);
  const relay = startRelay(orders, bus);
  const store = openStore({ orders, relay, clock });
  const returns = stockReturns({ store, catalog, log: silentLog });
  const cipher = fieldCipher(`k1:${randomBytes(32).toString('base64')}`);
  const addresses = addressesOf(identity);
  const carriers: Carriers = new Map();
  const timing = { carrierAskAfterMs: 60_000, carrierRetryMs: 1000 };
  const tracking = trackingOf({ store, carriers, clock, log: silentLog, ...timing });
  const deps = {
    store,
    carts: openCarts({ client, carts: cartDocuments, clock, guestCartMs: GUEST_CART_MS }),
    returns,
    freights: freightsIn(db),
    pickUpPoints: pickUpPointsIn(db),
    carriers,
    tracking,
    takeStock: stockTaking(catalog, TIMING),
    offers: offersOf(catalog),
    addresses,
    cipher,
    tokenKey,
    clock,
    timing: TIMING,
    log: silentLog,
  };
  const address = `127.0.0.1:${await freePort()}`;
  const server = await serveOrders(deps, address, { tokenKey, log: silentLog });
  const stopConsuming = await consume(bus, consumers(deps));

  const heard: Heard[] = [];
  const heardIds = new Set<string>();
  const listen = ORDER_EVENTS.map((event) =>
    on(event, async (data, { id }) => {
      // Delivery is at least once: the same event may come again, another event of the same kind may not.
      if (heardIds.has(id)) return;
      heardIds.add(id);
      heard.push({ type: event.type.replace(/orders\.order\.|\.v1/g, ''), orderId: data.orderId, data });
    }),
  );
  const stopListening = await consume(others, listen);
  const rpc = createRpcClient(services.orders(), address, { tokenKey });
  const cart = createRpcClient(services.cart(), address, { tokenKey });

  return {
    rpc,
    cart,
    cartDocuments,
    clock,
    store,
    returns,
    /** Publishes what other services would. */
    publish: others.publish,
    heardOf: (orderId: string) => heard.filter((event) => event.orderId === orderId),
    sweepDeadlines: () => sweepDeadlines(deps),
    sweepCarts: () => sweepCarts(deps),
    stop: async () => {
      rpc.close();
      cart.close();
      await stopRpc(server);
      await Promise.all([stopConsuming(), stopListening()]);
      await relay.stop();
      await Promise.all([bus.close(), others.close()]);
      await client.close();
    },
  };
}

export type InProcess = Awaited<ReturnType<typeof ordersInProcess>>;
