import { describe, expect, it } from 'vitest';
import { isSigned, SIGNATURE_MAX_AGE_MS, signedHeaders } from './signing.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const SECRET = 'a-secret-of-this-test';
const CALL = ['POST', '/v1/parcels'];
const headers = signedHeaders(CALL, '{}', SECRET, NOON);

describe('a signed message', () => {
  it('is known by its secret', () => {
    expect(isSigned(CALL, headers, '{}', SECRET, NOON)).toBe(true);
    expect(isSigned(CALL, headers, '{}', 'another secret', NOON)).toBe(false);
  });

  it('is refused when any part of it is another', () => {
    expect(isSigned(['PUT', '/v1/parcels'], headers, '{}', SECRET, NOON)).toBe(false);
    expect(isSigned(['POST', '/v1/faults'], headers, '{}', SECRET, NOON)).toBe(false);
    expect(isSigned(CALL, headers, '{ }', SECRET, NOON)).toBe(false);
    expect(isSigned(CALL, { ...headers, 'x-sandbox-nonce': '0' }, '{}', SECRET, NOON)).toBe(false);
    expect(isSigned(CALL, { ...headers, 'x-sandbox-signature': '' }, '{}', SECRET, NOON)).toBe(false);
    expect(isSigned(CALL, {}, '{}', SECRET, NOON)).toBe(false);
  });

  it('is good for five minutes, either way', () => {
    const at = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);
    for (const age of [SIGNATURE_MAX_AGE_MS, -SIGNATURE_MAX_AGE_MS]) {
      expect(isSigned(CALL, headers, '{}', SECRET, at(age))).toBe(true);
      expect(isSigned(CALL, headers, '{}', SECRET, at(age + Math.sign(age)))).toBe(false);
    }
  });
});
