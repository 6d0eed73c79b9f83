import { stringify } from 'csv-stringify/sync';

/** Stands before the first cell, or Excel reads the file in the encoding of its country. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet may take for the beginning of a formula, full-width forms of Chinese and Japanese ones included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const ESCAPED_OR_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/;

/** Rows as lines of a CSV that end with a line feed. */
export const csvOf = (rows: string[][]): string => stringify(rows, { quoted_match: /\r/ });

/**
 * A cell that no spreadsheet takes for a formula: such a text gets an apostrophe in front, and so does one that looks as
 * if it had got one already, so that `withoutEscape` answers every text as it was.
 */
export const withEscape = (text: string): string => (ESCAPED_OR_FORMULA.test(text) ? `'${text}` : text);

/** A cell as it was before `withEscape`; other cells with an apostrophe in front keep it. */
export const withoutEscape = (cell: string): string =>
  cell.startsWith("'") && ESCAPED.test(cell) ? cell.slice(1) : cell;

/** Whether a spreadsheet may take a cell for a formula. */
export const looksLikeFormula = (cell: string): boolean => FORMULA.test(cell);
