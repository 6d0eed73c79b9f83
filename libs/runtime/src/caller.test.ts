import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  ANONYMOUS,
  requireCaller,
  requireMerchant,
  requireRole,
  serviceCaller,
  signCaller,
  verifyCaller,
} from './caller.ts';
import type { KeyRing } from './key-ring.ts';

const KEY: KeyRing = [createSecretKey(randomBytes(32))];
const NOON = Date.parse('2026-06-01T12:00:00Z');
const ANN = { userId: 'usr_ann', roles: ['shopper'] };
const STAFF = { userId: 'usr_bob', roles: ['merchant-staff'], merchantId: 'mer_1' };
const OPERATOR = { userId: 'usr_eve', roles: ['operator'] };

const refused = (work: () => unknown, code: string) =>
  expect(work).toThrow(expect.objectContaining({ name: 'DomainError', code }));

describe('the identity token between services', () => {
  it('names the caller it was signed for', () => {
    expect(verifyCaller(signCaller(STAFF, KEY, NOON), KEY, NOON)).toEqual(STAFF);
    expect(verifyCaller(signCaller(serviceCaller('orders'), KEY, NOON), KEY, NOON)).toMatchObject({
      userId: 'service:orders',
      roles: ['service'],
    });
  });

  it('holds for a minute and no longer', () => {
    const token = signCaller(ANN, KEY, NOON);
    expect(verifyCaller(token, KEY, NOON + 60_000).userId).toBe('usr_ann');
    refused(() => verifyCaller(token, KEY, NOON + 60_001), 'unauthenticated');
  });

  it('is refused when any character of it was changed', () => {
    const token = signCaller(ANN, KEY, NOON);
    for (let index = 0; index < token.length; index++) {
      const other = token[index] === 'A' ? 'B' : 'A';
      refused(
        () => verifyCaller(`${token.slice(0, index)}${other}${token.slice(index + 1)}`, KEY, NOON),
        'unauthenticated',
      );
    }
  });

  it('is refused when it is torn, empty, or signed by another key', () => {
    const token = signCaller(ANN, KEY, NOON);
    for (const bad of ['', '.', token.slice(0, -1), token.split('.')[0] ?? '', `.${token.split('.')[1]}`]) {
      refused(() => verifyCaller(bad, KEY, NOON), 'unauthenticated');
    }
    refused(
      () => verifyCaller(signCaller(ANN, [createSecretKey(randomBytes(32))], NOON), KEY, NOON),
      'unauthenticated',
    );
  });

  it('takes no more than two parts', () => {
    refused(() => verifyCaller(`${signCaller(ANN, KEY, NOON)}.more`, KEY, NOON), 'unauthenticated');
  });
});

describe('what a caller may do', () => {
  it('asks for somebody where somebody is needed', () => {
    refused(() => requireCaller(ANONYMOUS), 'unauthenticated');
    expect(() => requireCaller(ANN)).not.toThrow();
  });

  it('asks for the role', () => {
    refused(() => requireRole(ANN, 'operator'), 'forbidden');
    expect(() => requireRole(OPERATOR, 'operator')).not.toThrow();
  });

  it('lets a merchant’s goods to its staff and to operators', () => {
    expect(() => requireMerchant(STAFF, 'mer_1')).not.toThrow();
    expect(() => requireMerchant(OPERATOR, 'mer_1')).not.toThrow();
    refused(() => requireMerchant(STAFF, 'mer_2'), 'forbidden');
    refused(() => requireMerchant({ ...ANN, merchantId: 'mer_1' }, 'mer_1'), 'forbidden');
    refused(() => requireMerchant({ ...STAFF, merchantId: undefined }, ''), 'forbidden');
  });
});
