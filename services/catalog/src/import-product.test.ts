import { describe, expect, it } from 'vitest';
import { readProducts } from './import-file.ts';
import { readProduct } from './import-product.ts';
import { plan } from './import-store.ts';

const YUAN = { code: 'CNY', decimals: 2 };
const COLUMNS = [
  'Handle',
  'Title',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Inventory Qty',
  'Variant Grams',
  'Variant Barcode',
  'Variant Image',
  'Cost per item',
  'Image Src',
  'Image Position',
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

const lineOf = (cells: Cells) => COLUMNS.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
async function* inPieces(text: string, size = 7) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(...rows: Cells[]) {
  const products = [];
  const text = `\ufeff${COLUMNS.join(',')}\r\n${rows.map(lineOf).join('\r\n')}\r\n`;
  for await (const part of readProducts(inPieces(text))) products.push(readProduct(part, YUAN));
  return products;
}
const pot: Cells = { Handle: 'pot', Title: '陶罐', 'Variant Price': '9.90', 'Variant Inventory Qty': '3' };

describe('a product in a file', () => {
  it('is the same however the bytes are cut', async () => {
    const text = `${COLUMNS.join(',')}\n${lineOf(pot)}`;
    for (const size of [1, 2, 3, 1000]) {
      for await (const part of readProducts(inPieces(text, size))) {
        expect(readProduct(part, YUAN).product?.input).toMatchObject({ handle: 'pot', title: '陶罐' });
      }
    }
  });

  it('without options has one SKU', async () => {
    const [one] = await read({
      ...pot,
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
      Tags: 'Pot, Plants,Pot',
    });
    expect(one?.product?.input).toMatchObject({
      options: [],
      tags: ['Pot', 'Plants'],
      on_sale: true,
      skus: [{ option_values: [], price: 990, stock: 3 }],
    });
  });

  it('with options has a SKU a row, and rows that only bring a picture', async () => {
    const names: Cells = { 'Option1 Name': 'Size', 'Option2 Name': 'Colour' };
    const [one] = await read(
      {
        ...pot,
        ...names,
        'Option1 Value': 'S',
        'Option2 Value': 'Red',
        'Image Src': 'https://a.example/2.jpg',
        'Image Position': '2',
      },
      {
        Handle: 'pot',
        'Option1 Value': 'L',
        'Option2 Value': 'Red',
        'Variant Price': '19',
        'Variant Compare At Price': '25',
      },
      { Handle: 'pot', 'Image Src': 'https://a.example/1.jpg', 'Image Position': '1' },
    );
    expect(one?.rows).toBe(3);
    expect(one?.product?.input).toMatchObject({
      options: [
        { name: 'Size', values: ['S', 'L'] },
        { name: 'Colour', values: ['Red'] },
      ],
      pictures: ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      skus: [
        { option_values: ['S', 'Red'], price: 990 },
        { option_values: ['L', 'Red'], price: 1900, compare_at: 2500, stock: 0 },
      ],
    });
  });

  it('tells what a piece costs the merchant, and its picture', async () => {
    const [one, none] = await read(
      { ...pot, 'Cost per item': '4.55', 'Variant Image': '/pot.jpg' },
      { ...pot, Handle: 'cup' },
    );
    expect(one?.product?.input.skus[0]).toMatchObject({ cost: 455, pictures: ['/pot.jpg'] });
    expect(none?.product?.input.skus[0]).toMatchObject({ cost: 0, pictures: [] });
  });

  it('keeps codes that a spreadsheet wrote as text', async () => {
    const [one] = await read({ ...pot, 'Variant Barcode': "'030955168517" });
    expect(one?.product?.input.skus[0]?.barcode).toBe('030955168517');
  });

  it('takes stock below zero as none, and says so', async () => {
    const [one] = await read({ ...pot, 'Variant Inventory Qty': '-4' });
    expect(one?.product?.input.skus[0]?.stock).toBe(0);
    expect(one?.errors).toMatchObject([{ line: 2, column: 'Variant Inventory Qty', handle: 'pot' }]);
  });
});

describe('a wrong row', () => {
  const wrong: [string, Cells, string][] = [
    ['a price of "free"', { 'Variant Price': 'free' }, 'Variant Price'],
    ['no price', { 'Variant Price': '' }, 'Variant Price'],
    ['a fraction of a fen', { 'Variant Price': '1.001' }, 'Variant Price'],
    ['a cost of "cheap"', { 'Cost per item': 'cheap' }, 'Cost per item'],
    ['half a piece', { 'Variant Inventory Qty': '1.5' }, 'Variant Inventory Qty'],
    ['a huge stock', { 'Variant Inventory Qty': '99999999999' }, 'Variant Inventory Qty'],
    ['a weight of "heavy"', { 'Variant Grams': 'heavy' }, 'Variant Grams'],
    ['no title', { Title: '' }, 'Title'],
    ['no handle', { Handle: '' }, 'Handle'],
    ['a handle that is no address', { Handle: 'a/../b' }, 'Handle'],
    ['a script for a picture', { 'Image Src': 'javascript:alert(1)' }, 'Image Src'],
    ['a strange word for published', { Published: 'maybe' }, 'Published'],
    ['an option without its value', { 'Option1 Name': 'Size', 'Option1 Value': '' }, 'Option1 Value'],
  ];
  it.each(wrong)('with %s refuses its product, naming line and column', async (_, cells, column) => {
    const [one] = await read({ ...pot, ...cells });
    expect(one?.product).toBeUndefined();
    expect(one?.errors[0]).toMatchObject({ line: 2, column });
  });

  it('that repeats a choice is named itself', async () => {
    const [one] = await read(
      { ...pot, 'Option1 Name': 'Size', 'Option1 Value': 'S' },
      { Handle: 'pot', 'Option1 Value': 'S', 'Variant Price': '1' },
    );
    expect(one?.errors).toEqual([
      { line: 3, column: 'Option1 Value', reason: 'has the same choice as another SKU', handle: 'pot' },
    ]);
  });

  it('never shows more of a cell than helps', async () => {
    const [one] = await read({ ...pot, 'Variant Price': 'x'.repeat(5000) });
    expect(one?.errors[0]?.reason.length).toBeLessThan(80);
  });
});

describe('importing again', () => {
  const NOW = new Date('2026-06-01T12:00:00Z');
  const category = { id: 'cat_1', path: ['cat_1'], templates: [] };
  const OWNER = { merchantId: 'mer_1', by: 'trusted-staff' } as const;
  const itemOf = async (cells: Cells) => {
    const [one] = await read({ ...pot, ...cells });
    if (!one?.product) throw new Error('the row is wrong');
    return { input: one.product.input, category };
  };

  it('changes nothing when the file says nothing new, whatever was sold since', async () => {
    const made = plan(OWNER, undefined, await itemOf({}), NOW);
    const sold = made && { ...made.drafted.product, sales: 7 };
    expect(plan(OWNER, sold, await itemOf({ 'Variant Inventory Qty': '99' }), NOW)).toBeUndefined();
  });

  it('keeps a cost that the file does not tell, and the pictures after the first', async () => {
    const made = plan(OWNER, undefined, await itemOf({ 'Variant Image': '/1.jpg' }), NOW)?.drafted.product;
    const known = made && {
      ...made,
      skus: made.skus.map((sku) => ({ ...sku, cost: 300, pictures: ['/1.jpg', '/2.jpg'] })),
    };

    expect(plan(OWNER, known, await itemOf({ 'Variant Image': '/1.jpg' }), NOW)).toBeUndefined();
    const other = plan(OWNER, known, await itemOf({ 'Variant Image': '/3.jpg', 'Cost per item': '2' }), NOW);
    expect(other?.drafted.product.skus[0]).toMatchObject({ cost: 200, pictures: ['/3.jpg'] });
  });

  it('revises what is new in it', async () => {
    const made = plan(OWNER, undefined, await itemOf({}), NOW);
    const next = plan(OWNER, made?.drafted.product, await itemOf({ Title: 'Clay pot' }), NOW);
    expect(next?.drafted.product).toMatchObject({ _id: made?.drafted.product._id, version: 2, title: 'Clay pot' });
    expect(next?.drafted.opening).toEqual([]);
  });
});
