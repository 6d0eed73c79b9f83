import { createHmac, hash, type KeyObject } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';

export type Key = { id: string; bodyHash: string };

/** JSON with every object's keys sorted: two bodies that mean the same are the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';

  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}

const VISIBLE_ASCII = /^[\x21-\x7e]{8,128}$/;

type Asked = { userId: string; route: string; header: string | string[] | undefined; params: unknown; query: unknown };

/**
 * What makes a request repeatable. The id is of one user and route; the hash is of everything the request asks for,
 * its path included, so that one key never answers for two orders. It is keyed with `secret`, because bodies hold
 * passwords and their owners store it. Errors: idempotency-key-required.
 */
export function requestKey({ userId, route, header, params, query }: Asked, body: unknown, secret: KeyObject): Key {
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header)) throw new DomainError('idempotency-key-required');

  return {
    id: hash('sha256', `${userId}|${route}|${header}`, 'base64url'),
    bodyHash: createHmac('sha256', secret).update(canonicalJson({ params, query, body })).digest('base64url'),
  };
}
