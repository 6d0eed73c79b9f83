import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from './ids.ts';
import type { KeyRing } from './key-ring.ts';
import { isOwnedBy, newOwnedId } from './owned-id.ts';

const key: KeyRing = [createSecretKey(randomBytes(32))];
const other: KeyRing = [createSecretKey(randomBytes(32))];

describe('an owned id', () => {
  it('is an id like any other', () => {
    expect(newOwnedId('adr', 'ann', key)).toMatch(
      /^adr_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const ids = Array.from({ length: 1000 }, () => newOwnedId('adr', 'ann', key));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is known as its owner’s, and as nobody else’s', () => {
    const id = newOwnedId('adr', 'ann', key);
    expect(isOwnedBy(id, 'ann', key)).toBe(true);
    expect(isOwnedBy(id, 'bob', key)).toBe(false);
    expect(isOwnedBy(id, 'ann', other)).toBe(false);
  });

  it('is not what anybody can make up', () => {
    for (const id of ['', 'adr_1', newId('adr'), `${newOwnedId('adr', 'ann', key)}0`]) {
      expect(isOwnedBy(id, 'ann', key), id).toBe(false);
    }
  });
});
