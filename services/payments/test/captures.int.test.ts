import { EntryRecorded, PaymentCaptured } from '@social/contracts/events/payments';
import { signedHeaders } from '@social/sandbox/signing';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET } from '../../sandbox-pay/test/provider.ts';
import { aPayment, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

const ann = { caller: { userId: 'usr_ann', roles: ['shopper'] } };

const settled = (paymentId: string, state: string) =>
  eventually(async () => {
    const intent = await world.documents.findOne({ _id: paymentId });
    expect(intent?.state).toBe(state);
    expect(intent?.outbox).toBeUndefined();
    return intent;
  });

const notify = (paymentId: string, changes: object = {}, secret = SECRET) => {
  const facts = { chargeId: 'chg_1', transactionId: 'sbx_1', amount: 1000, currency: 'CNY', ...changes };
  const paidAt = new Date().toISOString();
  const body = JSON.stringify({ event: 'charge.captured', outTradeNo: paymentId, paidAt, ...facts });
  const headers = { ...signedHeaders([], body, secret, new Date()) };
  return world.payments.HandleCallback({ provider: 'sandbox', headers, body: Buffer.from(body) });
};

describe('a payment made at the cashier', () => {
  it("is captured with the provider's time, told to others once, and entered order by order", async () => {
    const { id, chargeId, orderIds } = await aPayment(world, [700, 300]);
    const { body } = await world.provider.pay(chargeId, { duplicates: 9 });
    await settled(id, 'captured');
    await eventually(() => expect(world.heard.of(EntryRecorded, id)).toHaveLength(2));

    const [captured, ...more] = world.heard.of(PaymentCaptured, id);
    expect(more).toEqual([]);
    expect(captured).toMatchObject({ total: 1000, paidAt: body.paidAt, providerTransactionId: body.transactionId });
    expect(captured?.orders).toEqual([
      { orderId: orderIds[0], amount: 700 },
      { orderId: orderIds[1], amount: 300 },
    ]);
    const intent = await world.payments.GetIntent({ paymentId: id }, ann);
    expect(intent).toMatchObject({ state: 'INTENT_STATE_CAPTURED', total: { amount: 1000, currency: 'CNY' } });
  });

  it('one millisecond before or after the deadline is taken, for orders to judge by its time', async () => {
    const payBy = new Date(Date.now() + 60_000);
    for (const offset of [-1, 1]) {
      const { id, chargeId } = await aPayment(world, [1000], payBy);
      const paidAt = new Date(payBy.getTime() + offset).toISOString();
      await world.provider.pay(chargeId, { paidAt });
      await settled(id, 'captured');
      await eventually(() => expect(world.heard.of(PaymentCaptured, id)[0]?.paidAt).toBe(paidAt));
    }
  });

  it('of which no notification ever comes is asked after, and counts all the same', async () => {
    const { id, chargeId } = await aPayment(world);
    await world.provider.pay(chargeId, { drop: true });
    await settled(id, 'captured');
    await eventually(() => expect(world.heard.of(PaymentCaptured, id)).toHaveLength(1));
  });

  it('after it was given up is still taken', async () => {
    const { id, chargeId } = await aPayment(world, [1000], new Date(Date.now() + 300));
    await settled(id, 'failed');
    await world.provider.pay(chargeId, { paidAt: new Date().toISOString() });
    await settled(id, 'captured');
  });
});

describe('a notification', () => {
  it('ten at once has one effect', async () => {
    const { id } = await aPayment(world);
    await Promise.all(Array.from({ length: 10 }, () => notify(id)));
    const intent = await settled(id, 'captured');
    expect(intent?.entries).toHaveLength(1);
    await eventually(() => expect(world.heard.of(EntryRecorded, id)).toHaveLength(1));
    expect(world.heard.of(PaymentCaptured, id)).toHaveLength(1);
  });

  it('with a wrong amount, currency or signature, or of an unknown payment, changes nothing', async () => {
    const { id } = await aPayment(world);
    await expect(notify(id, { amount: 999 })).rejects.toMatchObject({ code: 'callback-amount-wrong' });
    await expect(notify(id, { currency: 'USD' })).rejects.toMatchObject({ code: 'callback-amount-wrong' });
    await expect(notify(id, {}, 'another-secret-altogether')).rejects.toMatchObject({
      code: 'callback-signature-wrong',
    });
    await expect(notify(id, { amount: 'all of it' })).rejects.toMatchObject({ code: 'callback-malformed' });
    await expect(notify('pay_unknown')).rejects.toMatchObject({ code: 'payment-not-found' });
    const unknown = world.payments.HandleCallback({ provider: 'paper-money', headers: {}, body: Buffer.from('{}') });
    await expect(unknown).rejects.toMatchObject({ code: 'provider-unknown' });
    expect(await world.intents.find(id)).toMatchObject({ state: 'pending', entries: [] });
  });
});

describe('a process killed while money comes in', () => {
  for (const point of ['written', 'published']) {
    it(`at "${point}" tells others when it is back, and captured once`, async () => {
      const crashing = await world.restart(point);
      const { id, chargeId } = await aPayment(world, [700, 300]);
      await world.provider.pay(chargeId);
      expect(await crashing.crashed()).toBe('SIGKILL');
      await world.restart();

      const intent = await settled(id, 'captured');
      expect(intent?.entries).toHaveLength(2);
      await eventually(() => expect(world.heard.of(PaymentCaptured, id).length).toBeGreaterThan(0));
      expect(new Set(world.heard.of(EntryRecorded, id).map(({ entryId }) => entryId)).size).toBe(2);
    });
  }
});
