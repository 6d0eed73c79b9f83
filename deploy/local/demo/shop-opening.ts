/** A merchant opens its shop: imports, prices, shows, says what sending costs, and is reviewed. */
import type { Api } from '@social/catalog/api-client';
import { type ImportLine, importFile } from '@social/catalog/import-client';
import { z } from 'zod';
import { aPicture, GOODS_COUNT, withGoodsFile } from './shop-goods.ts';
import type { Good, Seller } from './shop-people.ts';
import { expectThat, mustBeRefused, type Teller, until, yuan } from './telling.ts';

const moneySchema = z.object({ amount: z.number() });
const skuSchema = z.object({ skuId: z.string(), code: z.string().optional(), price: moneySchema });
/** What an editor of a product reads and gives back. */
const productSchema = z.object({
  ...{ productId: z.string(), version: z.number(), handle: z.string(), title: z.string(), description: z.string() },
  ...{ categoryId: z.string().optional(), onSale: z.boolean(), publication: z.string(), pictures: z.array(z.string()) },
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  skus: z.array(skuSchema.extend({ optionValues: z.array(z.string()), weightGrams: z.number() })),
});
type Product = z.output<typeof productSchema>;
const productsSchema = z.object({ items: z.array(productSchema) });
const resultsSchema = z.object({ results: z.array(z.object({ productId: z.string(), code: z.string().optional() })) });
const uploadSchema = z.object({
  ...{ uploadId: z.string(), url: z.string(), method: z.string() },
  headers: z.record(z.string(), z.string()),
});
const pictureSchema = z.object({ sizes: z.array(z.object({ size: z.string(), url: z.string() })) });
const anything = z.unknown();

const ownProducts = async ({ api, merchantId }: Seller): Promise<Product[]> => {
  const path = `/v1/products?merchantId=${merchantId}&includeOffSale=true&limit=100`;
  return (await api.get(path, productsSchema)).items;
};

async function importGoods(seller: Seller, { tell }: Teller): Promise<void> {
  const { progress } = await withGoodsFile((file) => {
    tell(seller.name, 'imports a CSV');
    let told = 0;
    const onLine = ({ progress: { rows, created } }: ImportLine) => {
      if (rows > told) tell('', `… ${rows} rows read, ${created} products made`);
      told = rows;
    };
    return importFile(seller.api, { file, merchant: seller.slug, currency: 'CNY', onLine });
  });
  const { created, refused } = progress;
  expectThat(created === GOODS_COUNT && refused === 0, `${created} products were made and ${refused} refused`);
}

/** Changes every price of some products by a share in basis points, in one call. */
export async function reprice({ api, slug }: Seller, productIds: string[], basisPoints: number): Promise<void> {
  const edits = productIds.map((productId) => ({ productId, prices: [{ basisPoints }] }));
  const { results } = await api.post(`/v1/merchants/${slug}/products/bulk`, { edits }, resultsSchema);
  const refused = results.find(({ code }) => code !== undefined);
  expectThat(refused === undefined, `a price was refused: ${refused?.code}`);
}

async function setPrices(seller: Seller, { tell }: Teller): Promise<void> {
  const before = await ownProducts(seller);
  const ids = before.map(({ productId }) => productId);
  await reprice(seller, ids, 500);
  const after = new Map((await ownProducts(seller)).flatMap(({ skus }) => skus.map((sku) => [sku.skuId, sku.price])));
  for (const { skuId, price } of before.flatMap(({ skus }) => skus)) {
    const now = after.get(skuId)?.amount ?? 0;
    expectThat(
      now === Math.floor(price.amount * 1.05 + 0.5),
      `${yuan(price.amount)} became ${yuan(now)}, not 5 % more`,
    );
  }
  tell(seller.name, `sets all prices 5 % higher in one edit of ${ids.length} products`);
}

/** Sends a picture by a signed link, without any token, and has it made; answers its path on the platform. */
async function upload({ api }: Seller, file: Buffer): Promise<string> {
  const wish = { purpose: 'product_picture', contentType: 'image/jpeg', bytes: file.length };
  const { uploadId, url, method, headers } = await api.post('/v1/uploads', wish, uploadSchema);
  // The length is that of the body; fetch says it by itself.
  const { 'content-length': _length, ...rest } = headers;
  const sent = await fetch(url, { method, headers: rest, body: new Uint8Array(file) });
  expectThat(sent.ok, `the picture was refused with ${sent.status}: ${await sent.text()}`);
  const { sizes } = await api.post(`/v1/uploads/${uploadId}/complete`, {}, pictureSchema);
  return sizes.find(({ size }) => size === '800')?.url ?? '';
}

async function showPicture(seller: Seller, url: string, { tell }: Teller): Promise<void> {
  const product = (await ownProducts(seller)).find(({ handle }) => handle === 'gaiwan');
  expectThat(product !== undefined, 'the imported goods are not listed');
  const file = await aPicture();
  const path = await upload(seller, file);
  const { productId, publication: _, skus, ...rest } = product;
  const priced = skus.map(({ price, ...sku }) => ({ ...sku, priceAmount: price.amount }));
  await seller.api.put(`/v1/products/${productId}`, { ...rest, skus: priced, pictures: [path] }, anything);
  const seen = await fetch(`${url}${path}`);
  await seen.body?.cancel();
  expectThat(seen.headers.get('content-type') === 'image/webp', `the picture was answered with ${seen.status}`);
  tell(seller.name, `uploads a picture of ${Math.ceil(file.length / 1024)} kB by a signed link; it is ${path} now`);
}

async function setFreight({ api, slug, name }: Seller, { tell }: Teller): Promise<void> {
  const near = { first: 1000, firstAmount: 600, next: 500, nextAmount: 200 };
  const far = { first: 1000, firstAmount: 1200, next: 500, nextAmount: 500 };
  const rules = [{ regions: ['330000'], tariff: near }, { regions: ['650000'] }, { regions: [], tariff: far }];
  await api.put(`/v1/merchants/${slug}/freight`, { measure: 'gram', rules }, anything);
  tell(
    name,
    'sends by weight: 浙江 ¥6 for a kilogram and ¥2 for each half more, elsewhere ¥12 and ¥5, 新疆 not at all',
  );
}

const pointsSchema = z.object({ points: z.array(z.looseObject({ pointId: z.string() })) });

/** The shop's own counter; other points of the merchant's stay. Answers its id. */
export async function openCounter({ api, slug, name }: Seller, { tell }: Teller): Promise<string> {
  const path = `/v1/merchants/${slug}/pick-up-points`;
  const counter = { pointId: 'counter', name: '西湖店', address: '文三路 1 号', phone: '', hours: '9–21' };
  const { points } = await api.get(path, pointsSchema);
  const others = points.filter(({ pointId }) => pointId !== counter.pointId);
  await api.put(path, { points: [...others, counter] }, anything);
  tell(name, `hands goods out at a pick-up point: ${counter.name}, ${counter.address}`);
  return counter.pointId;
}

async function submit(seller: Seller, visitor: Api, { tell }: Teller): Promise<Product[]> {
  const goods = await ownProducts(seller);
  for (const { productId } of goods) await seller.api.post(`/v1/products/${productId}/submit`, {}, anything);
  const edits = goods.map(({ productId }) => ({ productId, onSale: true }));
  await seller.api.post(`/v1/merchants/${seller.slug}/products/bulk`, { edits }, resultsSchema);
  tell(seller.name, `submits ${goods.length} products and puts them on sale`);
  for (const { productId } of goods) {
    const look = () => visitor.get(`/v1/products/${productId}`, anything);
    await mustBeRefused('product-not-found', 'a look at goods that nobody approved', look);
  }
  tell('', 'a shopper finds none of them yet: new merchants are reviewed');
  return goods;
}

async function approve({ merchantId }: Seller, operator: Api, { tell }: Teller): Promise<void> {
  const query = `merchantId=${merchantId}&includeOffSale=true&publication=in_review&order=oldest&limit=100`;
  const { items } = await operator.get(`/v1/products?${query}`, productsSchema);
  expectThat(items.length === GOODS_COUNT, `${items.length} products wait for review, not ${GOODS_COUNT}`);
  for (const { productId, version } of items) {
    await operator.post(`/v1/products/${productId}/approve`, { version }, anything);
  }
  tell('operator', `finds ${items.length} products waiting, and approves each in the version that was looked at`);
}

async function seen({ merchantId }: Seller, visitor: Api, { tell }: Teller): Promise<Product[]> {
  const { items } = await until(
    'the goods on the shelf',
    () => visitor.get(`/v1/products?merchantId=${merchantId}&limit=100`, productsSchema),
    ({ items: found }) => found.length === GOODS_COUNT,
  );
  const [shown] = items.filter(({ pictures }) => pictures.length > 0);
  expectThat(shown !== undefined, 'no product shows its picture');
  const words = items.map(({ title, skus }) => `${title} ${yuan(skus[0]?.price.amount ?? 0)}`);
  tell('', `a shopper sees ${words.join(', ')}`);
  return items;
}

const goodOf = ({ productId, title, skus }: Product): Good => {
  const [sku] = skus;
  expectThat(sku !== undefined, `${title} has no SKU`);
  return { productId, title, skuId: sku.skuId, amount: sku.price.amount };
};

/** From an empty shop to goods that shoppers see; answers two of them. */
export async function openShop(
  seller: Seller,
  { operator, visitor, url }: { operator: Api; visitor: Api; url: string },
  teller: Teller,
): Promise<{ gaiwan: Good; mat: Good }> {
  await importGoods(seller, teller);
  await setPrices(seller, teller);
  await showPicture(seller, url, teller);
  await setFreight(seller, teller);
  await openCounter(seller, teller);
  await submit(seller, visitor, teller);
  await approve(seller, operator, teller);
  const goods = await seen(seller, visitor, teller);
  const [gaiwan, mat] = ['gaiwan', 'tea-mat'].map((name) => goods.find(({ handle }) => handle === name));
  expectThat(gaiwan !== undefined && mat !== undefined, 'the goods are not those of the file');
  teller.proved('imported, priced, shown, and seen only once the platform had looked at it');
  return { gaiwan: goodOf(gaiwan), mat: goodOf(mat) };
}
