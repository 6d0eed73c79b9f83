/** How goods get to their buyers: in one parcel or several, or over the counter. */
import { randomUUID } from 'node:crypto';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { type Order, openShop, type Person, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
beforeAll(async () => {
  platform = await startPlatform();
  shop = openShop(platform);
});
afterAll(() => platform?.stop());

type Parcel = {
  parcelId: string;
  carrier: string;
  trackingNumber?: string;
  lines: { skuId: string; quantity: number }[];
};
type Told = Order & {
  merchantId: string;
  parcels: Parcel[];
  pickUp?: { point: { pointId: string; name: string }; code?: string; handedOverAt?: string };
  remark?: string;
  note?: string;
  address?: { district: string };
};
type Merchant = Awaited<ReturnType<Shop['aMerchant']>>;

const told = (person: { token: string }, id: string) => shop.must<Told>('GET', `/v1/orders/${id}`, person);
const become = (person: Person, id: string, state: string) =>
  eventually(async () => expect((await told(person, id)).state).toBe(state));

/** Checks out and pays one piece of each SKU. */
async function bought(ann: Person, skuIds: string[], more: Record<string, unknown> = {}) {
  const lines = skuIds.map((skuId) => ({ skuId, quantity: 1 }));
  const body = { lines, addressId: ann.addressId, ...more };
  const { orders } = await shop.must<{ orders: Told[] }>('POST', '/v1/orders', { token: ann.token, body });
  const orderIds = orders.map(({ orderId }) => orderId);
  const payment = await shop.must<{ paymentId: string; cashierUrl: string; state: string }>('POST', '/v1/payments', {
    ...{ token: ann.token, body: { orderIds } },
  });
  await shop.payAt(payment);
  for (const id of orderIds) await become(ann, id, 'pending_shipment');
  return orders;
}

async function aShopWithACounter() {
  const merchant = await shop.aMerchant();
  const points = [{ pointId: 'west', name: '西湖店', address: '文三路 1 号', phone: '', hours: '9–21' }];
  const path = `/v1/merchants/${merchant.merchantId}/pick-up-points`;
  await shop.must('PUT', path, { token: merchant.token, body: { points } });
  expect(await shop.must('GET', path)).toEqual({ points });
  return merchant;
}

describe('an order', () => {
  it('is sent in two parcels: the second one makes it shipped', async () => {
    const merchant = await shop.aMerchant();
    const [tea, cup] = [await shop.aSku(merchant, 5), await shop.aSku(merchant, 5)];
    const ann = await shop.aPerson('ann');
    const [{ orderId = '' } = {}] = await bought(ann, [tea.skuId, cup.skuId]);
    const send = (body: unknown) =>
      shop.send<Told>('POST', `/v1/orders/${orderId}/ship`, { token: merchant.token, body });

    const sf = { carrier: 'SF', trackingNumber: 'SF1' };
    const first = await send({ ...sf, lines: [{ skuId: tea.skuId, quantity: 1 }] });
    expect(first).toMatchObject({ status: 200, body: { state: 'pending_shipment', parcels: [sf] } });
    const again = await send({ ...sf, lines: [{ skuId: tea.skuId, quantity: 1 }] });
    expect(again).toMatchObject({ status: 422, body: { code: 'parcel-invalid' } });
    expect(await send({ carrier: 'SF' })).toMatchObject({ status: 422, body: { code: 'carrier-unknown' } });

    const second = await send({ carrier: 'YTO', trackingNumber: 'YT2' });
    expect(second).toMatchObject({ status: 200, body: { state: 'shipped' } });
    expect((await told(ann, orderId)).parcels.map(({ lines, trackingNumber }) => [trackingNumber, lines])).toEqual([
      ['SF1', [{ skuId: tea.skuId, quantity: 1 }]],
      ['YT2', [{ skuId: cup.skuId, quantity: 1 }]],
    ]);
  });

  it('is picked up with its code, beside another that is sent, and both are paid together', async () => {
    const [counter, other]: Merchant[] = [await aShopWithACounter(), await shop.aMerchant()];
    if (!counter || !other) throw new Error('two shops');
    const [tea, cup] = [await shop.aSku(counter, 5), await shop.aSku(other, 5)];
    const ann = await shop.aPerson('ann');
    const wishes = [{ merchantId: counter.merchantId, pickUpPoint: 'west', remark: '下午来取' }];
    const orders = await bought(ann, [tea.skuId, cup.skuId], { wishes });
    const idOf = ({ merchantId }: Merchant) => orders.find((one) => one.merchantId === merchantId)?.orderId ?? '';

    const mine = await told(ann, idOf(counter));
    expect(mine).toMatchObject({ remark: '下午来取', pickUp: { point: { name: '西湖店' } } });
    expect(mine.address).toBeUndefined();
    const code = mine.pickUp?.code ?? '';
    expect(code).toMatch(/^\d{8}$/);
    const atCounter = await shop.must<Told>('GET', `/v1/orders/${idOf(counter)}`, { token: counter.token });
    expect(atCounter.pickUp?.code).toBeUndefined();

    const show = (shown: string, key: string = randomUUID()) =>
      shop.send<Told>('POST', `/v1/orders/${idOf(counter)}/hand-over`, {
        token: counter.token,
        body: { code: shown },
        key,
      });
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (const _ of [1, 2, 3, 4, 5]) expect(await show(wrong)).toMatchObject({ body: { code: 'pick-up-code-wrong' } });
    expect(await show(code)).toMatchObject({ status: 409, body: { code: 'pick-up-code-locked' } });

    const renewed = await shop.must<Told>('POST', `/v1/orders/${idOf(counter)}/pick-up-code`, { token: ann.token });
    const key = randomUUID();
    const handedOver = await show(renewed.pickUp?.code ?? '', key);
    expect(handedOver).toMatchObject({ status: 200, body: { state: 'completed' } });
    expect((await show(renewed.pickUp?.code ?? '', key)).body).toEqual(handedOver.body);
    expect(await show(code)).toMatchObject({ status: 409, body: { code: 'order-transition-refused' } });

    const { status } = await shop.send('POST', `/v1/orders/${idOf(other)}/hand-over`, {
      ...{ token: other.token, body: { code } },
    });
    expect(status).toBe(409);
    const together = await shop.must<{ orders: Told[]; total: { amount: number } }>(
      ...(['GET', `/v1/orders/${idOf(other)}/checkout`, { token: ann.token }] as const),
    );
    expect(together.orders.map(({ orderId }) => orderId).sort()).toEqual(orders.map(({ orderId }) => orderId).sort());
    expect(together.total.amount).toBe(2000);
    const others = await shop.must<{ orders: Told[] }>('GET', `/v1/orders/${idOf(other)}/checkout`, {
      token: other.token,
    });
    expect(others.orders).toHaveLength(1);
  });

  it('needs an address for what is sent, and a point that is there for what is picked up', async () => {
    const merchant = await aShopWithACounter();
    const { skuId, productId } = await shop.aSku(merchant, 5);
    const ann = await shop.aPerson('ann');
    const lines = [{ skuId, quantity: 1 }];
    const order = (more: Record<string, unknown>) =>
      shop.send<{ orders: Told[] }>('POST', '/v1/orders', { token: ann.token, body: { lines, ...more } });
    const at = (pickUpPoint: string) => ({ wishes: [{ merchantId: merchant.merchantId, pickUpPoint }] });

    expect(await order({})).toMatchObject({ status: 404, body: { code: 'address-not-found' } });
    expect(await order(at('east'))).toMatchObject({ status: 422, body: { code: 'pick-up-point-unknown' } });
    expect(await shop.stockOf(productId)).toBe(5);
    expect((await order(at('west'))).status).toBe(201);
  });

  it('changes its address, remark and note until it is sent; its buyer hides it when it is over', async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 5);
    const ann = await shop.aPerson('ann');
    const [{ orderId = '' } = {}] = await bought(ann, [skuId]);
    const form = { recipient: '安小雨', phone: '13900000001', districtCode: '330106', detail: '二号' };
    const { addressId } = await shop.must<{ addressId: string }>('POST', '/v1/me/addresses', {
      ...{ token: ann.token, body: form },
    });
    const put = (what: string, { token }: { token: string }, body: unknown) =>
      shop.send<Told>('PUT', `/v1/orders/${orderId}/${what}`, { token, body });

    expect((await put('address', ann, { addressId })).body.address).toMatchObject({ district: '西湖区' });
    expect((await put('remark', ann, { remark: '放门口' })).body.remark).toBe('放门口');
    expect((await put('note', merchant, { note: '老客' })).body).toMatchObject({ note: '老客', remark: '放门口' });
    expect(await put('note', ann, { note: 'x' })).toMatchObject({ status: 403 });
    expect((await told(ann, orderId)).note).toBeUndefined();
    expect(await put('address', merchant, { addressId })).toMatchObject({ status: 404 });

    const hide = () => shop.send('DELETE', `/v1/orders/${orderId}`, { token: ann.token });
    await shop.ship(merchant, orderId);
    for (const refused of [await put('address', ann, { addressId }), await put('remark', ann, { remark: 'x' })]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'order-transition-refused' } });
    }
    expect(await hide()).toMatchObject({ status: 409 });
    await shop.must('POST', `/v1/orders/${orderId}/confirm`, { token: ann.token });
    expect((await hide()).status).toBe(204);
    expect((await shop.send('GET', `/v1/orders/${orderId}`, { token: ann.token })).status).toBe(404);
    const { items } = await shop.must<{ items: Told[] }>('GET', '/v1/orders', { token: ann.token });
    expect(items).toEqual([]);
    expect((await told(merchant, orderId)).state).toBe('completed');
  });
});
