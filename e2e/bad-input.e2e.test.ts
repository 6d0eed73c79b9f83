import { createHmac, randomUUID } from 'node:crypto';
import { ERRORS } from '@social/contracts/errors';
import { eventually } from '@social/testkit/eventually';
import { createSigner } from 'fast-jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from './books.ts';
import { type Platform, startPlatform } from './platform.ts';
import { type Answer, openShop, type Payment, type Person, type Seat, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;
let other: Awaited<ReturnType<Shop['aMerchant']>>;
let ann: Person;
let bob: Person;
let activityId: string;
let skuId: string;
let seat: Seat;
let payment: Payment;

beforeAll(async () => {
  platform = await startPlatform();
  shop = openShop(platform);
  books = await openBooks(platform);
  [merchant, other] = [await shop.aMerchant(), await shop.aMerchant()];
  [ann, bob] = [await shop.aPerson('ann'), await shop.aPerson('bob')];
  ({ skuId } = await shop.aSku(merchant, 100));
  ({ activityId } = await shop.anActivity(merchant, skuId));
  seat = await shop.open(ann, activityId);
  payment = await shop.intent(ann, seat.orderId);
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
});

/** A refusal is a problem document whose code is listed, with the status that belongs to it. */
function refused({ status, body, headers }: Answer, code: keyof typeof ERRORS): void {
  expect([status, body.code], JSON.stringify(body)).toEqual([ERRORS[code][0], code]);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status, title: expect.any(String), requestId: expect.any(String) });
}

const asAnn = (body: unknown) => ({ token: ann.token, body });

describe('a body that does not fit', () => {
  const order = (line: object, more: object = {}) => ({
    lines: [{ skuId, quantity: 1, ...line }],
    addressId: ann.addressId,
    ...more,
  });
  it.each([
    ['an unknown field', { surprise: 1 }, {}],
    ['a price', {}, { priceAmount: 1 }],
    ['a total', { total: { amount: 1, currency: 'CNY' } }, {}],
    ['a negative quantity', {}, { quantity: -1 }],
    ['a quantity of zero', {}, { quantity: 0 }],
    ['a huge quantity', {}, { quantity: 1e9 }],
    ['a broken quantity', {}, { quantity: 1.5 }],
    ['a quantity in words', {}, { quantity: 'two' }],
  ])('is refused: %s', async (_, more, line) => {
    refused(await shop.send('POST', '/v1/orders', asAnn(order(line, more))), 'request-invalid');
  });

  it('changes nothing', async () => {
    const mine = await shop.must<{ items: { orderId: string }[] }>('GET', '/v1/orders', { token: ann.token });
    expect(mine.items.map(({ orderId }) => orderId)).toEqual([seat.orderId]);
  });

  it('is refused as a seat too: a price, an unknown field, no address', async () => {
    const path = `/v1/groups/${seat.groupId}/members`;
    for (const body of [{ quantity: 1, addressId: bob.addressId, price: 1 }, { quantity: 1 }, []]) {
      refused(await shop.send('POST', path, { token: bob.token, body }), 'request-invalid');
    }
  });
});

describe('other people’s things', () => {
  it.each([
    ['GET', () => `/v1/orders/${seat.orderId}`, 'order-not-found'],
    ['POST', () => `/v1/orders/${seat.orderId}/cancel`, 'order-not-found'],
    ['POST', () => `/v1/orders/${seat.orderId}/confirm`, 'order-not-found'],
    ['GET', () => `/v1/payments/${payment.paymentId}`, 'payment-not-found'],
    ['GET', () => `/v1/me/addresses/${ann.addressId}`, 'address-not-found'],
    ['DELETE', () => `/v1/me/addresses/${ann.addressId}`, 'address-not-found'],
    ['DELETE', () => `/v1/groups/${seat.groupId}/members/me`, 'seat-not-found'],
  ] as const)('are not there: %s %s', async (method, path, code) => {
    refused(await shop.send(method, path(), { token: bob.token, body: method === 'POST' ? {} : undefined }), code);
  });

  it('cannot be paid, or sent to', async () => {
    refused(
      await shop.send('POST', '/v1/payments', { token: bob.token, body: { orderIds: [seat.orderId] } }),
      'order-not-found',
    );
    const body = { quantity: 1, addressId: ann.addressId };
    refused(
      await shop.send('POST', `/v1/groups/${seat.groupId}/members`, { token: bob.token, body }),
      'address-not-found',
    );
  });

  it('are not another merchant’s either', async () => {
    const parcel = { carrier: 'SF', trackingNumber: '1' };
    refused(
      await shop.send('POST', `/v1/orders/${seat.orderId}/ship`, { token: other.token, body: parcel }),
      'order-not-found',
    );
    refused(await shop.send('POST', `/v1/activities/${activityId}/end`, { token: other.token, body: {} }), 'forbidden');
    refused(await shop.send('POST', `/v1/activities/${activityId}/end`, { token: ann.token, body: {} }), 'forbidden');
  });
});

describe('a token that is not good', () => {
  it.each([
    ['none', () => undefined],
    ['torn', () => ann.token.slice(0, -5)],
    ['signed by someone else', () => foreign(randomUUID())],
    ['expired', () => expired(ann.userId)],
  ])('is refused: %s', async (_, token) => {
    refused(await shop.send('GET', '/v1/orders', { token: token() }), 'unauthenticated');
  });

  const keyOf = () => (JSON.parse(platform.secrets.identitySigningKeys) as [{ kid: string; pem: string }])[0];
  const claims = (sub: string) => ({ sub, roles: ['operator'], jti: randomUUID() });
  const foreign = (sub: string) => {
    const key = randomUUID();
    return createSigner({ key, algorithm: 'HS256', kid: keyOf().kid, iss: 'social', aud: 'social', expiresIn: 1000 })(
      claims(sub),
    );
  };
  const expired = (sub: string) => {
    const { kid, pem } = keyOf();
    const past = Math.floor(Date.now() / 1000) - 1000;
    const sign = createSigner({ key: pem, algorithm: 'RS256', kid, iss: 'social', aud: 'social' });
    return sign({ ...claims(sub), iat: past - 900, exp: past });
  };
});

describe('a notification that is not true', () => {
  const post = async (facts: object, sign = true): Promise<Answer> => {
    const paid = { transactionId: 'txn_forged', amount: 700, currency: 'CNY', paidAt: new Date().toISOString() };
    const body = JSON.stringify({
      event: 'charge.captured',
      chargeId: 'chg_x',
      outTradeNo: payment.paymentId,
      ...paid,
      ...facts,
    });
    const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()];
    const secret = sign ? platform.secrets.sandboxPaySecret : 'another secret';
    const signature = createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${body}\n`).digest('base64');
    const response = await fetch(`${platform.url}/v1/payments/callbacks/sandbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sandbox-timestamp': timestamp,
        'x-sandbox-nonce': nonce,
        'x-sandbox-signature': signature,
      },
      body,
    });
    return { status: response.status, body: JSON.parse((await response.text()) || '{}'), headers: response.headers };
  };

  it('is refused: a wrong signature, a wrong amount, an unknown payment', async () => {
    refused(await post({}, false), 'callback-signature-wrong');
    refused(await post({ amount: 1 }), 'callback-amount-wrong');
    refused(await post({ outTradeNo: 'pay_unknown' }), 'payment-not-found');
    expect((await shop.order(ann, seat.orderId)).state).toBe('pending_payment');
  });
});

describe('the deadline of a payment', () => {
  it('counts a millisecond before, and gives the money back a millisecond after', async () => {
    const pay = async (offsetMs: number) => {
      const person = await shop.aPerson('eve');
      const body = { lines: [{ skuId, quantity: 1 }], addressId: person.addressId };
      const { orders } = await shop.must<{ orders: { orderId: string; payBy: string }[] }>('POST', '/v1/orders', {
        token: person.token,
        body,
      });
      const [order] = orders;
      if (!order) throw new Error('no order');
      const paidAt = new Date(new Date(order.payBy).getTime() + offsetMs).toISOString();
      await shop.pay(person, order.orderId, { paidAt });
      return { person, orderId: order.orderId };
    };
    const [before, after] = [await pay(-1), await pay(1)];
    const become = ({ person, orderId }: typeof before, state: string) =>
      eventually(async () => expect((await shop.order(person, orderId)).state).toBe(state), 20_000);
    await become(before, 'pending_shipment');
    await become(after, 'closed');
    await books.balanced();
  });
});

describe('a CSV that is not right', () => {
  const header = 'Handle,Title,Variant Price,Variant Inventory Qty,Type\n';
  const send = async (csv: string | Buffer): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${platform.url}/v1/merchants/${merchant.merchantId}/product-imports?currency=CNY`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${merchant.token}`,
        'content-type': 'text/csv',
        'idempotency-key': randomUUID(),
      },
      body: csv,
    });
    return { status: response.status, text: await response.text() };
  };

  it.each([
    ['a missing column', 'Handle,Title\nx,Y\n'],
    ['a wrong encoding', Buffer.from('Handle,Title,Variant Price\nx,\xff\xfe,1\n', 'latin1')],
    ['a cell of 5 MB', `${header}x,${'y'.repeat(5_000_000)},1,1,t\n`],
  ])('is refused as a whole: %s', async (_, csv) => {
    const { text } = await send(csv);
    expect(text).toContain('import-invalid');
  });

  it('has a price of "free" reported by line, column and reason, and the rest imported', async () => {
    const { status, text } = await send(`${header}good,Good,9.90,5,t\nbad,Bad,free,5,t\n`);
    expect(status).toBe(200);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.flatMap(({ errors }) => errors)).toContainEqual(
      expect.objectContaining({ line: 3, column: 'Variant Price', handle: 'bad' }),
    );
    expect(lines.at(-1)).toMatchObject({ done: true, progress: { created: 1, refused: 1 } });
  });
});
