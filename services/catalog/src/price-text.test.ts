import { decimalsOf, priceText } from '@social/runtime/money-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnits } from './price-text.ts';

describe('a price in a file', () => {
  it('is read digit by digit', () => {
    expect(minorUnits('19.90', 2)).toBe(1990);
    expect(minorUnits('0.29', 2)).toBe(29);
    expect(minorUnits('7', 2)).toBe(700);
    expect(minorUnits('9.900', 2)).toBe(990);
    expect(minorUnits('1200', 0)).toBe(1200);
  });

  it('is not guessed at', () => {
    for (const text of ['free', '', '-1', '1,299.00', '¥5', '1.', '.5', '9.999', '1e3', 'NaN', '1000000000000']) {
      expect(minorUnits(text, 2), text).toBeUndefined();
    }
    expect(minorUnits('9.5', 0)).toBeUndefined();
  });

  it('comes back as it was written, for every amount of up to twelve digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 3 }), (amount, decimals) => {
        expect(minorUnits(priceText(amount, decimals), decimals)).toBe(amount);
      }),
    );
  });

  it('is written with all decimals of its currency', () => {
    expect([priceText(990, 2), priceText(5, 2), priceText(1200, 0), priceText(1, 3)]).toEqual([
      ...['9.90', '0.05', '1200', '0.001'],
    ]);
  });

  it('has the decimals of its currency', () => {
    expect([decimalsOf('CNY'), decimalsOf('JPY'), decimalsOf('KWD')]).toEqual([2, 0, 3]);
  });
});
