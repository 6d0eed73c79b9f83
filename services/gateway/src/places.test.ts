import { describe, expect, it } from 'vitest';
import { createPlaces } from './places.ts';

const PATTERNS = [
  '/v1/me',
  '/v1/groups/:group',
  '/v1/groups/:group/members',
  '/v1/groups/:group/members/me',
  '/v1/payments/:payment',
  '/v1/payments/callbacks/:provider',
];
const find = createPlaces(new Map(PATTERNS.map((pattern) => [pattern, pattern])));

describe('the place of a path', () => {
  it.each([
    ['/v1/me', '/v1/me', {}],
    ['/v1/me/', '/v1/me', {}],
    ['/v1/groups/g1', '/v1/groups/:group', { group: 'g1' }],
    ['/v1/groups/g%2F1/members', '/v1/groups/:group/members', { group: 'g/1' }],
    ['/v1/groups/g1/members/me', '/v1/groups/:group/members/me', { group: 'g1' }],
    ['/v1/payments/callbacks', '/v1/payments/:payment', { payment: 'callbacks' }],
    ['/v1/payments/callbacks/sandbox', '/v1/payments/callbacks/:provider', { provider: 'sandbox' }],
    ['/v1/groups/__proto__', '/v1/groups/:group', { group: '__proto__' }],
  ])('%s is %s', (path, place, params) => {
    expect(find(path)).toEqual({ place, params });
  });

  it.each([
    '',
    '/',
    '//',
    '/v1',
    '/v1/',
    '/v1/me//',
    '/V1/me',
    '/v1/groups//members',
    '/v1/groups/',
    '/v1/me/x',
    'v1/me',
    '/v1/constructor',
  ])('%j is none', (path) => {
    expect(find(path)).toBeUndefined();
  });

  it('is not to be found with a torn escape', () => {
    expect(() => find('/v1/groups/%zz')).toThrow(URIError);
  });
});
