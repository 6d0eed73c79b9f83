import { readdirSync, readFileSync } from 'node:fs';
import { ProductChanged } from '@social/contracts/events/catalog';
import { consume, on } from '@social/messaging/consumer';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aName, aShop, importFile, OPERATOR, ORDERS, type Running, SHOPPER, staffOf, startCatalog } from './harness.ts';

let running: Running;
beforeAll(async () => {
  running = await startCatalog();
});
afterAll(() => running.close());

const HEADER = 'Handle,Title,Type,Option1 Name,Option1 Value,Variant Price,Variant Inventory Qty';
const file = (...rows: string[]) => Buffer.from([HEADER, ...rows].join('\n'));
const handlesOf = async (merchantId: string) =>
  (await running.rpc.ListProducts({ merchantId, limit: 100 })).products.map(({ handle }) => handle).sort();
const total = (answer: Awaited<ReturnType<typeof importFile>>) => answer.reports.at(-1)?.progress;
const errorsOf = (answer: Awaited<ReturnType<typeof importFile>>) => answer.reports.flatMap(({ errors }) => errors);

const samples = new URL('../sample/merchants/', import.meta.url);

describe('importing a file', () => {
  it('stores every sample catalogue whole, and changes nothing the second time', async () => {
    for (const name of readdirSync(samples)) {
      const bytes = readFileSync(new URL(name, samples));
      const { merchantId, slug } = await aShop(running);

      const first = await importFile(running, { merchant: slug, totalBytes: bytes.length }, bytes);
      const again = await importFile(running, { merchant: slug, totalBytes: bytes.length }, bytes);

      expect(first.refusal).toBe('');
      expect(first.reports.at(-1)?.done).toBe(true);
      expect(errorsOf(first)).toEqual([]);
      const stored = await running.catalog.collections.products.countDocuments({ merchant_id: merchantId });
      expect(stored).toBeGreaterThan(20);
      expect(total(first)).toMatchObject({ created: stored, updated: 0, refused: 0, bytes: bytes.length });
      expect(total(again)).toMatchObject({ created: 0, updated: 0, refused: 0 });
    }
  });

  it('updates what changed, keeps the SKUs of known choices and their stock', async () => {
    const { merchantId } = await aShop(running);
    await importFile(running, { merchant: merchantId }, file('pot,Pot,,Size,Small,9.90,5', 'pot,,,,Large,19.90,7'));
    const [before] = (await running.rpc.ListProducts({ merchantId })).products;
    const small = before?.skus[0]?.skuId ?? '';
    await running.rpc.TakeStock(
      { takes: [{ holderId: aName('ord'), lines: [{ skuId: small, quantity: 2 }] }] },
      { caller: ORDERS },
    );

    const rows = ['pot,Clay pot,,Size,Small,8.50,99', 'pot,,,,Large,19.90,99', 'pot,,,,Huge,29.90,3'];
    const answer = await importFile(running, { merchant: merchantId }, file(...rows));
    const [after] = (await running.rpc.ListProducts({ merchantId })).products;

    expect(total(answer)).toMatchObject({ created: 0, updated: 1 });
    expect(after).toMatchObject({ productId: before?.productId, title: 'Clay pot', version: 2 });
    expect(after?.skus.slice(0, 2).map(({ skuId }) => skuId)).toEqual(before?.skus.map(({ skuId }) => skuId));
    expect(after?.skus.map(({ stock, price }) => [stock, price?.amount])).toEqual([
      [3, 850],
      [7, 1990],
      [3, 2990],
    ]);
  });

  it('refuses the whole product of a bad row, says where and why, and goes on', async () => {
    const { merchantId } = await aShop(running);
    const rows = ['a,A,,,,1.00,1', 'b,"B\nof two lines",,Size,S,2.00,1', 'b,,,,M,free,1', 'c,C,,,,3.00,1'];

    const answer = await importFile(running, { merchant: merchantId }, file(...rows));

    expect(errorsOf(answer)).toEqual([
      { line: 5, column: 'Variant Price', reason: '"free" is not a price', handle: 'b' },
    ]);
    expect(total(answer)).toMatchObject({ rows: 4, created: 2, refused: 1 });
    expect(await handlesOf(merchantId)).toEqual(['a', 'c']);
  });

  it('puts products where their type says, and what names no category under other with the type as a tag', async () => {
    const { merchantId, categoryId } = await aShop(running);
    const known = (await running.rpc.ListCategories({})).categories.find((one) => one.categoryId === categoryId);
    const slug = known?.slug ?? '';

    await importFile(running, { merchant: merchantId }, file(`a,A,${slug},,,1,1`, 'b,B,Bar Tape,,,1,1', 'c,C,,,,1,1'));
    const other = (await running.rpc.ListCategories({})).categories.find((one) => one.slug === 'other');
    const inOther = await running.rpc.ListProducts({ merchantId, categoryId: other?.categoryId });

    expect((await running.rpc.ListProducts({ merchantId, categoryId })).products.map(({ handle }) => handle)).toEqual([
      'a',
    ]);
    expect(inOther.products.map(({ handle, tags }) => [handle, tags])).toEqual([
      ['c', []],
      ['b', ['Bar Tape']],
    ]);
  });

  it('imports the same file once when it comes five times at once', async () => {
    const { merchantId } = await aShop(running);
    const rows = Array.from({ length: 150 }, (_, index) => `p-${index},Product ${index},,,,1.00,2`);

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => importFile(running, { merchant: merchantId }, file(...rows))),
    );

    expect(answers.map(({ refusal }) => refusal)).toEqual(['', '', '', '', '']);
    expect(answers.reduce((sum, answer) => sum + (total(answer)?.created ?? 0), 0)).toBe(150);
    expect(await running.catalog.collections.products.countDocuments({ merchant_id: merchantId })).toBe(150);
  });

  it('decides on a product that comes again, however far below, by what the rows before made of it', async () => {
    const { merchantId } = await aShop(running);
    const others = (from: number) => Array.from({ length: 1300 }, (_, index) => `q-${from + index},Product,,,,1.00,2`);
    const rows = ['pot,One,,,,1.00,1', ...others(0), 'pot,Two,,,,2.00,9', ...others(2000), 'pot,Three,,,,3.00,9'];

    const answer = await importFile(running, { merchant: merchantId }, file(...rows));

    expect(errorsOf(answer)).toEqual([]);
    expect(total(answer)).toMatchObject({ rows: 2603, created: 2601, updated: 2, refused: 0 });
    const pot = await running.catalog.collections.products.findOne({ merchant_id: merchantId, handle: 'pot' });
    expect(pot).toMatchObject({ title: 'Three', version: 3, min_price: 300 });
  });

  it('publishes a change for each product, of each version, and leaves no event behind', async () => {
    const { merchantId } = await aShop(running);
    const heard: string[] = [];
    const stop = await consume(running.bus, [
      on(ProductChanged, async (fact, { key }) => {
        if (fact.merchantId === merchantId) heard.push(`${key} ${fact.version}`);
      }),
    ]);
    const rows = (title: string) => Array.from({ length: 40 }, (_, index) => `p-${index},${title},,,,1.00,1`);
    await importFile(running, { merchant: merchantId }, file(...rows('One')));
    await importFile(running, { merchant: merchantId }, file(...rows('Two'), 'new,New,,,,1.00,1'));

    const made = await running.catalog.collections.products.find({ merchant_id: merchantId }).toArray();
    expect(made).toHaveLength(41);
    const expected = made.flatMap(({ _id, version }) =>
      Array.from({ length: version }, (_, before) => `${_id} ${before + 1}`),
    );
    await eventually(() => expect([...new Set(heard)].sort()).toEqual(expected.sort()), 20_000);
    await stop();

    await eventually(async () => {
      const waiting = { merchant_id: merchantId, outbox: { $exists: true } };
      expect(await running.catalog.collections.products.countDocuments(waiting)).toBe(0);
    });
  });
});

describe('a file that cannot be imported', () => {
  const refusalOf = async (bytes: Uint8Array, totalBytes = 0) => {
    const { merchantId } = await aShop(running);
    const answer = await importFile(running, { merchant: merchantId, totalBytes }, bytes);
    expect(await handlesOf(merchantId)).toEqual([]);
    expect(answer.reports).toEqual([]);
    return { code: answer.refusal, detail: answer.detail };
  };

  it('has no column for the price', async () => {
    expect(await refusalOf(Buffer.from('Handle,Title\na,A\n'))).toEqual({
      code: 'import-invalid',
      detail: 'the header has no column Variant Price',
    });
  });

  it('is empty', async () => {
    expect(await refusalOf(Buffer.from(''))).toMatchObject({ code: 'import-invalid', detail: 'the file is empty' });
  });

  it('is in another encoding', async () => {
    const gbk = Buffer.concat([file('a,'), Buffer.from([0xb2, 0xe8, 0xd2, 0xb6]), Buffer.from(',,,,1.00,1')]);
    expect(await refusalOf(gbk)).toMatchObject({ code: 'import-invalid', detail: expect.stringMatching(/not UTF-8/) });
    const utf16 = Buffer.from(`\ufeff${HEADER}\na,A,,,,1.00,1`, 'utf16le');
    expect(await refusalOf(utf16)).toMatchObject({
      code: 'import-invalid',
      detail: expect.stringMatching(/not UTF-8/),
    });
  });

  it('has a cell of 5 MB', async () => {
    const bytes = file(`a,"${'x'.repeat(5 * 1024 * 1024)}",,,,1.00,1`);
    expect(await refusalOf(bytes)).toMatchObject({
      code: 'import-invalid',
      detail: expect.stringMatching(/line 2: a row is larger than 1 MB/),
    });
  });

  it('leaves a quote open', async () => {
    expect(await refusalOf(file('a,"A,,,,1.00,1'))).toMatchObject({
      code: 'import-invalid',
      detail: expect.stringMatching(/quote/),
    });
  });

  it('was cut off on the way', async () => {
    const bytes = file('a,A,,,,1.00,1', 'a,,,,,2.00,1');
    expect(await refusalOf(bytes.subarray(0, bytes.length - 9), bytes.length)).toMatchObject({
      code: 'import-invalid',
      detail: expect.stringMatching(/cut off/),
    });
  });
});

describe('who may import', () => {
  it("is the merchant's staff and operators", async () => {
    const [mine, other] = [await aShop(running), await aShop(running)];
    const bytes = file('a,A,,,,1.00,1');
    const as = async (caller: typeof OPERATOR) =>
      (await importFile(running, { merchant: mine.merchantId }, bytes, caller)).refusal;

    expect(await as(staffOf(mine.merchantId))).toBe('');
    expect(await as(OPERATOR)).toBe('');
    expect(await as(staffOf(other.merchantId))).toBe('forbidden');
    expect(await as(SHOPPER)).toBe('forbidden');
  });

  it('needs a merchant and a currency that exist', async () => {
    const { merchantId } = await aShop(running);
    const bytes = file('a,A,,,,1.00,1');

    expect((await importFile(running, { merchant: 'no-such-shop' }, bytes)).refusal).toBe('merchant-not-found');
    expect((await importFile(running, { merchant: merchantId, currency: 'ABC' }, bytes)).refusal).toBe(
      'request-invalid',
    );
  });
});
