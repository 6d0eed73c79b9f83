import { isSigned } from '@social/sandbox/signing';
import { eventually } from '@social/testkit/eventually';
import { startReceiver } from '@social/testkit/receiver';
import { aNamespace, dropNamespace } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET, startProvider } from './provider.ts';

const namespace = aNamespace();
let provider: Awaited<ReturnType<typeof startProvider>>;
let trade = 0;

beforeAll(async () => {
  provider = await startProvider(namespace);
});
afterAll(async () => {
  await provider.stop();
  await dropNamespace(namespace);
});

const aCharge = (changes: object = {}) => ({
  outTradeNo: `pay_${++trade}`,
  amount: 1999,
  currency: 'CNY',
  description: '龙井茶',
  notifyUrl: 'http://127.0.0.1:9/callback',
  returnUrl: 'http://127.0.0.1:9/shop',
  expiresAt: new Date(Date.now() + 60_000).toISOString(),
  ...changes,
});

const opened = async (changes: object = {}) => {
  const charge = aCharge(changes);
  const { body } = await provider.call('POST', '/v1/charges', charge);
  return { ...charge, chargeId: body.chargeId };
};

const refundOf = (outTradeNo: string, outRefundNo: string, amount: number) => ({
  outTradeNo,
  outRefundNo,
  amount,
  reason: 'test',
});

describe('the merchant API', () => {
  it('hears only signed calls', async () => {
    const answer = await fetch(`${provider.url}/v1/charges`, { method: 'POST', body: JSON.stringify(aCharge()) });
    expect(answer.status).toBe(401);
  });

  it('opens one charge a trade number', async () => {
    const charge = aCharge();
    const first = await provider.call('POST', '/v1/charges', charge);
    expect(first).toMatchObject({ status: 200, body: { state: 'open', amount: 1999 } });
    expect(await provider.call('POST', '/v1/charges', charge)).toEqual(first);
    expect(await provider.call('GET', `/v1/charges/by-out-trade-no/${charge.outTradeNo}`)).toEqual(first);
    const other = await provider.call('POST', '/v1/charges', { ...charge, amount: 1 });
    expect(other).toMatchObject({ status: 409, body: { code: 'trade-no-reused' } });
  });

  it('refuses what it does not understand', async () => {
    for (const wrong of [{ amount: 0 }, { amount: 1.5 }, { notifyUrl: 'javascript:alert(1)' }, { extra: 1 }]) {
      expect((await provider.call('POST', '/v1/charges', aCharge(wrong))).status).toBe(400);
    }
  });

  it('refunds once a refund number and never more than was paid, ten at once', async () => {
    const { outTradeNo, chargeId } = await opened();
    const early = await provider.call('POST', '/v1/refunds', refundOf(outTradeNo, `${outTradeNo}_0`, 1));
    expect(early.body.code).toBe('charge-not-captured');

    await provider.pay(chargeId, { drop: true });
    const same = await Promise.all(
      Array.from({ length: 10 }, () =>
        provider.call('POST', '/v1/refunds', refundOf(outTradeNo, `${outTradeNo}_1`, 500)),
      ),
    );
    expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const many = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        provider.call('POST', '/v1/refunds', refundOf(outTradeNo, `${outTradeNo}_more_${index}`, 500)),
      ),
    );
    expect(many.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(many.find(({ status }) => status === 409)?.body.code).toBe('refund-exceeds-charge');
    const charge = await provider.call('GET', `/v1/charges/by-out-trade-no/${outTradeNo}`);
    expect(charge.body).toMatchObject({ amount: 1999, refunded: 1500 });
  });

  it('fails on demand: before the effect, after it, or without an answer', async () => {
    const { outTradeNo, chargeId } = await opened();
    await provider.pay(chargeId, { drop: true });
    const refund = (number: string) => provider.call('POST', '/v1/refunds', refundOf(outTradeNo, number, 10));
    const known = async (number: string) => (await provider.call('GET', `/v1/refunds/${number}`)).status;

    await provider.call('POST', '/v1/faults', { operation: 'refund', kind: 'error-before' });
    expect((await refund(`${outTradeNo}_a`)).status).toBe(500);
    expect(await known(`${outTradeNo}_a`)).toBe(404);
    await provider.call('POST', '/v1/faults', { operation: 'refund', kind: 'error-after' });
    expect((await refund(`${outTradeNo}_b`)).status).toBe(500);
    expect(await known(`${outTradeNo}_b`)).toBe(200);
    await provider.call('POST', '/v1/faults', { operation: 'refund', kind: 'answer-lost' });
    await expect(refund(`${outTradeNo}_c`)).rejects.toThrow('timeout');
    expect(await known(`${outTradeNo}_c`)).toBe(200);
  });
});

describe('the cashier', () => {
  it('takes the money once, in time', async () => {
    const { chargeId } = await opened();
    const paid = await Promise.all(Array.from({ length: 10 }, () => provider.pay(chargeId, { drop: true })));
    expect(new Set(paid.map(({ body }) => body.transactionId)).size).toBe(1);
    const late = await opened({ expiresAt: new Date(Date.now() - 1).toISOString() });
    expect((await provider.pay(late.chargeId)).body.code).toBe('charge-expired');
  });

  it('works as a page of plain forms under a strict content policy', async () => {
    const { chargeId } = await opened();
    const page = await fetch(`${provider.url}/cashier/${chargeId}?lang=zh`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('¥19.99');
    const form = (path: string) =>
      fetch(`${provider.url}/cashier/${chargeId}/${path}?lang=zh`, {
        method: 'POST',
        body: new URLSearchParams({ drop: 'on' }),
      });
    expect(await (await form('fail')).text()).toContain('支付失败，请重试');
    expect(await (await form('cancel')).text()).toContain('返回商家');
    expect(await (await form('pay')).text()).toContain('支付成功');
  });
});

describe('callbacks', () => {
  it('carry a signature and are repeated until the merchant says 2xx', async () => {
    const shop = await startReceiver(500, 404);
    const { chargeId, outTradeNo } = await opened({ notifyUrl: shop.url });
    await provider.pay(chargeId, { paidAt: '2026-01-01T00:00:00.000Z' });
    await eventually(() => expect(shop.received).toHaveLength(3));
    for (const { headers, body } of shop.received) expect(isSigned([], headers, body, SECRET, new Date())).toBe(true);
    expect(JSON.parse(shop.received[2]?.body ?? '')).toMatchObject({ outTradeNo, paidAt: '2026-01-01T00:00:00.000Z' });
    shop.close();
  });

  it('come many times or after failures on demand', async () => {
    const shop = await startReceiver();
    const twice = await opened({ notifyUrl: shop.url });
    await provider.pay(twice.chargeId, { duplicates: 2, failFirst: 1 });
    await eventually(() => expect(shop.received).toHaveLength(3));
    shop.close();
  });

  it('that are owed survive a killed provider', async () => {
    const shop = await startReceiver();
    const { chargeId } = await opened({ notifyUrl: shop.url });
    await provider.pay(chargeId, { delaySeconds: 1 });
    await provider.stop('SIGKILL');
    expect(shop.received).toHaveLength(0);
    provider = await startProvider(namespace, provider.port);
    await eventually(() => expect(shop.received).toHaveLength(1));
    shop.close();
  });
});
