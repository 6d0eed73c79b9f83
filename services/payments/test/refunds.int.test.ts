import { EntryRecorded, RefundSucceeded } from '@social/contracts/events/payments';
import { deadLetterTopic } from '@social/messaging/dead-letters';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPayment, requestRefund, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

const paidPayment = async () => {
  const payment = await aPayment(world);
  await world.provider.pay(payment.chargeId);
  await eventually(async () => expect((await world.intents.find(payment.id))?.state).toBe('captured'));
  return payment;
};

const refundedOnce = async ({ id, orderId }: { id: string; orderId: string }) => {
  await eventually(async () => {
    const intent = await world.documents.findOne({ _id: id });
    expect(intent?.refunds).toMatchObject([{ refund_id: `ref_${orderId}`, state: 'succeeded' }]);
    expect(intent?.entries).toHaveLength(2);
    expect(intent?.outbox).toBeUndefined();
  });
  await eventually(() => expect(world.heard.of(RefundSucceeded, id)).toHaveLength(1));
  const atProvider = await world.provider.call('GET', `/v1/charges/by-out-trade-no/${id}`);
  expect(atProvider.body.refunded).toBe(1000);
};

const fault = (operation: string, kind: string, times = 1) =>
  world.provider.call('POST', '/v1/faults', { operation, kind, times });

const deadLettersOfOrders = async (): Promise<number> => {
  const admin = world.bus.kafka.admin();
  await admin.connect();
  const topic = `${world.bus.namespace}${deadLetterTopic('payments', 'orders.order.v1')}`;
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
};

describe('a refund', () => {
  it('asked for many times is made once, with an entry that reverses the capture', async () => {
    const payment = await paidPayment();
    for (let times = 0; times < 5; times++) await requestRefund(world, payment);
    await refundedOnce(payment);
    const [refund] = world.heard.of(EntryRecorded, payment.id).filter(({ kind }) => kind === 'refund');
    expect(refund?.legs).toEqual([
      { account: 'provider:sandbox', amount: -1000 },
      { account: `order:${payment.orderId}`, amount: 1000 },
    ]);
  });

  it('that fails before it takes effect is sent again', async () => {
    const payment = await paidPayment();
    await fault('refund', 'error-before', 2);
    await requestRefund(world, payment);
    await refundedOnce(payment);
  });

  it('whose answer is lost or broken is asked after, not made twice', async () => {
    for (const kind of ['answer-lost', 'error-after']) {
      const payment = await paidPayment();
      await fault('refund', kind);
      await fault('query', 'error-before', 2);
      await requestRefund(world, payment);
      await refundedOnce(payment);
    }
  });

  it('of more than was captured, or of an unknown payment, goes to the dead letters', async () => {
    const payment = await paidPayment();
    const before = await deadLettersOfOrders();
    await requestRefund(world, payment, { amount: 1001 });
    await requestRefund(world, { id: 'pay_unknown', orderId: 'ord_unknown' });
    await eventually(async () => expect(await deadLettersOfOrders()).toBe(before + 2));
    expect((await world.intents.find(payment.id))?.refunds).toEqual([]);
  });

  it('is made once though the process is killed between the provider and the books', async () => {
    const payment = await paidPayment();
    const crashing = await world.restart('refund-sent');
    await requestRefund(world, payment);
    expect(await crashing.crashed()).toBe('SIGKILL');
    await world.restart();
    await refundedOnce(payment);
  });
});

it('shows operators what came in and what went back, and nobody else', async () => {
  const payment = await paidPayment();
  await requestRefund(world, payment);
  await refundedOnce(payment);
  const question = { orderIds: [payment.orderId] };
  const operator = { caller: { userId: 'usr_op', roles: ['operator'] } };
  expect(await world.payments.GetBalance(question, operator)).toEqual({
    captured: 1000,
    refunded: 1000,
    refundsPending: 0,
    currency: 'CNY',
  });
  const later = { ...question, from: { seconds: Math.ceil(Date.now() / 1000) + 60, nanos: 0 } };
  expect(await world.payments.GetBalance(later, operator)).toMatchObject({ captured: 0, refunded: 0 });
  const shopper = { caller: { userId: 'usr_ann', roles: ['shopper'] } };
  await expect(world.payments.GetBalance(question, shopper)).rejects.toMatchObject({ code: 'forbidden' });
});
