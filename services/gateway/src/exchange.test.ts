import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf, requestIdOf } from './exchange.ts';

const from = (peer: string, forwarded?: string) =>
  ({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('the address that a limit counts', () => {
  it('is the peer, whatever the caller wrote, when no proxy of ours stands in front', () => {
    expect(addressOf(from('203.0.113.9', '198.51.100.1'), 0)).toBe('203.0.113.9');
  });

  it('is what our own proxies saw, not what was written before them', () => {
    const request = from('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2');
    expect(addressOf(request, 1)).toBe('10.0.0.2');
    expect(addressOf(request, 2)).toBe('203.0.113.9');
  });

  it('is the peer when the proxy said nothing', () => {
    expect(addressOf(from('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it('is one for an IPv4 address however it is written, and one for an IPv6 network', () => {
    expect(addressOf(from('::ffff:203.0.113.9'), 0)).toBe('203.0.113.9');
    expect(addressOf(from('2001:db8:1:2:aaaa::1'), 0)).toBe(addressOf(from('2001:db8:1:2:bbbb::2'), 0));
  });
});

describe('the request id', () => {
  it('is the one that came, where it is harmless', () => {
    expect(requestIdOf('req-2026.06_01')).toBe('req-2026.06_01');
  });

  it.each([undefined, 'short', 'a\nforged line', 'x'.repeat(65), ['req-12345678', 'req-87654321']])(
    'is a new one instead of %j',
    (given) => {
      expect(requestIdOf(given)).toMatch(/^[\da-f-]{36}$/);
    },
  );
});
