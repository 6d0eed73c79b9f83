import { describe, expect, it } from 'vitest';
import { requireMayBring, requireTakeable } from './purpose.ts';

const aWish = (changes: object = {}) => ({
  purpose: 'product-picture' as const,
  contentType: 'image/jpeg',
  bytes: 1000,
  ...changes,
});

describe('a product picture', () => {
  it('is brought by those who sell', () => {
    for (const role of ['merchant-staff', 'operator']) {
      expect(() => requireMayBring({ userId: 'usr_1', roles: [role] }, 'product-picture')).not.toThrow();
    }
    expect(() => requireMayBring({ userId: 'usr_1', roles: ['shopper'] }, 'product-picture')).toThrow('may not');
    expect(() => requireMayBring({ userId: '', roles: [] }, 'product-picture')).toThrow('access token');
  });

  it('is of a known type and has no more than 12 MB', () => {
    expect(requireTakeable(aWish())).toBe('image/jpeg');
    expect(requireTakeable(aWish({ bytes: 12 * 1024 * 1024 }))).toBe('image/jpeg');
    expect(() => requireTakeable(aWish({ bytes: 12 * 1024 * 1024 + 1 }))).toThrow('at most');
    for (const wrong of [
      { contentType: 'image/svg+xml' },
      { contentType: 'image/gif' },
      { bytes: 0 },
      { bytes: 1.5 },
    ]) {
      expect(() => requireTakeable(aWish(wrong))).toThrow(expect.objectContaining({ code: 'request-invalid' }));
    }
  });
});
