import { newId } from '@social/runtime/ids';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPayment } from '../src/opening.ts';
import { aPayment, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

const callerOf = (userId: string) => ({ caller: { userId, roles: ['shopper'] } });

const anOpening = (changes: object = {}) => ({
  payerId: 'usr_ann',
  provider: 'sandbox',
  returnUrl: '',
  request: undefined,
  payables: [
    { orderId: newId('ord'), amount: 1000, currency: 'CNY', payBy: new Date(Date.now() + 60_000), title: '龙井茶' },
  ],
  ...changes,
});

describe('opening a payment', () => {
  it('twenty times at once for the same orders is one payment', async () => {
    const opening = anOpening();
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        openPayment(world.opening, {
          ...opening,
          request: { id: `${opening.payables[0]?.orderId} ${index}`, body_hash: 'h' },
        }),
      ),
    );
    expect(new Set(opened.map(({ _id, cashier_url }) => `${_id} ${cashier_url}`)).size).toBe(1);
  });

  it('is another payment for another payer', async () => {
    const opening = anOpening();
    const [ann, bob] = [
      await openPayment(world.opening, opening),
      await openPayment(world.opening, { ...opening, payerId: 'usr_bob' }),
    ];
    expect(ann._id).not.toBe(bob._id);
  });

  it('that the provider did not answer goes on with the same payment when it is tried again', async () => {
    const opening = anOpening();
    await world.provider.call('POST', '/v1/faults', { operation: 'charge', kind: 'error-after' });
    await expect(openPayment(world.opening, opening)).rejects.toMatchObject({ code: 'provider-unavailable' });
    const opened = await openPayment(world.opening, opening);
    expect(opened.cashier_url).toContain('/cashier/chg_');
    expect(await world.documents.countDocuments({ open_key: opened.open_key })).toBe(1);
  });
});

describe('CreateIntent', () => {
  it('answers a repeated request as it did at first, even when it was paid meanwhile', async () => {
    const { id, intent, chargeId, orderIds } = await aPayment(world);
    const request = { id: await requestIdOf(id), bodyHash: 'h1' };
    const ask = () => world.payments.CreateIntent({ orderIds, provider: 'sandbox', request }, callerOf('usr_ann'));
    const first = await ask();
    expect(first).toMatchObject({ paymentId: id, state: 'INTENT_STATE_PENDING', cashierUrl: intent.cashier_url });
    await world.provider.pay(chargeId);
    await eventually(async () => expect((await world.intents.find(id))?.state).toBe('captured'));
    expect(await ask()).toEqual(first);
  });

  it('refuses the same request with another body', async () => {
    const { id, orderIds } = await aPayment(world);
    const request = { id: await requestIdOf(id), bodyHash: 'another' };
    const again = world.payments.CreateIntent({ orderIds, provider: 'sandbox', request }, callerOf('usr_ann'));
    await expect(again).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('refuses nobody, no orders and unknown providers, and says so when orders is away', async () => {
    const ask = (wish: object, userId = 'usr_ann') =>
      world.payments.CreateIntent({ orderIds: ['ord_1'], provider: 'sandbox', ...wish }, callerOf(userId));
    await expect(ask({}, '')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(ask({ orderIds: [] })).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(ask({ provider: 'paper-money' })).rejects.toMatchObject({ code: 'provider-unknown' });
    await expect(ask({})).rejects.toMatchObject({ code: 'service-unavailable' });
  });
});

it('shows a payment to its payer and to operators; to others it does not exist', async () => {
  const { id } = await aPayment(world);
  const read = (userId: string, role: string) =>
    world.payments.GetIntent({ paymentId: id }, { caller: { userId, roles: [role] } });
  expect((await read('usr_ann', 'shopper')).paymentId).toBe(id);
  expect((await read('usr_op', 'operator')).paymentId).toBe(id);
  await expect(read('usr_bob', 'shopper')).rejects.toMatchObject({ code: 'payment-not-found' });
});

it('tells how it is: alive, ready, measured', async () => {
  const text = async (path: string) => (await fetch(`${world.health}${path}`)).text();
  expect(await text('/healthz')).toBe('ok\n');
  expect(await text('/readyz')).toBe('ready\n');
  expect(await text('/metrics')).toContain('social_request_duration_seconds_count{kind="rpc"');
});

async function requestIdOf(paymentId: string): Promise<string> {
  return (await world.intents.find(paymentId))?.requests?.[0]?.id ?? '';
}
