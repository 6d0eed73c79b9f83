/** The shop that benchmarks measure on, set up through the public API. */
import { randomUUID } from 'node:crypto';
import { newShopper, type Role } from '@social/identity/domain';
import { createAccessTokens } from '@social/identity/tokens';
import type { Platform } from './stage.ts';

/** Signs access tokens as identity does, with the key of this run, so that nobody need be registered. */
export function tokenMint({
  identitySigningKeys,
}: Platform['secrets']): (role: Role, merchantId?: string, userId?: string) => string {
  const tokens = createAccessTokens(JSON.parse(identitySigningKeys));
  return (role, merchantId, userId = `usr_${randomUUID()}`) => {
    const now = new Date();
    const person = newShopper({ userId, phone: '', name: '', passwordHash: '' }, now);
    return tokens.sign({ ...person, role, merchantId }, now).token;
  };
}

/** `token`: of its staff. */
export type Merchant = { merchantId: string; token: string };

export type Shop = {
  aMerchant: () => Promise<Merchant>;
  /** A product of one SKU. */
  aSku: (merchant: Merchant, stock: number) => Promise<{ skuId: string }>;
  /** A product as merchants have them: a page of pictures, three options, a dozen SKUs. */
  aProduct: () => Promise<{ productId: string }>;
  /** A group-buy of a product that is stocked for it, for a day; open since a minute if nothing else is said. */
  anActivity: (offer: { groupSize: number; stock: number; startsAt?: Date }) => Promise<{ activityId: string }>;
};

export function openShop(platform: Platform): Shop {
  const mint = tokenMint(platform.secrets);
  const post = async <T>(path: string, token: string, body: unknown): Promise<T> => {
    const response = await fetch(`${platform.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<T>;
  };

  const aMerchant = async () => {
    const body = { slug: `m-${randomUUID().slice(0, 8)}`, name: '云雾茶业', city: '杭州', trusted: true };
    const { merchantId } = await post<{ merchantId: string }>('/v1/merchants', mint('operator'), body);
    return { merchantId, token: mint('merchant-staff', merchantId) };
  };
  const aCategory = () => {
    const category = { slug: `c-${randomUUID().slice(0, 8)}`, name: '茶叶' };
    return post<{ categoryId: string }>('/v1/categories', mint('operator'), category);
  };
  const aProductOf = async ({ merchantId, token }: { merchantId: string; token: string }, product: object) =>
    post<{ productId: string; skus: { skuId: string }[] }>(`/v1/merchants/${merchantId}/products`, token, {
      ...product,
      categoryId: (await aCategory()).categoryId,
    });
  return {
    aMerchant,
    aSku: async (merchant, stock) => {
      const handle = `cup-${randomUUID().slice(0, 8)}`;
      const product = { handle, title: '白瓷盖碗', skus: [{ priceAmount: 6800, weightGrams: 300, stock }] };
      const { skus } = await aProductOf(merchant, product);
      return { skuId: skus[0]?.skuId ?? '' };
    },
    aProduct: async () => aProductOf(await aMerchant(), teaOfTwelveSkus()),
    anActivity: async ({ groupSize, stock, startsAt = new Date(Date.now() - 60_000) }) => {
      const merchant = await aMerchant();
      const tea = teaOfTwelveSkus();
      const skus = tea.skus.map((sku) => ({ ...sku, stock }));
      const [sku] = (await aProductOf(merchant, { ...tea, skus })).skus;
      return post(`/v1/merchants/${merchant.merchantId}/activities`, merchant.token, {
        skuId: sku?.skuId,
        groupAmount: 6800,
        groupSize,
        stock,
        fillSeconds: 24 * 3600,
        limitPerPerson: 1,
        startsAt: startsAt.toISOString(),
        endsAt: new Date(Date.now() + 24 * 3600_000).toISOString(),
      });
    },
  };
}

function teaOfTwelveSkus() {
  const options = [
    { name: '规格', values: ['50g', '100g', '250g'] },
    { name: '包装', values: ['罐装', '袋装'] },
    { name: '等级', values: ['一级', '特级'] },
  ];
  const [sizes = [], packs = [], grades = []] = options.map(({ values }) => values);
  const choices = sizes.flatMap((size) => packs.flatMap((pack) => grades.map((grade) => [size, pack, grade])));
  return {
    handle: `tea-${randomUUID().slice(0, 8)}`,
    title: '西湖龙井 明前头采',
    description: '<p>狮峰山头采，手工炒制，豆香清幽。建议八十五度水冲泡，三泡为佳。</p>'.repeat(6),
    pictures: Array.from({ length: 8 }, (_, index) => `https://pictures.example/longjing/${index}.jpg`),
    options,
    skus: choices.map((optionValues, index) => ({
      code: `LJ-${index}`,
      optionValues,
      priceAmount: 9800 + index * 1000,
      compareAtAmount: 12800 + index * 1000,
      weightGrams: 100,
      stock: 500,
    })),
    vendor: '云雾茶业',
    tags: ['绿茶', '明前', '手工'],
  };
}
