import { randomUUID } from 'node:crypto';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { type Money, type Order, openShop, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
beforeAll(async () => {
  platform = await startPlatform();
  shop = openShop(platform);
});
afterAll(() => platform?.stop());

type Priced = { total: Money; freight: Money; priceSteps: { kind: string; amount: Money }[] };
type Preview = { parcels: (Priced & { merchantId: string })[]; total: Money };
const yuan = (amount: number): Money => ({ amount, currency: 'CNY' });

/** A shop that takes 8.00 for a kilogram and 3.00 for each half more, nothing from 100.00 on; it sends not everywhere. */
async function aShopThatSends() {
  const merchant = await shop.aMerchant();
  const tariff = { first: 1000, firstAmount: 800, next: 500, nextAmount: 300, freeFromAmount: 10_000 };
  const body = { measure: 'gram', rules: [{ regions: [], tariff }, { regions: ['650000'] }] };
  const path = `/v1/merchants/${merchant.merchantId}/freight`;
  await shop.must('PUT', path, { token: merchant.token, body });
  return { merchant, path };
}

describe('a checkout', () => {
  it('costs what its preview says: goods and freight, paid with one payment', async () => {
    const { merchant } = await aShopThatSends();
    const other = await shop.aMerchant();
    const [tea, cup] = [await shop.aSku(merchant, 10, 1990), await shop.aSku(other, 10, 500)];
    const ann = await shop.aPerson('ann');
    const lines = [tea, cup].map(({ skuId }) => ({ skuId, quantity: 2 }));
    const cart = { lines, addressId: ann.addressId };

    const preview = await shop.must<Preview>('POST', '/v1/orders/preview', { token: ann.token, body: cart });
    expect(preview.total).toEqual(yuan(3980 + 800 + 1000));
    expect(preview.parcels.find(({ merchantId }) => merchantId === merchant.merchantId)).toMatchObject({
      freight: yuan(800),
      priceSteps: [{ kind: 'freight', amount: yuan(800) }],
    });

    const body = { ...cart, expectedTotal: preview.total };
    type Placed = { orders: (Order & Priced)[] };
    const { orders } = await shop.must<Placed>('POST', '/v1/orders', { token: ann.token, body });
    const orderIds = orders.map(({ orderId }) => orderId);
    const payment = await shop.must<{ paymentId: string; cashierUrl: string; state: string; total: Money }>(
      'POST',
      '/v1/payments',
      { token: ann.token, body: { orderIds } },
    );
    expect(payment.total).toEqual(preview.total);
    await shop.payAt(payment);
    await eventually(async () => {
      const states = await Promise.all(orderIds.map(async (id) => (await shop.order(ann, id)).state));
      expect(states).toEqual(['pending_shipment', 'pending_shipment']);
    });
  });

  it('is refused when it costs something else than its buyer was shown, or is not sent there', async () => {
    const { merchant, path } = await aShopThatSends();
    const { skuId, productId } = await shop.aSku(merchant, 10, 1990);
    const ann = await shop.aPerson('ann');
    const cart = { lines: [{ skuId, quantity: 1 }], addressId: ann.addressId };
    const { total } = await shop.must<Preview>('POST', '/v1/orders/preview', { token: ann.token, body: cart });

    const nowhere = { measure: 'piece', rules: [{ regions: [] }] };
    await shop.must('PUT', path, { token: merchant.token, body: nowhere });
    const body = { ...cart, expectedTotal: total };
    const refused = () => shop.send('POST', '/v1/orders', { token: ann.token, body });
    expect(await refused()).toMatchObject({ status: 422, body: { code: 'area-not-served' } });

    const forNothing = [{ regions: [], tariff: { first: 0, firstAmount: 0, next: 1, nextAmount: 0 } }];
    await shop.must('PUT', path, { token: merchant.token, body: { measure: 'piece', rules: forNothing } });
    expect(await refused()).toMatchObject({
      status: 409,
      body: { code: 'price-changed', errors: [{ path: 'expectedTotal' }] },
    });
    expect(await shop.stockOf(productId)).toBe(10);
  });

  it('lets nobody set what another shop takes for sending', async () => {
    const { path, merchant } = await aShopThatSends();
    const other = await shop.aMerchant();
    const body = { measure: 'piece', rules: [{ regions: [] }] };
    expect(await shop.send('PUT', path, { token: other.token, body })).toMatchObject({ status: 403 });
    const ann = await shop.aPerson('ann');
    expect(await shop.send('PUT', path, { token: ann.token, body })).toMatchObject({ status: 403 });
    expect(await shop.send('GET', path)).toMatchObject({ status: 200, body: { measure: 'gram' } });
    const twice = { ...body, rules: [...body.rules, ...body.rules] };
    expect(await shop.send('PUT', path, { token: merchant.token, body: twice })).toMatchObject({
      status: 422,
      body: { code: 'freight-invalid' },
    });
  });
});

type Told = Order & { autoReceiveAt?: string; history: { state: string; role: string; by?: string }[] };

describe('an order', () => {
  const anOrder = async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 10, 1990);
    const ann = await shop.aPerson('ann');
    const body = { lines: [{ skuId, quantity: 2 }], addressId: ann.addressId };
    const { orders } = await shop.must<{ orders: Told[] }>('POST', '/v1/orders', { token: ann.token, body });
    return { merchant, ann, orderId: orders[0]?.orderId ?? '' };
  };

  it('is paid what seller and buyer agreed on; nobody else can change that', async () => {
    const { merchant, ann, orderId } = await anOrder();
    const path = `/v1/orders/${orderId}/price`;
    const body = { totalAmount: 3500 };
    const other = await shop.aMerchant();
    expect(await shop.send('POST', path, { token: other.token, body })).toMatchObject({ status: 404 });
    expect(await shop.send('POST', path, { token: ann.token, body })).toMatchObject({ status: 403 });
    const nothing = { token: merchant.token, body: { totalAmount: 0 } };
    expect(await shop.send('POST', path, nothing)).toMatchObject({ status: 400 });

    const before = await shop.intent(ann, orderId);
    const key = randomUUID();
    const agreed = await shop.must<Told>('POST', path, { token: merchant.token, body, key });
    expect(agreed.total).toEqual(yuan(3500));
    expect(await shop.must<Told>('POST', path, { token: merchant.token, body, key })).toEqual(agreed);

    await shop.payAt(before);
    await eventually(async () => {
      const { state, refunds } = await shop.order(ann, orderId);
      expect([state, refunds.length]).toEqual(['pending_payment', 1]);
    });
    await shop.pay(ann, orderId);
    await eventually(async () => expect((await shop.order(ann, orderId)).state).toBe('pending_shipment'));
    const late = { token: merchant.token, body: { totalAmount: 1 } };
    expect(await shop.send('POST', path, late)).toMatchObject({ body: { code: 'order-transition-refused' } });
  });

  it('may be received later once, and tells what happened to it and who did it', async () => {
    const { merchant, ann, orderId } = await anOrder();
    await shop.pay(ann, orderId);
    await eventually(async () => expect((await shop.order(ann, orderId)).state).toBe('pending_shipment'));
    const more = () => shop.send<Told>('POST', `/v1/orders/${orderId}/extend-receipt`, { token: ann.token });
    expect(await more()).toMatchObject({ status: 409 });
    const shipped = (await shop.ship(merchant, orderId)) as Told;

    const { status, body } = await more();
    const days = (Date.parse(body.autoReceiveAt ?? '') - Date.parse(shipped.autoReceiveAt ?? '')) / 86_400_000;
    expect([status, days]).toEqual([200, 5]);
    expect(await more()).toMatchObject({ status: 409, body: { code: 'order-transition-refused' } });

    const told = (await shop.order(ann, orderId)) as Told;
    expect(told.history.map(({ state, role, by }) => [state, role, by])).toEqual([
      ['pending_payment', 'buyer', undefined],
      ['pending_shipment', 'payments', undefined],
      ['shipped', 'merchant-staff', undefined],
      ['shipped', 'buyer', undefined],
    ]);
    const toStaff = await shop.must<Told>('GET', `/v1/orders/${orderId}`, { token: merchant.token });
    expect(toStaff.history[2]?.by).toBe(`usr_staff_${merchant.merchantId}`);
    expect(toStaff.history[3]?.by).toBe(ann.userId);
  });
});
