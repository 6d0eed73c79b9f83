import { randomUUID } from 'node:crypto';
import { newGuest } from '@social/runtime/guest-token';
import { startRedis } from '@social/testkit/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from './world.ts';

let world: World;
let redis: Awaited<ReturnType<typeof startRedis>>;
beforeAll(async () => {
  redis = await startRedis();
  world = await aWorld(['identity', 'catalog'], {
    REDIS_URL: redis.url,
    USER_RATE: '1',
    USER_BURST: '60',
    GUEST_ADDRESS_RATE: '1',
    GUEST_ADDRESS_BURST: '100',
    AUTH_PHONE_PER_MINUTE: '3',
  });
});
afterAll(async () => {
  await world?.stop();
  await redis?.kill();
});

const aMerchantBody = () => {
  const slug = `m-${randomUUID().slice(0, 8)}`;
  return { slug, name: slug };
};
const anOperator = () => world.someone(['operator']).token;

describe('a request that is repeated', () => {
  it('with the same key and body gets the same answer, also after Redis is flushed', async () => {
    const ask = { token: anOperator(), key: randomUUID(), body: aMerchantBody() };
    const first = await world.ask('/v1/merchants', ask);
    expect(first.status).toBe(201);
    expect((await world.ask('/v1/merchants', ask)).body).toEqual(first.body);

    const client = createClient({ url: redis.url });
    await client.connect();
    await client.flushAll();
    await client.close();
    const again = await world.ask('/v1/merchants', ask);
    expect(again).toMatchObject({ status: 201, body: first.body });
  });

  it('with another body is refused', async () => {
    const ask = { token: anOperator(), key: randomUUID(), body: aMerchantBody() };
    await world.ask('/v1/merchants', ask);
    const reused = { status: 422, body: { code: 'idempotency-key-reused' } };
    expect(await world.ask('/v1/merchants', { ...ask, body: aMerchantBody() })).toMatchObject(reused);
  });

  it('with the same key by another person is another request', async () => {
    const key = randomUUID();
    const [ann, bob] = [anOperator(), anOperator()];
    expect((await world.ask('/v1/merchants', { token: ann, key, body: aMerchantBody() })).status).toBe(201);
    expect((await world.ask('/v1/merchants', { token: bob, key, body: aMerchantBody() })).status).toBe(201);
  });

  it('fifty times at once has one effect: the others hear that it is in progress, or the same answer', async () => {
    const ask = { token: anOperator(), key: randomUUID(), body: aMerchantBody() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.ask('/v1/merchants', ask)));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.merchantId)).size).toBe(1);
    const others = answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code]);
    for (const other of others) expect(other).toEqual([409, 'request-in-progress']);
  });

  it('after it was refused is tried again', async () => {
    const token = anOperator();
    const body = { slug: 'tea-of-spring', name: 'Tea', parentId: 'cat_none' };
    const refused = await world.ask('/v1/categories', { token, key: 'try-me-again', body });
    expect(refused).toMatchObject({ status: 404, body: { code: 'category-not-found' } });
    const corrected = { slug: 'tea-of-spring', name: 'Tea' };
    expect((await world.ask('/v1/categories', { token, key: 'try-me-again', body: corrected })).status).toBe(201);
  });

  it('must carry a key where it has an effect', async () => {
    const missing = { status: 400, body: { code: 'idempotency-key-required' } };
    expect(await world.ask('/v1/merchants', { token: anOperator(), key: null, body: aMerchantBody() })).toMatchObject(
      missing,
    );
  });

  it('leaves no name, phone or address readable in Redis', async () => {
    const address = { recipient: '欧阳安然', phone: '13812345678', districtCode: '330106', detail: '文三路 99 号' };
    const ask = { token: world.someone().token, key: randomUUID(), body: address };
    const first = await world.ask('/v1/me/addresses', ask);
    expect((await world.ask('/v1/me/addresses', ask)).body).toEqual(first.body);

    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys('*:idem');
    const values = await Promise.all(keys.map((key) => client.get(key)));
    await client.close();
    expect(values.length).toBeGreaterThan(0);
    for (const secret of ['欧阳安然', '13812345678', '文三路']) expect(values.join('\n')).not.toContain(secret);
  });
});

describe('too many requests', () => {
  it('of one person are refused, with when to come back; others are served', async () => {
    const { token } = world.someone();
    const answers = await Promise.all(Array.from({ length: 70 }, () => world.ask('/v1/session', { token })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]).toMatchObject({ body: { code: 'rate-limited' } });
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect((await world.ask('/v1/session', { token: world.someone().token })).status).toBe(200);
  });

  it('of one guest are refused, and of many at one address together; who is known there is served', async () => {
    // The service behind is away: who is let through hears that.
    const statusesOf = async (count: number, headers: Record<string, string>) => {
      const answers = await Promise.all(Array.from({ length: count }, () => world.ask('/v1/cart', { headers })));
      return Map.groupBy(answers, ({ status }) => status);
    };
    const { token } = newGuest(world.tokenKey);
    const ofOne = await statusesOf(70, { 'x-guest': token });
    expect(ofOne.get(503)?.length).toBeLessThanOrEqual(65);
    expect(ofOne.get(429)?.[0]).toMatchObject({ body: { code: 'rate-limited' } });

    const ofMany = await statusesOf(40, {});
    expect(ofMany.get(503)?.length).toBeGreaterThanOrEqual(25);
    expect(ofMany.get(429)?.length).toBeGreaterThanOrEqual(5);
    expect((await world.ask('/v1/session', { token: world.someone().token })).status).toBe(200);
  });

  it('to prove who one is are counted by phone, by all gateways together', async () => {
    const other = await world.startGateway();
    const logIn = (base: string) =>
      fetch(`${base}/v1/auth/log-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: '13877778888', password: 'wrong-one' }),
      });
    try {
      const statuses = [];
      for (const base of [world.gateway.http, other.http, world.gateway.http, other.http]) {
        statuses.push((await logIn(base)).status);
      }
      expect(statuses).toEqual([401, 401, 401, 429]);
    } finally {
      await other.kill();
    }
  });
});

/** Last, because it takes Redis away. */
describe('without Redis', () => {
  it('people shop on, and the owner of an effect still has it once', async () => {
    await redis.kill();
    const ask = { token: anOperator(), key: randomUUID(), body: aMerchantBody() };
    const first = await world.ask('/v1/merchants', ask);
    expect(first.status).toBe(201);
    expect((await world.ask('/v1/merchants', ask)).body).toEqual(first.body);
    expect((await world.ask('/v1/merchants')).status).toBe(200);
    const away = { status: 503, body: { code: 'service-unavailable' } };
    expect(await world.ask('/v1/ws-tickets', { method: 'POST', token: anOperator() })).toMatchObject(away);
  });
});
