import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signCaller, verifyCaller } from './caller.ts';
import { guestOf, newGuest } from './guest-token.ts';
import { isMadeBy, keyIdOf, keyRing } from './key-ring.ts';
import { isOwnedBy, newOwnedId } from './owned-id.ts';

const aKey = () => randomBytes(32).toString('base64');
const [OLD, NEW] = [aKey(), aKey()];
const NOON = Date.parse('2026-11-23T12:00:00Z');

/** The rings as a change of keys goes: each replica has one of two neighbours. */
const STEPS = [keyRing(OLD), keyRing(`${OLD},${NEW}`), keyRing(`${NEW},${OLD}`), keyRing(NEW)] as const;
const NEIGHBOURS = STEPS.slice(1).flatMap((ring, at) => [
  [STEPS[at] ?? ring, ring] as const,
  [ring, STEPS[at] ?? ring] as const,
]);

describe('a ring of keys', () => {
  it('believes every key and makes with the first', () => {
    const mac = (key: (typeof STEPS)[0][0]) => createHmac('sha256', key).update('x').digest();
    const [old, , changing, renewed] = STEPS;
    expect(isMadeBy(changing, mac(old[0]), mac)).toBe(true);
    expect(isMadeBy(changing, mac(renewed[0]), mac)).toBe(true);
    expect(isMadeBy(renewed, mac(old[0]), mac)).toBe(false);
    expect(keyIdOf(changing[0])).toBe(keyIdOf(renewed[0]));
  });

  it.each(['', 'c2hvcnQ=', `${OLD},`, `${OLD},${OLD}`])('is not made of %j', (text) => {
    expect(() => keyRing(text)).toThrow(RangeError);
  });

  it('lets callers, guests and owners of ids be known at both sides of every step of a change', () => {
    for (const [one, other] of NEIGHBOURS) {
      const ann = { userId: 'usr_ann', roles: ['shopper'] };
      expect(verifyCaller(signCaller(ann, one, NOON), other, NOON)).toMatchObject(ann);
      const guest = newGuest(one);
      expect(guestOf(guest.token, other)?.id).toBe(guest.id);
      expect(isOwnedBy(newOwnedId('adr', 'ann', one), 'ann', other)).toBe(true);
    }
  });

  it('hands a guest of an older key a token that outlives it', () => {
    const [old, , changing, renewed] = STEPS;
    const guest = newGuest(old);
    expect(guestOf(guest.token, renewed)).toBeUndefined();
    const renewedToken = guestOf(guest.token, changing)?.token ?? '';
    expect(guestOf(renewedToken, renewed)?.id).toBe(guest.id);
  });
});
