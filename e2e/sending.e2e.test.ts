/** How goods get to their buyers: in one parcel or several, or over the counter. */
import { randomUUID } from 'node:crypto';
import { systemClock } from '@social/runtime/clock';
import { signedCaller } from '@social/sandbox/client';
import { signedHeaders } from '@social/sandbox/signing';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { type Order, openShop, type Person, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
beforeAll(async () => {
  platform = await startPlatform({ env: { 'sandbox-carrier': { CARRIER_STEP_MS: '300' } } });
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
    expect(await put('address', merchant, { addressId })).toMatchObject({ status: 403 });

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

describe('a carrier that gives numbers', () => {
  type Scan = { state: string; at: string; place: string };
  type Tracked = Parcel & { scans: Scan[]; deliveredAt?: string };
  const WAY = ['booked', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered'];

  const aPaidOrder = async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 5);
    const ann = await shop.aPerson('ann');
    const [{ orderId = '' } = {}] = await bought(ann, [skuId]);
    return { ann, merchant, orderId };
  };
  const send = ({ token }: Merchant, orderId: string, key: string = randomUUID()) =>
    shop.must<Told>('POST', `/v1/orders/${orderId}/ship`, { token, body: { carrier: 'sandbox' }, key });
  const parcels = async (ann: Person, orderId: string) => (await told(ann, orderId)).parcels as Tracked[];
  const arrives = (ann: Person, orderId: string) =>
    eventually(async () => {
      const [parcel, ...others] = await parcels(ann, orderId);
      expect(others).toEqual([]);
      expect(parcel?.scans.map(({ state }) => state)).toEqual(WAY);
      expect(parcel?.deliveredAt).toBe(parcel?.scans.at(-1)?.at);
      return parcel;
    }, 40_000);
  const carrier = (method: string, path: string, payload?: unknown) =>
    signedCaller({
      ...{ baseUrl: platform.carrierUrl, secret: platform.secrets.sandboxCarrierSecret },
      ...{ timeoutMs: 5000, clock: systemClock },
    })(method, path, payload);

  /** Orders in another life, once everybody who asks it has found it again. */
  const restart = async (env: Record<string, string> = {}) => {
    await platform.stopOne('orders');
    await platform.start('orders', env);
    await eventually(aPaidOrder, 30_000);
  };

  it('takes the parcel, and tells where it is until it is there', async () => {
    const { ann, merchant, orderId } = await aPaidOrder();
    expect(await send(merchant, orderId)).toMatchObject({ state: 'shipped', parcels: [{ carrier: 'sandbox' }] });

    const parcel = await arrives(ann, orderId);
    expect(parcel?.trackingNumber).toMatch(/^SBX\d+$/);
    const page = await fetch(`${platform.carrierUrl}/track/${parcel?.trackingNumber}`);
    expect(await page.text()).toContain(parcel?.trackingNumber);
  });

  it('is asked again with the same number when its answer was lost, and takes the parcel once', async () => {
    const { ann, merchant, orderId } = await aPaidOrder();
    await carrier('POST', '/v1/faults', { operation: 'book', kind: 'error-after', times: 2 });
    await send(merchant, orderId);

    await arrives(ann, orderId);
  });

  it('is believed about each scan once, whatever comes late, twice or never', async () => {
    const { ann, merchant, orderId } = await aPaidOrder();
    await send(merchant, orderId);
    const number = await eventually(async () => {
      const [parcel] = await parcels(ann, orderId);
      if (!parcel?.trackingNumber) throw new Error('no number yet');
      return parcel.trackingNumber;
    });
    await carrier('POST', `/v1/parcels/${number}/misbehave`, { duplicates: 2, reverse: true });

    await arrives(ann, orderId);
  });

  it('is asked when it tells nothing', async () => {
    const { ann, merchant, orderId } = await aPaidOrder();
    await restart({ CARRIER_ASK_AFTER_MS: '500' });
    await send(merchant, orderId);
    const number = await eventually(async () => (await parcels(ann, orderId))[0]?.trackingNumber ?? Promise.reject());
    await carrier('POST', `/v1/parcels/${number}/misbehave`, { drop: true });

    await arrives(ann, orderId);
    await restart();
  });

  it('takes a parcel once, although orders is killed between sending and hearing of it', async () => {
    const { ann, merchant, orderId } = await aPaidOrder();
    await restart({ CRASH_AT: 'parcel-booked' });
    const died = platform.ended('orders');
    const key = randomUUID();
    const sent = eventually(() => send(merchant, orderId, key), 40_000);
    expect(await died).toBe('SIGKILL');
    await platform.start('orders');
    expect(await sent).toMatchObject({ state: 'shipped' });

    await arrives(ann, orderId);
  });

  it('is not believed without its signature, nor about what is not there', async () => {
    const path = `${platform.url}/v1/carriers/sandbox/callbacks`;
    const body = JSON.stringify({
      ...{ event: 'parcel.scanned', outParcelNo: 'ord_01980000-0000-7000-8000-000000000000-1', trackingNumber: 'SBX1' },
      scan: { seq: 1, state: 'delivered', at: new Date().toISOString(), place: '杭州市' },
    });
    const post = async (secret: string, text: string, url = path) => {
      const headers = { 'content-type': 'application/json', ...signedHeaders([], text, secret, new Date()) };
      const response = await fetch(url, { method: 'POST', headers, body: text });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    const { sandboxCarrierSecret: secret } = platform.secrets;

    expect(await post('another secret of 32 characters..', body)).toEqual([401, 'callback-signature-wrong']);
    expect(await post(secret, '{"event":"parcel.scanned"}')).toEqual([400, 'callback-malformed']);
    expect(await post(secret, body)).toEqual([404, 'order-not-found']);
    expect(await post(secret, body, path.replace('sandbox', 'other'))).toEqual([422, 'carrier-unknown']);
  });
});
