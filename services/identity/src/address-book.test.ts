import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADDRESS_LIMIT,
  type AddressForm,
  addAddress,
  changeAddress,
  emptyBook,
  removeAddress,
} from './address-book.ts';
import { districtOf, listRegions } from './regions.ts';

const FORM = { recipient: '林小满', phone: '13812345678', districtCode: '330106', detail: '古墩路 88 号' };
const NOON = new Date('2026-06-01T12:00:00Z');
const form = (preference: AddressForm['preference']): AddressForm => ({ ...FORM, preference });

describe('an address book', () => {
  it('has exactly one default as long as it holds anything, and never too many', () => {
    const preference = fc.constantFrom('preferred' as const, 'as-it-is' as const);
    const steps = fc.array(fc.tuple(fc.constantFrom('add', 'change', 'remove'), fc.nat(40), preference), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, (list) => {
        let book = emptyBook('usr_1');
        for (const [at, [step, index, wish]] of list.entries()) {
          const target = book.addresses[index % Math.max(1, book.addresses.length)];
          const full = book.addresses.length >= ADDRESS_LIMIT;
          if (step === 'add' && full) expect(() => addAddress(book, 'x', form(wish))).toThrow('at most 20');
          else if (step === 'add') book = addAddress(book, `adr_${at}`, form(wish));
          else if (target && step === 'change') book = changeAddress(book, target.addressId, form(wish));
          else if (target) book = removeAddress(book, target.addressId, NOON);
          const ids = book.addresses.map(({ addressId }) => addressId);
          expect(ids.length === 0 ? book.defaultId === '' : ids.includes(book.defaultId)).toBe(true);
        }
      }),
    );
  });

  it('keeps its default until another is preferred', () => {
    const book = addAddress(addAddress(emptyBook('usr_1'), 'a', form('as-it-is')), 'b', form('as-it-is'));
    expect(book.defaultId).toBe('a');
    expect(changeAddress(book, 'a', form('as-it-is')).defaultId).toBe('a');
    expect(changeAddress(book, 'b', form('preferred')).defaultId).toBe('b');
  });

  it('gives the default to the newest when it is removed', () => {
    const book = ['a', 'b', 'c'].reduce((all, id) => addAddress(all, id, form('as-it-is')), emptyBook('usr_1'));
    expect(removeAddress(book, 'a', NOON).defaultId).toBe('c');
    expect(() => removeAddress(book, 'd', NOON)).toThrow('no such address');
  });
});

describe('regions', () => {
  it('name the city and province around every district', () => {
    for (const { code } of listRegions('')) {
      for (const city of listRegions(code)) {
        for (const district of listRegions(city.code)) {
          expect(districtOf(district.code)).toMatchObject({ cityCode: city.code, provinceCode: code });
        }
      }
    }
  });

  it.each(['', '330100', '000000', 'toString', '__proto__'])('know no district %j', (code) => {
    expect(() => districtOf(code)).toThrow('No district');
  });
});
