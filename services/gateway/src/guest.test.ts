import { createSecretKey, randomBytes } from 'node:crypto';
import { newGuest } from '@social/runtime/guest-token';
import type { KeyRing } from '@social/runtime/key-ring';
import { describe, expect, it } from 'vitest';
import { createGuests } from './guest.ts';

const tokenKey: KeyRing = [createSecretKey(randomBytes(32))];
const origins = new Set(['https://shop.test']);
const guests = createGuests({ tokenKey, origins, cookies: 'plain' });
const { token } = newGuest(tokenKey);

const FROM_US = { 'x-csrf': '1', origin: 'https://shop.test' };
const cookie = `a=b; guest=${token}`;
const asked = (headers: Record<string, string>, method = 'POST') => ({ method, headers });
const exchangeOf = (request: ReturnType<typeof asked>) => {
  const headers: string[] = [];
  return { request, headers };
};
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a guest', () => {
  it('is shown by the header of an app', () => {
    expect(guests.shown(asked({ 'x-guest': token }))).toMatchObject({ token, by: 'header' });
    expect(() => guests.shown(asked({ 'x-guest': `${token}x` }))).toThrow(code('guest-token-invalid'));
    expect(guests.shown(asked({}))).toBeUndefined();
  });

  it.each([
    ['a page of ours', 'POST', FROM_US],
    ['a page of ours that reads', 'GET', { 'x-csrf': '1' }],
    ['somebody with a token of their own', 'POST', { authorization: 'Bearer x' }],
  ])('is shown by the cookie of %s', (_who, method, headers) => {
    expect(guests.shown(asked({ ...headers, cookie }, method))).toMatchObject({ token, by: 'cookie' });
  });

  it.each([
    ['another site', 'POST', { ...FROM_US, origin: 'https://evil.test' }],
    ['another site that reads', 'GET', { ...FROM_US, origin: 'https://evil.test' }],
    ['a form', 'POST', { origin: 'https://shop.test' }],
    ['nowhere, for a change', 'POST', { 'x-csrf': '1' }],
    ['a link', 'GET', {}],
  ])('is not believed by a cookie that comes from %s', (_where, method, headers) => {
    expect(() => guests.shown(asked({ ...headers, cookie }, method))).toThrow(code('csrf-refused'));
  });

  it('whose cookie is not ours is nobody', () => {
    expect(guests.shown(asked({ ...FROM_US, cookie: 'guest=gst_1.forged' }))).toBeUndefined();
  });
});

describe('a new guest', () => {
  it('of a page gets a cookie that no script reads and no other site sends, and no header', () => {
    const exchange = exchangeOf(asked(FROM_US));
    const visitor = guests.welcome(exchange);
    const [name, value = '', ...more] = exchange.headers;
    expect([name, more]).toEqual(['set-cookie', []]);
    for (const part of [`guest=${visitor.token}`, 'Max-Age=2592000', 'Path=/', 'HttpOnly', 'SameSite=Strict']) {
      expect(value).toContain(part);
    }
  });

  it('over https has a cookie that no neighbouring site can plant', () => {
    const secure = createGuests({ tokenKey, origins, cookies: 'secure' });
    const exchange = exchangeOf(asked(FROM_US));
    const visitor = secure.welcome(exchange);
    expect(exchange.headers[1]).toMatch(/^__Host-guest=.*Secure/);
    expect(exchange.headers[1]).not.toContain('Domain');
    const planted = asked({ ...FROM_US, cookie: `guest=${visitor.token}` });
    expect(secure.shown(planted)).toBeUndefined();
  });

  it('of an app gets the header, once', () => {
    const exchange = exchangeOf(asked({}));
    const visitor = guests.welcome(exchange);
    expect(exchange.headers).toEqual(['x-guest', visitor.token]);
    const again = exchangeOf(asked({ 'x-guest': visitor.token }));
    expect(guests.welcome(again)).toEqual(visitor);
    expect(again.headers).toEqual([]);
  });

  it('of a page is known again, with more time', () => {
    const exchange = exchangeOf(asked({ ...FROM_US, cookie }));
    expect(guests.welcome(exchange)).toMatchObject({ token, by: 'cookie' });
    expect(exchange.headers[1]).toContain(`guest=${token}`);
  });

  it('who has logged in loses the cookie; an app throws its token away by itself', () => {
    const exchange = exchangeOf(asked({ cookie, authorization: 'Bearer x' }));
    guests.dismiss(exchange, { id: 'gst_1', token, by: 'cookie' });
    expect(exchange.headers[1]).toMatch(/^guest=;.*Max-Age=0/);
    const ofApp = exchangeOf(asked({ 'x-guest': token }));
    guests.dismiss(ofApp, { id: 'gst_1', token, by: 'header' });
    expect(ofApp.headers).toEqual([]);
  });
});
