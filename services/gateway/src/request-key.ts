import { createHmac, hash, type KeyObject } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';

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

/**
 * What makes a request repeatable. The id is of one user and route; the hash is of everything the request asks for,
 * its path included, so that one key never answers for two orders. It is keyed with `secret`, because bodies hold
 * passwords and their owners store it; a body without secrets needs none. Errors: idempotency-key-required.
 */
export function requestKey({ userId, route, header, params, query, body }: Asked, secret: KeyObject | 'none'): Key {
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header)) throw new DomainError('idempotency-key-required');

  const asked = JSON.stringify([params, query, body]);
  return {
    id: hash('sha256', `${userId}|${route}|${header}`, 'base64url'),
    bodyHash:
      secret === 'none'
        ? hash('sha256', asked, 'base64url')
        : createHmac('sha256', secret).update(asked).digest('base64url'),
  };
}
