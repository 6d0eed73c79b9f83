import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkSigner } from './upload-link.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2026-06-01T12:10:00Z');
const signer = linkSigner('http://media.test', [createSecretKey(Buffer.alloc(32, 1))]);
const terms = { bytes: 500, contentType: 'image/png', expiresAt: LATER };
const { url, headers, method } = signer.link('incoming/upl_1', terms);

const verify = (changed: string, now = NOON) => signer.verify(changed.slice('http://media.test'.length), now);

describe('a link', () => {
  it('says what is to be sent by it', () => {
    expect([method, headers]).toEqual(['PUT', { 'content-type': 'image/png', 'content-length': '500' }]);
    expect(verify(url)).toEqual({ key: 'incoming/upl_1', ...terms });
  });

  it('ends', () => {
    expect(verify(url, new Date(LATER.getTime() - 1)).key).toBe('incoming/upl_1');
    expect(() => verify(url, LATER)).toThrow('expired');
  });

  it.each([
    ['for another object', url.replace('upl_1', 'upl_2')],
    ['for more bytes', url.replace('bytes=500', 'bytes=501')],
    ['for another type', url.replace('image%2Fpng', 'image%2Fsvg%2Bxml')],
    ['for longer', url.replace(/expires=\d+/, `expires=${LATER.getTime() + 1}`)],
    ['without an end', url.replace(/expires=\d+/, 'expires=never')],
    ['with another signature', url.replace(/signature=./, 'signature=_')],
    ['with half a signature', url.slice(0, -20)],
    ['without a signature', url.replace(/&signature=.*/, '')],
    ['that leads elsewhere', url.replace('incoming/upl_1', 'incoming/../../upl_1')],
  ])('changed to one %s is refused', (_what, changed) => {
    expect(() => verify(changed)).toThrow(expect.objectContaining({ code: 'upload-link-invalid' }));
  });

  it('of another secret is refused', () => {
    const other = linkSigner('http://media.test', [createSecretKey(Buffer.alloc(32, 2))]);
    expect(() => verify(other.link('incoming/upl_1', terms).url)).toThrow('not ours');
  });
});
