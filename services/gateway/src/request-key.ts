import { createHmac, hash } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { KeyRing } from '@social/runtime/key-ring';

export type Key = { id: string; bodyHash: string };

const VISIBLE_ASCII = /^[\x21-\x7e]{8,128}$/;

type Asked = {
  userId: string;
  route: string;
  header: string | string[] | undefined;
  params: unknown;
  query: unknown;
  /** As its schema read it: its fields stand in the schema's order, so two bodies that mean the same are the same text. */
  body: unknown;
};

/** A request's key as it is made now, and as it may have been made before the secret was changed. */
export type Keys = readonly [Key, ...Key[]];

/**
 * What makes a request repeatable. The id is of one user and route; the hash is of everything the request asks for,
 * its path included, so that one key never answers for two orders. It is keyed with `secret`, because bodies hold
 * passwords and their owners store it; a body without secrets needs none. Errors: idempotency-key-required.
 */
export function requestKeys({ userId, route, header, params, query, body }: Asked, secret: KeyRing | 'none'): Keys {
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header)) throw new DomainError('idempotency-key-required');

  const asked = JSON.stringify([params, query, body]);
  const id = hash('sha256', `${userId}|${route}|${header}`, 'base64url');
  if (secret === 'none') return [{ id, bodyHash: hash('sha256', asked, 'base64url') }];

  const [first, ...older] = secret;
  const under = (key: typeof first) => ({ id, bodyHash: createHmac('sha256', key).update(asked).digest('base64url') });
  return [under(first), ...older.map(under)];
}

/**
 * Asks under the key as it is made now; where another body came under its id, that may be this very one under a secret
 * of before. Errors: those of `ask`; idempotency-key-reused only when none of the keys is the earlier request's.
 */
export async function underAny<T>([key, next, ...others]: Keys, ask: (key: Key) => Promise<T>): Promise<T> {
  try {
    return await ask(key);
  } catch (error) {
    const isReused = error instanceof DomainError && error.code === 'idempotency-key-reused';
    if (!isReused || !next) throw error;
    return underAny([next, ...others], ask);
  }
}
