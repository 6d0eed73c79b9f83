import { createSecretKey } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requestKeys, underAny } from './request-key.ts';

const SECRET = createSecretKey('a secret of the gateways', 'utf8');
const OLDER = createSecretKey('the secret of before', 'utf8');
const requestKey = (of: Parameters<typeof requestKeys>[0], secret: typeof SECRET | 'none') =>
  requestKeys(of, secret === 'none' ? secret : [secret])[0];
const asked = {
  userId: 'usr_ann',
  route: 'POST /v1/orders/:order/cancel',
  header: 'a-key-of-mine',
  params: { order: 'ord_1' },
  query: {},
  body: {},
};

describe('the key of a request', () => {
  it('is the same for the same request, in whatever order its fields came, and of another length for nobody', () => {
    const Body = z.strictObject({ a: z.int(), b: z.array(z.strictObject({ c: z.int().default(1), d: z.string() })) });
    const read = (text: string) => requestKey({ ...asked, body: Body.parse(JSON.parse(text)) }, SECRET);
    expect(read('{"a":1,"b":[{"c":1,"d":"x"}]}')).toEqual(read('{"b":[{"d":"x"}],"a":1}'));
    expect(read('{"a":1,"b":[]}')).not.toEqual(read('{"a":2,"b":[]}'));
    expect(read('{"a":1,"b":[]}').id).toHaveLength(43);
  });

  it('belongs to one user and one route', () => {
    const { id } = requestKey(asked, SECRET);
    expect(requestKey({ ...asked, userId: 'usr_bob' }, SECRET).id).not.toBe(id);
    expect(requestKey({ ...asked, route: 'POST /v1/orders' }, SECRET).id).not.toBe(id);
  });

  it('tells a request for another order from this one, although the body is as empty', () => {
    const other = requestKey({ ...asked, params: { order: 'ord_2' } }, SECRET);
    expect(other.id).toBe(requestKey(asked, SECRET).id);
    expect(other.bodyHash).not.toBe(requestKey(asked, SECRET).bodyHash);
  });

  it('does not give a password away to who reads the hash without the secret', () => {
    const secretive = { ...asked, body: { password: '123456' } };
    const { bodyHash } = requestKey(secretive, SECRET);
    expect(bodyHash).not.toBe(requestKey(secretive, createSecretKey('another secret', 'utf8')).bodyHash);
    expect(bodyHash).not.toBe(requestKey(secretive, 'none').bodyHash);
  });

  it('is found again by a request that came before the secret was changed', async () => {
    const [earlier] = requestKeys(asked, [OLDER]);
    const stored = async ({ bodyHash }: { bodyHash: string }) => {
      if (bodyHash !== earlier.bodyHash) throw new DomainError('idempotency-key-reused');
      return 'the first answer';
    };
    expect(await underAny(requestKeys(asked, [SECRET, OLDER]), stored)).toBe('the first answer');
    const other = requestKeys({ ...asked, body: { reason: 'another' } }, [SECRET, OLDER]);
    await expect(underAny(other, stored)).rejects.toThrow(new DomainError('idempotency-key-reused'));
    const tried: string[] = [];
    const failing = async ({ bodyHash }: { bodyHash: string }) => {
      tried.push(bodyHash);
      throw new DomainError('order-not-found');
    };
    await expect(underAny(other, failing)).rejects.toThrow(new DomainError('order-not-found'));
    expect(tried).toHaveLength(1);
  });

  it.each([undefined, '', 'short', 'x'.repeat(129), 'with a space', ['two-keys-1', 'two-keys-2']])(
    'cannot be made of %j',
    (header) => {
      expect(() => requestKey({ ...asked, header }, SECRET)).toThrow(new DomainError('idempotency-key-required'));
    },
  );
});
