import { DomainError } from '@social/contracts/errors';
import { SIGNATURE_MAX_AGE_MS, signedHeaders } from '@social/sandbox/signing';
import { turnableClock } from '@social/testkit/clock';
import { describe, expect, it } from 'vitest';
import { sandboxProvider } from './sandbox.ts';

const SECRET = 'a-secret-of-this-test';
const clock = turnableClock();
const provider = sandboxProvider({
  baseUrl: 'http://127.0.0.1:9',
  secret: SECRET,
  notifyUrl: 'http://127.0.0.1:9',
  timeoutMs: 200,
  clock,
});
const captured = {
  event: 'charge.captured',
  chargeId: 'chg_1',
  outTradeNo: 'pay_1',
  transactionId: 'sbx_1',
  amount: 1000,
  currency: 'CNY',
  paidAt: '2026-06-01T11:59:59.999Z',
};

const verify = (body: string, headers = signedHeaders([], body, SECRET, clock.now()), later = 0) =>
  provider.verifyCallback({ ...headers }, Buffer.from(body), new Date(clock.now().getTime() + later));

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
  return '';
};

describe("the sandbox provider's notifications", () => {
  it('are read with the time of payment to the millisecond', () => {
    expect(verify(JSON.stringify(captured))).toEqual({
      paymentId: 'pay_1',
      transactionId: 'sbx_1',
      amount: 1000,
      currency: 'CNY',
      paidAt: new Date('2026-06-01T11:59:59.999Z'),
    });
  });

  it('are not believed with another secret, another body, no signature, or long after', () => {
    const body = JSON.stringify(captured);
    const forged = signedHeaders([], body, 'another-secret-altogether', clock.now());
    const other = signedHeaders([], JSON.stringify({ ...captured, amount: 1 }), SECRET, clock.now());
    for (const headers of [forged, other]) {
      expect(codeOf(() => verify(body, headers))).toBe('callback-signature-wrong');
    }
    expect(codeOf(() => provider.verifyCallback({}, Buffer.from(body), clock.now()))).toBe('callback-signature-wrong');
    expect(codeOf(() => verify(body, undefined, SIGNATURE_MAX_AGE_MS))).toBe('');
    expect(codeOf(() => verify(body, undefined, SIGNATURE_MAX_AGE_MS + 1))).toBe('callback-signature-wrong');
  });

  it('are refused when they cannot be read', () => {
    const wrong = [{ amount: '1000' }, { amount: 10.5 }, { amount: 0 }, { paidAt: 'now' }, { event: 'charge.lost' }];
    const bodies = ['', '{', 'null', ...wrong.map((change) => JSON.stringify({ ...captured, ...change }))];
    for (const body of bodies) expect(codeOf(() => verify(body))).toBe('callback-malformed');
  });

  it('count as unavailable when the provider cannot be reached', async () => {
    await expect(provider.queryCharge('pay_1')).rejects.toMatchObject({ code: 'provider-unavailable' });
  });
});
