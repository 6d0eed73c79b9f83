import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerLine, productLines } from './export-sheet.ts';
import { readProducts } from './import-file.ts';
import { type ReadProduct, readProduct } from './import-product.ts';
import { plan } from './import-store.ts';
import { draft, type Product, type ProductInput } from './product.ts';
import { problemsOf } from './product-check.ts';
import { tidied } from './product-text.ts';

const SHOP = { merchantId: 'mer_1', by: 'operator' } as const;
const NOON = new Date('2026-11-26T12:00:00Z');
const TEA = { id: 'cat_tea', path: ['cat_tea'], templates: [] };
/** Files are read as euros, so that a product whose own currency was lost would show. */
const EUROS = { code: 'EUR', decimals: 2 };

const stored = (input: ProductInput): { product: Product; onHand: Map<string, number> } => {
  const { product, opening } = draft({ ...SHOP, category: TEA }, input, NOON);
  return { product, onHand: new Map(opening.map(({ sku_id, stock }) => [sku_id, stock])) };
};
const fileOf = ({ product, onHand }: ReturnType<typeof stored>): string =>
  headerLine() + productLines(product, { type: 'tea', onHand });

async function readBack(file: string): Promise<ReadProduct[]> {
  const found: ReadProduct[] = [];
  async function* bytes() {
    yield Buffer.from(file);
  }
  for await (const part of readProducts(bytes())) found.push(readProduct(part, EUROS));
  return found;
}

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({
      unit: fc.constantFrom(...['=', '+', '-', '@', "'", '"', ',', '\n', '\r', '\t', ' ', '＝', '1', 'ü', '茶']),
      maxLength,
    }),
  );
const filled = (maxLength: number) => text(maxLength).filter((one) => one.trim() !== '');
const tag = filled(12).map((one) => one.replaceAll(',', ';'));
const picture = fc.constantFrom('https://pictures.example/a.jpg', '/pictures/b c.png', 'http://p.example/?x=1,2"3"');
const amount = fc.integer({ min: 0, max: 10_000_000_000 });
const pieces = fc.integer({ min: 0, max: 1_000_000_000 });

const aSku = (option_values: string[]) =>
  fc.record({
    ...{ sku_id: fc.constant(''), option_values: fc.constant(option_values) },
    ...{ code: text(10), barcode: text(10), price: amount, compare_at: amount, weight_grams: pieces, stock: pieces },
    ...{ cost: amount, pictures: fc.array(picture, { maxLength: 3 }) },
  });

/** Options with some of their choices as SKUs, in any order; some values may have no SKU. */
const choices = fc
  .uniqueArray(filled(8), { maxLength: 3, selector: (name) => name.trim() })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), values: fc.array(filled(6), { minLength: 1, maxLength: 3 }) }),
      ),
    ),
  )
  .chain((options) => {
    const all = options.reduce<string[][]>(
      (rows, { values }) =>
        rows.flatMap((row) => [...new Set(values.map((value) => value.trim()))].map((value) => [...row, value])),
      [[]],
    );
    return fc.record({
      options: fc.constant(options),
      skus: fc.shuffledSubarray(all, { minLength: 1 }).chain((rows) => fc.tuple(...rows.map(aSku))),
    });
  });

const anInput: fc.Arbitrary<ProductInput> = fc
  .record({
    handle: fc.stringMatching(/^[a-z0-9茶][a-z0-9_-]{0,20}$/),
    ...{ title: filled(30), description: text(60), vendor: text(12) },
    ...{ tags: fc.array(tag, { maxLength: 4 }), pictures: fc.array(picture, { maxLength: 4 }) },
    currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
    on_sale: fc.boolean(),
    choices,
  })
  .map(({ choices: { options, skus }, ...rest }) => tidied({ ...rest, options, skus }))
  .filter((input) => problemsOf(input).length === 0);

it('writes what an import reads as the very same product, whatever its texts are', async () => {
  await fc.assert(
    fc.asyncProperty(anInput, async (input) => {
      const shop = stored(input);
      const [read, ...more] = await readBack(fileOf(shop));
      const product = read?.product;

      expect(more).toEqual([]);
      expect(read?.errors).toEqual([]);
      expect(product?.type).toBe('tea');
      if (!product) return;
      const again = stored(product.input);
      expect(fileOf(again)).toBe(fileOf(shop));
      expect(plan(SHOP, shop.product, { input: product.input, category: TEA }, NOON)).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

it('has no cell that a spreadsheet takes for a formula', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const cells = parse(fileOf(stored(input)), { bom: true }).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    }),
  );
});

it('begins with a byte order mark, so that a spreadsheet reads Chinese rightly', () => {
  expect(headerLine()).toMatch(/^\ufeffHandle,Title,/);
});
