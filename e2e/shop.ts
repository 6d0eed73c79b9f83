import { randomUUID } from 'node:crypto';
import { newId } from '@social/runtime/ids';
import { eventually } from '@social/testkit/eventually';
import { createSigner } from 'fast-jwt';
import { expect } from 'vitest';
import type { Platform } from './platform.ts';

/** What the public API answered. */
// The API's own schema tests its answers; here they are read as a user's script would.
export type Answer<T = Body> = { status: number; body: T; headers: Headers };
export type Body = Record<string, unknown> & { code?: string };

export type Seat = {
  activityId: string;
  groupId: string;
  orderId: string;
  quantity: number;
  payBy: string;
  total: Money;
};
export type Money = { amount: number; currency: string };
export type Group = {
  groupId: string;
  state: string;
  members: { userId: string }[];
  headId?: string;
  size: number;
  dueAt: string;
};
export type Order = {
  orderId: string;
  state: string;
  total: Money;
  group?: { groupId: string };
  refunds: { amount: Money | number; refundedAt?: string }[];
};
export type Payment = { paymentId: string; cashierUrl: string; state: string };
export type Person = { userId: string; token: string; addressId: string };
export type Misbehaviour = {
  delaySeconds?: number;
  duplicates?: number;
  failFirst?: number;
  drop?: boolean;
  paidAt?: string;
};

type Send = { token?: string; body?: unknown; key?: string; headers?: Record<string, string> };

/** The shop as people use it, through the public API; log-ins are cut short by minting tokens with the run's own key. */
export function openShop(platform: Platform) {
  const [{ kid, pem }] = JSON.parse(platform.secrets.identitySigningKeys) as [{ kid: string; pem: string }];
  const sign = createSigner({ key: pem, algorithm: 'RS256', kid, iss: 'social', aud: 'social', expiresIn: 900_000 });
  const mint = (userId: string, roles: string[], merchantId?: string) =>
    sign({ sub: userId, roles, jti: randomUUID(), ...(merchantId ? { mid: merchantId } : {}) });

  const send = async <T = Body>(
    method: string,
    path: string,
    { token, body, key, headers }: Send = {},
  ): Promise<Answer<T>> => {
    const response = await fetch(`${platform.url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T, headers: response.headers };
  };
  /** Sends what must succeed. */
  const must = async <T>(method: string, path: string, options: Send = {}): Promise<T> => {
    const { status, body } = await send<T>(method, path, options);
    expect(status, `${method} ${path}: ${JSON.stringify(body)}`).toBeLessThan(300);
    return body;
  };

  const operator = mint('usr_operator', ['operator']);
  const aPerson = async (name: string): Promise<Person> => {
    const userId = newId('usr');
    const token = mint(userId, ['shopper']);
    const address = { recipient: `测试${name}`, phone: '13900000001', districtCode: '110101', detail: '一号' };
    const { addressId } = await must<{ addressId: string }>('POST', '/v1/me/addresses', { token, body: address });
    return { userId, token, addressId };
  };
  const aMerchant = async () => {
    const body = {
      slug: `m-${randomUUID().slice(0, 8)}`,
      name: '测试商家',
      description: '',
      city: '杭州',
      trusted: true,
    };
    const { merchantId } = await must<{ merchantId: string }>('POST', '/v1/merchants', { token: operator, body });
    const category = { slug: `c-${randomUUID().slice(0, 8)}`, name: '茶叶' };
    const { categoryId } = await must<{ categoryId: string }>('POST', '/v1/categories', {
      token: operator,
      body: category,
    });
    return { merchantId, categoryId, token: mint(`usr_staff_${merchantId}`, ['merchant-staff'], merchantId) };
  };
  type Merchant = Awaited<ReturnType<typeof aMerchant>>;
  const aSku = async ({ merchantId, categoryId, token }: Merchant, stock: number, priceAmount = 1000) => {
    const body = { handle: `p-${randomUUID()}`, title: '龙井', categoryId, skus: [{ priceAmount, stock }] };
    type Product = { productId: string; skus: { skuId: string }[] };
    const product = await must<Product>('POST', `/v1/merchants/${merchantId}/products`, { token, body });
    return { productId: product.productId, skuId: product.skus[0]?.skuId ?? '' };
  };
  const sale = Date.now();
  const anActivity = async (
    { merchantId, token }: Merchant,
    skuId: string,
    offer: Record<string, unknown> = {},
    key?: string,
  ) => {
    const body = {
      skuId,
      groupAmount: 700,
      groupSize: 3,
      fillSeconds: 600,
      paySeconds: 300,
      stock: 30,
      limitPerPerson: 5,
      limitPerOrder: 5,
      startsAt: new Date(sale - 1000).toISOString(),
      endsAt: new Date(sale + 3_600_000).toISOString(),
      ...offer,
    };
    return must<{ activityId: string }>('POST', `/v1/merchants/${merchantId}/activities`, { token, body, key });
  };

  const seatBody = ({ addressId }: Person, quantity = 1) => ({ quantity, addressId });
  const tryOpen = (person: Person, activityId: string, key?: string) =>
    send<Seat & Body>('POST', `/v1/activities/${activityId}/groups`, {
      token: person.token,
      body: seatBody(person),
      key,
    });
  const tryJoin = (person: Person, groupId: string, key?: string) =>
    send<Seat & Body>('POST', `/v1/groups/${groupId}/members`, { token: person.token, body: seatBody(person), key });
  const open = async (person: Person, activityId: string): Promise<Seat> => {
    const { status, body } = await tryOpen(person, activityId);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const join = async (person: Person, groupId: string): Promise<Seat> => {
    const { status, body } = await tryJoin(person, groupId);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const intent = (person: Person, orderId: string) =>
    must<Payment>('POST', '/v1/payments', { token: person.token, body: { orderIds: [orderId], provider: 'sandbox' } });
  /** Pays at the cashier, as the page's button does; presses it again while the provider's database is away. */
  const payAt = async ({ cashierUrl }: Payment, misbehaviour: Misbehaviour = {}): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const press = () => fetch(`${cashierUrl}/pay`, { method: 'POST', headers, body: JSON.stringify(misbehaviour) });
    const response = await eventually(async () => {
      const answer = await press();
      if (answer.status === 503) throw new Error(await answer.text());
      return answer;
    }, 30_000);
    expect(response.status, await response.text()).toBe(200);
  };
  const pay = async (person: Person, orderId: string, misbehaviour: Misbehaviour = {}): Promise<Payment> => {
    const payment = await intent(person, orderId);
    await payAt(payment, misbehaviour);
    return payment;
  };
  const order = (person: Person, orderId: string) =>
    must<Order>('GET', `/v1/orders/${orderId}`, { token: person.token });
  const group = (groupId: string) => must<Group>('GET', `/v1/groups/${groupId}`);
  const stockOf = async (productId: string) => {
    const { skus } = await must<{ skus: { stock: number }[] }>('GET', `/v1/products/${productId}`, { token: operator });
    return skus.reduce((sum, { stock }) => sum + stock, 0);
  };
  type Balance = { captured: Money; refunded: Money; refundsPending: Money };
  const balance = () => must<Balance>('GET', '/v1/balance', { token: operator });
  const ship = ({ token }: Merchant, orderId: string) =>
    must<Order>('POST', `/v1/orders/${orderId}/ship`, { token, body: { carrier: 'SF', trackingNumber: 'SF123456' } });

  return {
    ...{
      operator,
      mint,
      send,
      must,
      aPerson,
      aMerchant,
      aSku,
      anActivity,
      tryOpen,
      tryJoin,
      open,
      join,
      intent,
      payAt,
    },
    ...{ pay, order, group, stockOf, balance, ship },
  };
}

export type Shop = ReturnType<typeof openShop>;
