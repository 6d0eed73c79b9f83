import { decimalsOf } from '@social/runtime/money-text';
import type { ProductRows, SheetPart } from './import-file.ts';
import { type Column, cellOf, type Row, rawCellOf, type Sheet } from './import-sheet.ts';
import { isPicture } from './picture-address.ts';
import { minorUnits } from './price-text.ts';
import type { ProductInput, ProductOption, SkuInput } from './product.ts';
import { isCurrency, problemsOf } from './product-check.ts';

/** What is wrong with a row, so that its merchant finds it. */
export type RowError = { line: number; column: string; reason: string; handle: string };

export type ReadProduct = {
  handle: string;
  /** How many rows of the file it takes, and how much text. */
  rows: number;
  characters: number;
  /** Absent when any of its rows is wrong: a product comes in whole or not at all. */
  product?: { input: ProductInput; type: string };
  /** Why it was refused, or what was put right on the way in. */
  errors: RowError[];
};

/** The currency of the file's amounts, where a product says none of its own. */
export type Currency = { code: string; decimals: number };

type Report = (row: Row, column: Column | '', reason: string) => void;
type Reader = { sheet: Sheet; decimals: number; refuse: Report; note: Report };

const quote = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** Columns of the options, by their place. */
const OPTION_NAMES = ['Option1 Name', 'Option2 Name', 'Option3 Name'] as const;
const OPTION_VALUES = ['Option1 Value', 'Option2 Value', 'Option3 Value'] as const;

const distinct = (values: string[]): string[] => [...new Set(values)].filter((value) => value !== '');

const amountIn = ({ sheet, decimals, refuse }: Reader, row: Row, column: Column): number => {
  const text = cellOf(sheet, row, column);
  const amount = minorUnits(text, decimals);
  if (amount === undefined) refuse(row, column, text ? `${quote(text)} is not a price` : 'the price is missing');
  return amount ?? 0;
};

const optionalAmountIn = (reader: Reader, row: Row, column: Column): number =>
  cellOf(reader.sheet, row, column) === '' ? 0 : amountIn(reader, row, column);

function stockIn({ sheet, refuse, note }: Reader, row: Row): number {
  const text = cellOf(sheet, row, 'Variant Inventory Qty');
  if (/^\d+$/.test(text) || text === '') return Number(text);

  if (/^-\d+$/.test(text)) note(row, 'Variant Inventory Qty', `${quote(text)} is below zero and was taken as 0`);
  else refuse(row, 'Variant Inventory Qty', `${quote(text)} is not a whole number`);
  return 0;
}

function gramsIn({ sheet, refuse }: Reader, row: Row): number {
  const text = cellOf(sheet, row, 'Variant Grams');
  if (/^\d*(\.\d+)?$/.test(text)) return Math.round(Number(text));

  refuse(row, 'Variant Grams', `${quote(text)} is not a weight`);
  return 0;
}

type PictureColumn = 'Image Src' | 'Variant Image' | 'Variant More Images';

function checkedPicture({ refuse }: Reader, row: Row, column: PictureColumn, address: string): string {
  if (address !== '' && !isPicture(address)) refuse(row, column, `${quote(address)} is not a picture's address`);
  return address;
}

const pictureIn = (reader: Reader, row: Row, column: PictureColumn): string =>
  checkedPicture(reader, row, column, cellOf(reader.sheet, row, column));

function skuPicturesIn(reader: Reader, row: Row): string[] {
  const more = cellOf(reader.sheet, row, 'Variant More Images')
    .split('\n')
    .map((address) => checkedPicture(reader, row, 'Variant More Images', address.trim()));
  return distinct([pictureIn(reader, row, 'Variant Image'), ...more]);
}

/** Spreadsheets are told by a leading apostrophe to keep a number as text. */
const codeIn = ({ sheet }: Reader, row: Row, column: Column): string => rawCellOf(sheet, row, column).replace(/^'/, '');

function publishedIn({ sheet, refuse }: Reader, row: Row): ProductInput['on_sale'] {
  const text = cellOf(sheet, row, 'Published').toLowerCase();
  if (!['', 'true', 'false'].includes(text)) refuse(row, 'Published', `${quote(text)} is neither true nor false`);
  return text !== 'false';
}

/** A file of ours says the currency of each product; others are in one that the importer names. */
function currencyIn(sheet: Sheet, first: Row, currency: Currency): Currency | undefined {
  const code = cellOf(sheet, first, 'Currency') || currency.code;
  if (code === currency.code) return currency;

  return isCurrency(code) ? { code, decimals: decimalsOf(code) } : undefined;
}

/** The first row names the options; `Title: Default Title` stands for a product without any. */
function optionNames({ sheet }: Reader, first: Row): string[] {
  const names = OPTION_NAMES.map((column) => cellOf(sheet, first, column)).filter((name) => name !== '');
  const none = names.length === 1 && names[0] === 'Title' && cellOf(sheet, first, 'Option1 Value') === 'Default Title';
  return none ? [] : names;
}

function skuIn(reader: Reader, row: Row, options: string[]): SkuInput {
  const { sheet, refuse } = reader;
  const option_values = OPTION_VALUES.slice(0, options.length).map((column, place) => {
    const value = cellOf(sheet, row, column);
    if (value === '') refuse(row, column, `the value of ${quote(options[place] ?? '')} is missing`);
    return value;
  });
  return {
    sku_id: '',
    code: codeIn(reader, row, 'Variant SKU'),
    option_values,
    price: amountIn(reader, row, 'Variant Price'),
    compare_at: optionalAmountIn(reader, row, 'Variant Compare At Price'),
    weight_grams: gramsIn(reader, row),
    barcode: codeIn(reader, row, 'Variant Barcode'),
    pictures: skuPicturesIn(reader, row),
    cost: optionalAmountIn(reader, row, 'Cost per item'),
    stock: stockIn(reader, row),
  };
}

/** Rows after the first without a price and a choice only bring one more picture. */
const isVariant = (sheet: Sheet, row: Row, index: number): boolean =>
  index === 0 || cellOf(sheet, row, 'Variant Price') !== '' || cellOf(sheet, row, 'Option1 Value') !== '';

function picturesIn(reader: Reader, rows: Row[]): string[] {
  const placed = rows.map((row) => ({
    address: pictureIn(reader, row, 'Image Src'),
    position: Number(cellOf(reader.sheet, row, 'Image Position')) || Number.POSITIVE_INFINITY,
  }));
  const sorted = placed.some(({ position }) => Number.isFinite(position))
    ? placed.toSorted((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    : placed;
  return [...new Set(sorted.map(({ address }) => address))].filter((address) => address !== '');
}

function optionsOf(names: string[], skus: SkuInput[]): ProductOption[] {
  return names.map((name, place) => ({ name, values: distinct(skus.map((sku) => sku.option_values[place] ?? '')) }));
}

/** Which column a rule of `problemsOf` speaks about. */
const COLUMN_OF: Partial<Record<string, Column>> = {
  handle: 'Handle',
  title: 'Title',
  description: 'Body (HTML)',
  options: 'Option1 Name',
  skus: 'Option1 Value',
  optionValues: 'Option1 Value',
  pictures: 'Image Src',
  tags: 'Tags',
  price: 'Variant Price',
  compareAt: 'Variant Compare At Price',
  cost: 'Cost per item',
  stock: 'Variant Inventory Qty',
  weightGrams: 'Variant Grams',
};

function checkRules(reader: Reader, input: ProductInput, first: Row, variants: Row[]): void {
  for (const { path, message } of problemsOf(input)) {
    const [whole = '', place, field] = path.split('.');
    const row = (place === undefined ? undefined : variants[Number(place)]) ?? first;
    reader.refuse(row, COLUMN_OF[field ?? whole] ?? '', message);
  }
}

function inputOf(reader: Reader, handle: string, rows: Row[], first: Row, currency: string): ProductInput {
  const { sheet } = reader;
  const names = optionNames(reader, first);
  const variants = rows.filter((row, index) => isVariant(sheet, row, index));
  const skus = variants.map((row) => skuIn(reader, row, names));
  const input: ProductInput = {
    handle,
    title: cellOf(sheet, first, 'Title'),
    description: cellOf(sheet, first, 'Body (HTML)'),
    vendor: cellOf(sheet, first, 'Vendor'),
    tags: distinct(
      cellOf(sheet, first, 'Tags')
        .split(',')
        .map((tag) => tag.trim()),
    ),
    pictures: picturesIn(reader, rows),
    options: optionsOf(names, skus),
    currency,
    on_sale: publishedIn(reader, first),
    skus,
  };
  checkRules(reader, input, first, variants);
  return input;
}

function refuseWidths({ sheet, refuse }: Reader, rows: Row[]): void {
  for (const row of rows) {
    const { length } = row.cells;
    if (length !== sheet.width) refuse(row, '', `the row has ${length} cells, the header has ${sheet.width}`);
  }
}

/** Reads one product from its rows, with everything that is wrong in them. */
export function readProduct({ sheet, product }: SheetPart, currency: Currency): ReadProduct {
  const { handle, line, rows, count, characters }: ProductRows = product;
  const size = { rows: count, characters };
  const errors: RowError[] = [];
  let refused = 0;
  const note: Report = (row, column, reason) => errors.push({ line: row.line, column, reason, handle });
  const refuse: Report = (row, column, reason) => {
    refused += 1;
    note(row, column, reason);
  };
  const first = rows[0];
  const money = first && currencyIn(sheet, first, currency);
  const reader = { sheet, decimals: money?.decimals ?? 0, refuse, note };
  if (product.tooLarge || !first) refuse({ line, cells: [] }, '', 'the product has too many rows or too much text');
  else if (handle === '') refuse(first, 'Handle', 'the handle is missing');
  else if (!money) refuse(first, 'Currency', `${quote(cellOf(sheet, first, 'Currency'))} is no currency`);
  else refuseWidths(reader, rows);
  if (refused > 0 || !first || !money) return { handle, ...size, errors };

  const input = inputOf(reader, handle, rows, first, money.code);
  if (refused > 0) return { handle, ...size, errors };
  return { handle, ...size, product: { input, type: cellOf(sheet, first, 'Type') }, errors };
}
