import type { IncomingMessage } from 'node:http';
import { DomainError } from '@social/contracts/errors';
import { describe, expect, it } from 'vitest';
import { noRefreshCookie, refreshCookie, refreshTokenOf } from './refresh-cookie.ts';

const ORIGINS = new Set(['https://shop.test']);
const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;
const FROM_US = { origin: 'https://shop.test', 'x-csrf': '1', cookie: 'a=b; refresh=opaque-token' };

describe('the refresh cookie', () => {
  it('is read by no script, comes from no other site, and goes to /v1/auth alone', () => {
    const cookie = refreshCookie('opaque', new Date('2026-07-01T00:00:00Z'), 'secure');
    for (const part of [
      'refresh=opaque',
      'Path=/v1/auth',
      'HttpOnly',
      'SameSite=Strict',
      'Secure',
      'Expires=Wed, 01 Jul',
    ]) {
      expect(cookie).toContain(part);
    }
  });

  it('is taken away by one that has expired', () => {
    expect(noRefreshCookie('plain')).toMatch(/^refresh=;.*Expires=Thu, 01 Jan 1970/);
  });
});

describe('a refresh token', () => {
  it('of an app comes in the body, whatever the origin', () => {
    expect(refreshTokenOf(asked({}), 'of-the-app', ORIGINS)).toEqual({ token: 'of-the-app', by: 'body' });
  });

  it('of a browser comes in the cookie, from a page of ours', () => {
    expect(refreshTokenOf(asked(FROM_US), undefined, ORIGINS)).toEqual({ token: 'opaque-token', by: 'cookie' });
  });

  it.each([
    ['another origin', { ...FROM_US, origin: 'https://evil.test' }],
    ['no origin', { cookie: FROM_US.cookie, 'x-csrf': '1' }],
    ['no X-CSRF header', { cookie: FROM_US.cookie, origin: FROM_US.origin }],
  ])('in the cookie does not count with %s', (_what, headers) => {
    expect(() => refreshTokenOf(asked(headers), undefined, ORIGINS)).toThrow(new DomainError('csrf-refused'));
  });

  it('must be there', () => {
    const none = expect.objectContaining({ code: 'refresh-token-invalid' });
    expect(() => refreshTokenOf(asked({}), undefined, ORIGINS)).toThrow(none);
  });
});
