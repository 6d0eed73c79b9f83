import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aName,
  aProduct,
  aShop,
  codeOf,
  exportFile,
  importFile,
  openExport,
  type Running,
  SHOPPER,
  staffOf,
  startCatalog,
} from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const samples = new URL('../sample/merchants/', import.meta.url);
/** PRODUCT_CSVS names a folder of further files to try. */
const folders = [samples, ...[process.env.PRODUCT_CSVS].flatMap((name) => (name ? [pathToFileURL(`${name}/`)] : []))];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => new URL(name, folder)),
);
const total = (answer: Awaited<ReturnType<typeof importFile>>) => answer.reports.at(-1)?.progress;
const errorsOf = (answer: Awaited<ReturnType<typeof importFile>>) => answer.reports.flatMap(({ errors }) => errors);

/** Imports what was exported: into the same shop, which it leaves alone, and into an empty one, which it makes the same. */
async function expectToComeBack(merchantId: string): Promise<void> {
  const file = await exportFile(running, merchantId);
  const same = await importFile(running, { merchant: merchantId, totalBytes: file.length }, file);
  expect(errorsOf(same)).toEqual([]);
  expect(total(same)).toMatchObject({ created: 0, updated: 0, refused: 0 });

  const empty = await aShop(running);
  const other = await importFile(running, { merchant: empty.merchantId, totalBytes: file.length }, file);
  expect(errorsOf(other)).toEqual([]);
  expect(String(await exportFile(running, empty.merchantId))).toBe(String(file));
}

describe('an exported file', () => {
  it.each(files.map((file) => [file.pathname.split('/').at(-1), file] as const))(
    'of %s imports again unchanged',
    async (_name, file) => {
      const { merchantId } = await aShop(running);
      const imported = await importFile(running, { merchant: merchantId }, readFileSync(file));
      expect(imported.refusal).toBe('');
      expect(total(imported)?.created).toBeGreaterThan(5);

      await expectToComeBack(merchantId);
    },
  );

  it('has what merchants hand in by hand: formulas, currencies, values that no SKU has, more pictures than SKUs', async () => {
    const { merchantId, categoryId } = await aShop(running);
    const caller = staffOf(merchantId);
    const create = (product: object) =>
      running.rpc.CreateProduct({ merchantId, product: { ...aProduct(categoryId), ...product } }, { caller });
    await create({
      title: '=HYPERLINK("https://bad.example")',
      vendor: "'+86",
      description: ' -1 ',
      tags: ['@a', ' b '],
    });
    await create({
      currency: 'JPY',
      onSale: false,
      pictures: ['/pictures/1.jpg', '/pictures/2.jpg', '/pictures/3.jpg'],
    });
    await create({
      options: [{ name: '规格', values: ['大', '中', '小'] }],
      skus: ['小', '大'].map((size) => ({
        ...{ optionValues: [size], code: "'007" },
        ...{ priceAmount: 5, stock: 3 },
      })),
    });
    await create({ categoryId: '' });

    await expectToComeBack(merchantId);
    expect(String(await exportFile(running, merchantId))).toMatch(/"'=HYPERLINK\(""https:\/\/bad\.example""\)"/);
  });

  it('is by handle, has products off sale and none that are deleted', async () => {
    const { merchantId, categoryId } = await aShop(running);
    const caller = staffOf(merchantId);
    for (const handle of ['c', 'a', 'd', 'b']) {
      const product = { ...aProduct(categoryId, { handle }), onSale: handle !== 'a' };
      const { productId } = await running.rpc.CreateProduct({ merchantId, product }, { caller });
      if (handle === 'd') await running.rpc.DeleteProduct({ productId }, { caller });
    }

    const lines = String(await exportFile(running, merchantId))
      .trim()
      .split('\n')
      .slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['a', 'b', 'c']);
  });

  it('goes over many pages, and ends when its reader is gone', async () => {
    const { merchantId } = await aShop(running);
    const body = 'x'.repeat(20_000);
    const rows = Array.from({ length: 230 }, (_, index) => `p-${index},P,${body},1.00`);
    await importFile(
      running,
      { merchant: merchantId },
      Buffer.from(['Handle,Title,Body (HTML),Variant Price', ...rows].join('\n')),
    );

    const call = openExport(running, merchantId);
    await new Promise((resolve) => call.once('data', resolve));
    call.on('error', () => {});
    call.cancel();
    const whole = await exportFile(running, merchantId);
    expect(whole.length).toBeGreaterThan(230 * body.length);
    expect(String(whole).match(/^p-\d+,P,/gm)).toHaveLength(230);
  });
});

it("is for the merchant's staff and operators", async () => {
  const [mine, other] = [await aShop(running), await aShop(running)];

  expect(String(await exportFile(running, mine.slug, staffOf(mine.merchantId)))).toMatch(/^\ufeffHandle,/);
  expect(await codeOf(exportFile(running, mine.slug, staffOf(other.merchantId)))).toBe('forbidden');
  expect(await codeOf(exportFile(running, mine.slug, SHOPPER))).toBe('forbidden');
  expect(await codeOf(exportFile(running, aName('no-shop')))).toBe('merchant-not-found');
});

describe('a product that no file could tell', () => {
  it('is refused', async () => {
    const { merchantId, categoryId } = await aShop(running);
    const create = (product: object) =>
      codeOf(
        running.rpc.CreateProduct(
          { merchantId, product: { ...aProduct(categoryId), ...product } },
          { caller: staffOf(merchantId) },
        ),
      );
    const of = (name: string, value: string) => ({
      options: [{ name, values: [value] }],
      skus: [{ optionValues: [value], priceAmount: 1, stock: 1 }],
    });

    expect(await create({ tags: ['a,b'] })).toBe('product-invalid');
    expect(await create(of('Title', 'Default Title'))).toBe('product-invalid');
    expect(await create(of(' ', 'x'))).toBe('product-invalid');
    expect(await create(of('Size', ' '))).toBe('product-invalid');
    expect(await create(of('Size', 'S'))).toBe('no refusal');
  });
});
