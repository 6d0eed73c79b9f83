import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARCEL, TIMING } from '../src/fixtures.ts';
import { ownRefundId, strayRefundId } from '../src/payment.ts';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey, aSeatCall, aSeatRequest, captured, failed, joined, moneyBack, rejected, succeeded } from './requests.ts';
import { aWorld, GROUP_BUY, type Shopper, staffOf, type World } from './world.ts';

const HOUR = 3_600_000;

let world: World;
let orders: InProcess;
let ann: Shopper;
let merchantId: string;
let sku: string;
beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
  ann = await world.aShopper();
  merchantId = await world.aMerchant();
  sku = await world.aSku(merchantId, 990, 1000);
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const types = (orderId: string) => orders.heardOf(orderId).map(({ type }) => type);
const stateOf = async (orderId: string) => (await orders.store.get(orderId)).state;
const now = () => orders.clock.now();

async function aPlainOrder(): Promise<string> {
  const cart = { lines: [{ skuId: sku, quantity: 1 }], addressId: ann.addressId, request: aKey() };
  return (await orders.rpc.PlaceOrders(cart, ann)).orders[0]?.orderId ?? '';
}

async function seats(count: number): Promise<string[]> {
  const batch = Array.from({ length: count }, () => aSeatRequest(ann));
  await orders.rpc.PlaceGroupOrders(aSeatCall(batch), { caller: GROUP_BUY });
  return batch.map(({ orderId }) => orderId);
}

/** Seats of a group that are paid. */
async function paidSeats(count: number): Promise<string[]> {
  const ids = await seats(count);
  await orders.publish(ids.map((orderId) => captured(orderId, 990, now())));
  await eventually(async () => {
    for (const orderId of ids) expect(await stateOf(orderId)).toBe('awaiting_group');
  });
  return ids;
}

describe('a plain order', () => {
  it('is paid, shipped by its merchant, confirmed by its buyer', async () => {
    const orderId = await aPlainOrder();
    const staff = { caller: staffOf(merchantId) };
    const payment = captured(orderId, 990, now());
    await orders.publish([payment, payment]);
    await eventually(async () => expect(await stateOf(orderId)).toBe('pending_shipment'));

    const request = aKey();
    await expect(orders.rpc.ShipOrder({ orderId, ...PARCEL }, ann)).rejects.toThrow(code('forbidden'));
    const shipped = await orders.rpc.ShipOrder({ orderId, ...PARCEL, request }, staff);
    const { carrier, trackingNumber } = PARCEL;
    expect(shipped).toMatchObject({
      ...{ state: 'ORDER_STATE_SHIPPED', address: { recipient: '安小雨' } },
      parcels: [{ carrier, trackingNumber }],
    });
    await expect(orders.rpc.ConfirmReceipt({ orderId }, staff)).rejects.toThrow(code('forbidden'));
    expect((await orders.rpc.ConfirmReceipt({ orderId }, ann)).state).toBe('ORDER_STATE_COMPLETED');
    expect(await orders.rpc.ShipOrder({ orderId, ...PARCEL, request }, staff)).toEqual(shipped);

    const story = ['placed', 'paid', 'ready-to-ship', 'parcel-shipped', 'shipped', 'completed'];
    await eventually(() => expect(types(orderId)).toEqual(story));
    expect((await orders.store.get(orderId)).refunds).toEqual([]);
  });

  it('counts as received ten days after shipping', async () => {
    const orderId = await aPlainOrder();
    await orders.publish([captured(orderId, 990, now())]);
    await eventually(async () => expect(await stateOf(orderId)).toBe('pending_shipment'));
    await orders.rpc.ShipOrder({ orderId, ...PARCEL }, { caller: staffOf(merchantId) });

    orders.clock.turn(TIMING.autoReceiveMs);
    await orders.sweepDeadlines();
    expect(await stateOf(orderId)).toBe('completed');
  });

  it('sends money back that comes after it was cancelled, and closes', async () => {
    const orderId = await aPlainOrder();
    await orders.rpc.CancelOrder({ orderId }, ann);
    await orders.publish([captured(orderId, 990, now(), 'pay_late')]);
    const refundId = strayRefundId(orderId, 'pay_late');
    await eventually(() => expect(types(orderId)).toContain('refund-requested'));

    await orders.publish([moneyBack(orderId, refundId, 990, now()), moneyBack(orderId, refundId, 990, now())]);
    await eventually(async () => expect(await stateOf(orderId)).toBe('closed'));
    await eventually(() => expect(types(orderId)).toEqual(['placed', 'cancelled', 'refund-requested', 'closed']));
  });

  it('keeps one payment of two and sends the other back', async () => {
    const orderId = await aPlainOrder();
    await orders.publish(['pay_a', 'pay_b'].map((id) => captured(orderId, 990, now(), `${id}_${orderId}`)));

    await eventually(() => expect(types(orderId)).toContain('refund-requested'));
    const order = await orders.store.get(orderId);
    expect(order.state).toBe('pending_shipment');
    expect(order.refunds).toHaveLength(1);
    expect(order.refunds[0]?.payment_id).not.toBe(order.payment_id);
  });
});

describe('the orders of a group', () => {
  it('are ready to ship when it succeeds, each once', async () => {
    const ids = await paidSeats(3);
    await orders.publish([succeeded('grp_1', ids, now()), succeeded('grp_1', ids, now())]);

    for (const id of ids) {
      await eventually(() => expect(types(id)).toEqual(['paid', 'ready-to-ship']));
    }
  });

  it('are refunded in full, once, when it fails, and close when the money has arrived', async () => {
    const ids = await paidSeats(2);
    await orders.publish([failed('grp_1', ids, now()), failed('grp_1', ids, now())]);
    for (const id of ids) await eventually(() => expect(types(id)).toEqual(['paid', 'refund-requested']));

    await orders.publish(ids.map((id) => moneyBack(id, ownRefundId(id), 990, now())));
    for (const id of ids) await eventually(() => expect(types(id).at(-1)).toBe('closed'));
    const [first = ''] = ids;
    const order = await orders.rpc.GetOrder({ orderId: first }, ann);
    expect(order).toMatchObject({ state: 'ORDER_STATE_CLOSED', refunds: [{ amount: 990, reason: 'not-filled' }] });
  });

  it('follow the group that took them in', async () => {
    const [first = '', second = ''] = await paidSeats(2);
    await orders.publish([joined('grp_other', first, now()), succeeded('grp_third', [second], now())]);

    await eventually(async () => expect((await orders.store.get(first)).group?.group_id).toBe('grp_other'));
    await eventually(async () => expect((await orders.store.get(second)).group?.group_id).toBe('grp_third'));
  });

  it('come back from a cancellation when their money arrives, for group-buy to place or reject', async () => {
    const [orderId = ''] = await seats(1);
    orders.clock.turn(HOUR);
    await orders.sweepDeadlines();
    expect(await stateOf(orderId)).toBe('cancelled');

    await orders.publish([captured(orderId, 990, now())]);
    await eventually(() => expect(types(orderId)).toEqual(['cancelled', 'paid']));
    expect(orders.heardOf(orderId).at(-1)?.data).toMatchObject({ late: true });
    await orders.publish([rejected(orderId, now())]);
    await eventually(() => expect(types(orderId).at(-1)).toBe('refund-requested'));
  });

  it.each([
    ['at the last moment', 0, ['paid'], false],
    ['one millisecond after it', 1, ['cancelled', 'paid'], true],
  ])('paid %s of their time are told so', async (_when, afterMs, story, late) => {
    const [orderId = ''] = await seats(1);
    const { pay_by } = await orders.store.get(orderId);
    await orders.publish([captured(orderId, 990, new Date(pay_by.getTime() + afterMs))]);

    await eventually(() => expect(types(orderId)).toEqual(story));
    expect(orders.heardOf(orderId).at(-1)?.data).toMatchObject({ late });
  });
});

describe('news that cannot be true', () => {
  it('goes to the dead letters with its reason and does not keep the other orders from theirs', async () => {
    const [known = ''] = await paidSeats(1);
    await orders.publish([captured('ord_nobody', 990, now()), succeeded('grp_1', ['ord_ghost', known], now())]);

    await eventually(async () => expect(await stateOf(known)).toBe('pending_shipment'));
    const letters = await deadLetters(['payments.intent.v1', 'group-buy.group.v1']);
    expect(letters).toEqual([expect.stringContaining('no such order'), expect.stringContaining('no such order')]);
  });

  async function deadLetters(topics: string[]): Promise<string[]> {
    const kafka = new Kafka({ brokers: [SERVERS.kafkaBrokers], logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId: `${world.namespace}letters`, maxWaitTimeInMs: 100 });
    const reasons: string[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((t) => `${world.namespace}orders.${t}.dlq`), fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        reasons.push(message.headers?.dlq_reason?.toString() ?? '');
      },
    });
    await eventually(() => expect(reasons).toHaveLength(2));
    await consumer.disconnect();
    return reasons;
  }
});

describe('everything told', () => {
  it('leaves no event waiting in an outbox', async () => {
    await eventually(async () => {
      expect(await orders.store.orders.countDocuments({ outbox: { $exists: true } })).toBe(0);
    });
  });
});
