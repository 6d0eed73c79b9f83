import { DomainError } from '@social/contracts/errors';
import { withoutEscape } from '@social/runtime/csv';

/**
 * The columns of the Shopify product CSV that mean something here, and of ours `Currency` and
 * `Variant More Images`, one a line; others are passed over.
 */
export type Column =
  | 'Handle'
  | 'Title'
  | 'Body (HTML)'
  | 'Vendor'
  | 'Type'
  | 'Tags'
  | 'Published'
  | `Option${1 | 2 | 3} ${'Name' | 'Value'}`
  | 'Variant SKU'
  | 'Variant Grams'
  | 'Variant Inventory Qty'
  | 'Variant Price'
  | 'Variant Compare At Price'
  | 'Variant Barcode'
  | 'Cost per item'
  | 'Image Src'
  | 'Image Position'
  | 'Variant Image'
  | 'Variant More Images'
  | 'Currency';

const REQUIRED: Column[] = ['Handle', 'Title', 'Variant Price'];

/** One line of the file with the line number that it begins at. */
export type Row = { line: number; cells: string[] };

/** Where each column stands in this file. */
export type Sheet = { places: Map<string, number>; width: number };

/** Reads the header. Errors: import-invalid, naming the columns that are missing. */
export function readHeader(cells: string[]): Sheet {
  const places = new Map<string, number>();
  cells.forEach((cell, place) => {
    const name = cell.trim();
    if (!places.has(name)) places.set(name, place);
  });
  const missing = REQUIRED.filter((column) => !places.has(column));
  if (missing.length > 0) throw new DomainError('import-invalid', `the header has no column ${missing.join(', ')}`);

  return { places, width: cells.length };
}

/** A cell without the blanks around it; empty where the file has no such column. */
export const rawCellOf = ({ places }: Sheet, row: Row, column: Column): string =>
  row.cells[places.get(column) ?? -1]?.trim() ?? '';

/** The text of a cell: without the apostrophe that keeps a spreadsheet from taking it for a formula. */
export const cellOf = (sheet: Sheet, row: Row, column: Column): string => withoutEscape(rawCellOf(sheet, row, column));
