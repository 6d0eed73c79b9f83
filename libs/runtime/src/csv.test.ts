import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf, looksLikeFormula, withEscape, withoutEscape } from './csv.ts';

it('gives every text back that was escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', '＝', 'a') }), (text) => {
      expect(withoutEscape(withEscape(text))).toBe(text);
      expect(looksLikeFormula(withEscape(text))).toBe(false);
    }),
  );
});

it('leaves alone what is neither a formula nor looks as if it had been escaped', () => {
  expect(['tea', "'tis", '', "it's = 1"].map(withEscape)).toEqual(['tea', "'tis", '', "it's = 1"]);
  expect(["'tis", "''", "'"].map(withoutEscape)).toEqual(["'tis", "''", "'"]);
});

it('quotes what would break a row', () => {
  expect(csvOf([['a,b', 'c"d', 'e\nf', 'g\rh', ' i', '']])).toBe('"a,b","c""d","e\nf","g\rh", i,\n');
});
