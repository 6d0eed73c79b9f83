import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { guestOf, newGuest } from './guest-token.ts';
import type { KeyRing } from './key-ring.ts';

const key: KeyRing = [createSecretKey(randomBytes(32))];

describe('a guest token', () => {
  it('shows whose it is to whoever has the key', () => {
    const guest = newGuest(key);
    expect(guestOf(guest.token, key)).toEqual(guest);
    expect(newGuest(key).id).not.toBe(guest.id);
  });

  it('is nobody’s when it is torn, altered, of another key, or of another guest', () => {
    const [mine, other] = [newGuest(key), newGuest(key)];
    const [, signature = ''] = mine.token.split('.');
    const forged = [
      ...['', mine.id, `${mine.id}.`, `${mine.token}.x`, `${mine.token}x`, mine.token.slice(0, -1)],
      ...[`${other.id}.${signature}`, `usr_1.${signature}`, newGuest([createSecretKey(randomBytes(32))]).token],
    ];
    expect(forged.map((token) => guestOf(token, key))).toEqual(forged.map(() => undefined));
  });
});
