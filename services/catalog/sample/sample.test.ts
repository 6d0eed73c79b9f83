import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawPicture } from './draw-picture.ts';
import { merchantFiles, pictureSubject, productRows, readMerchantRows, SAMPLE_DIR } from './read-sample.ts';

const named = z.strictObject({ slug: z.string(), name: z.string() });
const catalogue = z
  .strictObject({
    merchants: z.array(named.extend({ description: z.string().min(1), city: z.string().min(1), trusted: z.boolean() })),
    categories: z.array(named.extend({ children: z.array(named) })),
  })
  .parse(JSON.parse(readFileSync(`${SAMPLE_DIR}/catalogue.json`, 'utf8')));

const merchants = catalogue.merchants.map(({ slug, name }) => ({ slug, name, rows: readMerchantRows(slug) }));
const rows = merchants.flatMap((merchant) => merchant.rows);
const products = productRows(rows);
const leaves = catalogue.categories.flatMap(({ children }) => children.map(({ slug }) => slug));

/** A column's values over the given lines. */
const column = (lines: typeof rows, name: string) => lines.map((row) => row[name] ?? '');
const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);

/** Whether the thirteenth digit of an EAN-13 fits the first twelve. */
function hasValidCheckDigit(barcode: string): boolean {
  const sum = [...barcode].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return /^\d{13}$/.test(barcode) && sum % 10 === 0;
}

describe('the merchants and categories', () => {
  it('are six merchants, each with a product file of its own', () => {
    expect(merchants).toHaveLength(6);
    expect(merchantFiles().sort()).toEqual(merchants.map(({ slug }) => slug).sort());
  });

  it('put each merchant name on its own products only', () => {
    for (const { name, rows: lines } of merchants)
      expect(new Set(column(productRows(lines), 'Vendor'))).toEqual(new Set([name]));
  });

  it('are a tree of two levels with twelve leaves and no slug used twice', () => {
    expect(leaves).toHaveLength(12);
    expect(repeated([...leaves, ...catalogue.categories.map(({ slug }) => slug)])).toEqual([]);
  });

  it('give every leaf category at least ten products, and every product a leaf', () => {
    const types = column(products, 'Type');

    for (const leaf of leaves) expect(types.filter((type) => type === leaf).length, leaf).toBeGreaterThanOrEqual(10);
    expect(types.filter((type) => !leaves.includes(type))).toEqual([]);
  });
});

describe('the products', () => {
  it('are at least two hundred, each with a handle of its own in kebab case', () => {
    expect(products.length).toBeGreaterThanOrEqual(200);
    expect(repeated(column(products, 'Handle'))).toEqual([]);
    for (const handle of column(products, 'Handle')) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('each have a title and a description written for them alone', () => {
    expect(repeated(column(products, 'Title'))).toEqual([]);
    expect(repeated(column(products, 'Body (HTML)'))).toEqual([]);
    for (const body of column(products, 'Body (HTML)')) expect(body).toMatch(/^<p>.{20,}<\/p>$/);
  });

  it('come in one to six variants that differ in their options', () => {
    for (const handle of column(products, 'Handle')) {
      const variants = rows.filter((row) => row.Handle === handle);
      const options = variants.map((row) => `${row['Option1 Value']}/${row['Option2 Value']}/${row['Option3 Value']}`);

      expect(variants.length, handle).toBeLessThanOrEqual(6);
      expect(repeated(options), handle).toEqual([]);
    }
  });
});

describe('the variants', () => {
  it('cost more than nothing, in yuan and fen, and less than the struck-out price', () => {
    for (const row of rows) {
      const [price, before] = [row['Variant Price'] ?? '', row['Variant Compare At Price']];

      expect(price, row.Handle).toMatch(/^\d+\.\d{2}$/);
      expect(Number(price), row.Handle).toBeGreaterThan(0);
      if (before) expect(Number(before), row.Handle).toBeGreaterThan(Number(price));
    }
  });

  it('have a stock, a weight in grams and a stock-keeping code of their own', () => {
    expect(repeated(column(rows, 'Variant SKU'))).toEqual([]);
    for (const name of ['Variant Inventory Qty', 'Variant Grams']) {
      for (const value of column(rows, name)) expect(value).toMatch(/^[1-9]\d*$/);
    }
  });

  it('carry barcodes with a right check digit, from the range kept for use inside a shop', () => {
    const barcodes = column(rows, 'Variant Barcode').filter((barcode) => barcode !== '');

    expect(repeated(barcodes)).toEqual([]);
    expect(barcodes.filter((barcode) => !barcode.startsWith('2') || !hasValidCheckDigit(barcode))).toEqual([]);
  });
});

describe('the pictures', () => {
  it('exist for every product, named after it, and for nothing else', () => {
    const handles = column(products, 'Handle');

    expect(readdirSync(`${SAMPLE_DIR}/pictures`).sort()).toEqual(handles.map((handle) => `${handle}.svg`).sort());
    expect(column(products, 'Image Src')).toEqual(handles.map((handle) => `/pictures/${handle}.svg`));
  });

  it('are what the generator draws today, in at most two kilobytes', () => {
    for (const subject of products.map(pictureSubject)) {
      const file = readFileSync(`${SAMPLE_DIR}/pictures/${subject.handle}.svg`, 'utf8');

      expect(file, subject.handle).toBe(drawPicture(subject));
      expect(Buffer.byteLength(file), subject.handle).toBeLessThanOrEqual(2048);
    }
  });
});
