import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  line,
  newShopper,
  normalisePhone,
  postOf,
  reassign,
  registrationMayRepeat,
  viewOf,
  withPassword,
} from './domain.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const aUser = () => newShopper({ userId: 'usr_1', phone: '13812345678', name: '林小满', passwordHash: 'hash' }, NOON);
const STAFF = { role: 'merchant-staff', merchantId: 'mer_1' } as const;

describe('a phone', () => {
  it.each(['13812345678', ' 138-1234-5678 ', '+86 138 1234 5678', '8613812345678', '008613812345678'])(
    'is the same however it is written: %j',
    (given) => expect(normalisePhone(given)).toBe('13812345678'),
  );

  it.each([
    '',
    '12812345678',
    '1381234567',
    '138123456789',
    '+1 555 123 4567',
    '１３８１２３４５６７８',
    '13812345678x',
  ])('of another shape is refused: %j', (given) => expect(() => normalisePhone(given)).toThrow('Not a phone number'));

  it('keeps its form once it has it', () => {
    const phones = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    fc.assert(
      fc.property(phones, (phone) => {
        expect(normalisePhone(`+86 ${phone}`)).toBe(phone);
      }),
    );
  });
});

describe('a line of text', () => {
  it('is trimmed and counted in characters', () => {
    expect(line('name', ' 🌾🌾 ', 2)).toBe('🌾🌾');
    expect(() => line('name', '🌾🌾🌾', 2)).toThrow();
  });
});

describe('a user', () => {
  it('is shown with the phone masked', () => {
    const view = viewOf(aUser());
    expect(view).toMatchObject({ phoneMasked: '138****5678', roles: ['shopper'], merchantId: '' });
    expect(JSON.stringify(view)).not.toMatch(/13812345678|hash/);
  });

  it('starts every session anew after a new password', () => {
    expect(withPassword(aUser(), 'new')).toMatchObject({ passwordHash: 'new', sessionEpoch: 1 });
  });

  it('may repeat the registration for a day, while the password stands', () => {
    const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
    expect(registrationMayRepeat(aUser(), later(23.9))).toBe(true);
    expect(registrationMayRepeat(aUser(), later(24))).toBe(false);
    expect(registrationMayRepeat(withPassword(aUser(), 'new'), later(1))).toBe(false);
  });
});

describe('a post', () => {
  it('of merchant staff names the merchant', () => {
    expect(postOf('merchant-staff', 'mer_1')).toEqual(STAFF);
    expect(() => postOf('merchant-staff', '')).toThrow();
  });

  it('of an operator leaves the merchant behind and ends the sessions', () => {
    const staff = { ...aUser(), ...STAFF };
    const operator = reassign(staff, postOf('operator', 'mer_1'), '新名字', 'new');
    expect(operator).toMatchObject({ role: 'operator', name: '新名字', sessionEpoch: 1 });
    expect(operator).not.toHaveProperty('merchantId');
  });

  it("is never given to a shopper's account", () => {
    expect(() => reassign(aUser(), STAFF, '店小二', 'new')).toThrow('Another account has this phone');
  });
});
