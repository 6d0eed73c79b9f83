import { createSecretKey } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, requestKey } from './request-key.ts';

const SECRET = createSecretKey('a secret of the gateways', 'utf8');
const asked = {
  userId: 'usr_ann',
  route: 'POST /v1/orders/:order/cancel',
  header: 'a-key-of-mine',
  params: { order: 'ord_1' },
  query: {},
};

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, shuffled(field)]),
  );
};

describe('canonical JSON', () => {
  it('is the same text in whatever order the fields came', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(shuffled(value))));
  });

  it('means what the value means', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('the key of a request', () => {
  it('is the same for the same request, and of another length for nobody', () => {
    expect(requestKey(asked, { a: 1, b: 2 }, SECRET)).toEqual(requestKey(asked, { b: 2, a: 1 }, SECRET));
    expect(requestKey(asked, {}, SECRET).id).toHaveLength(43);
  });

  it('belongs to one user and one route', () => {
    const { id } = requestKey(asked, {}, SECRET);
    expect(requestKey({ ...asked, userId: 'usr_bob' }, {}, SECRET).id).not.toBe(id);
    expect(requestKey({ ...asked, route: 'POST /v1/orders' }, {}, SECRET).id).not.toBe(id);
  });

  it('tells a request for another order from this one, although the body is as empty', () => {
    const other = requestKey({ ...asked, params: { order: 'ord_2' } }, {}, SECRET);
    expect(other.id).toBe(requestKey(asked, {}, SECRET).id);
    expect(other.bodyHash).not.toBe(requestKey(asked, {}, SECRET).bodyHash);
  });

  it('does not give a password away to who reads the hash without the secret', () => {
    const body = { password: '123456' };
    expect(requestKey(asked, body, SECRET).bodyHash).not.toBe(
      requestKey(asked, body, createSecretKey('another secret', 'utf8')).bodyHash,
    );
  });

  it.each([undefined, '', 'short', 'x'.repeat(129), 'with a space', ['two-keys-1', 'two-keys-2']])(
    'cannot be made of %j',
    (header) => {
      expect(() => requestKey({ ...asked, header }, {}, SECRET)).toThrow(new DomainError('idempotency-key-required'));
    },
  );
});
