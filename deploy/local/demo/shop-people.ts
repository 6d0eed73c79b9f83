/** The people of the shop's story: newcomers, who register as anyone would, and staff. */
import { randomInt } from 'node:crypto';
import { type Api, ApiRefusal, apiAt, logIn } from '@social/catalog/api-client';
import { z } from 'zod';
import { Refusal } from '../steps.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import type { Teller } from './telling.ts';

/** Where the shop's story is told. */
export type Stage = {
  /** Base URL of the gateway. */
  url: string;
  operator: { phone: string; password: string };
  teller: Teller;
  /** Called before a one-time code is asked for; what it answers waits for the code. */
  codes: (phone: string) => () => Promise<string>;
};

export type Shopper = { name: string; phone: string; api: Api; addressId: string };
/** A merchant, as its staff see it. */
export type Seller = { name: string; slug: string; merchantId: string; api: Api };
export type Good = { productId: string; skuId: string; title: string; amount: number };

const sessionSchema = z.object({ accessToken: z.string() });
const addressSchema = z.object({ addressId: z.string() });
const merchantSchema = z.object({ merchantId: z.string(), name: z.string(), slug: z.string() });
const skuSchema = z.object({ skuId: z.string(), stock: z.number(), price: z.object({ amount: z.number() }) });
const productsSchema = z.object({
  items: z.array(z.object({ productId: z.string(), title: z.string(), skus: z.array(skuSchema) })),
});
const anything = z.unknown();

/** A phone that nobody has, most likely: a code goes to one phone only once a minute. */
const aPhone = (): string => `13${randomInt(100_000_000, 999_999_999)}`;

/** Registers by one-time code, with an address in 杭州. */
export async function aShopper({ url, codes, operator }: Stage, name: string): Promise<Shopper> {
  const phone = aPhone();
  const code = codes(phone);
  await apiAt(url).post('/v1/auth/codes', { phone, purpose: 'register' }, anything);
  const form = { phone, code: await code(), password: operator.password, name };
  const { accessToken } = await apiAt(url).post('/v1/auth/register', form, sessionSchema);
  const api = apiAt(url, accessToken);
  const address = { recipient: name, phone, districtCode: '330106', detail: '文三路 8 号', isDefault: true };
  const { addressId } = await api.post('/v1/me/addresses', address, addressSchema);
  return { name, phone, api, addressId };
}

/** Logs in by one-time code; answers an access token. */
export async function logInByCode({ url, codes }: Stage, phone: string): Promise<string> {
  const code = codes(phone);
  await apiAt(url).post('/v1/auth/codes', { phone, purpose: 'log_in' }, anything);
  return (await apiAt(url).post('/v1/auth/log-in', { phone, code: await code() }, sessionSchema)).accessToken;
}

/** The operator admits a merchant, whose goods are reviewed, and makes its staff an account. */
export async function aNewSeller({ url, operator: { password } }: Stage, operator: Api): Promise<Seller> {
  const form = {
    slug: `shanlan-${Date.now().toString(36)}`,
    name: '山岚器物',
    description: '茶器与竹编',
    city: '杭州',
  };
  const { merchantId, name, slug } = await operator.post('/v1/merchants', form, merchantSchema);
  const phone = aPhone();
  const account = { phone, password, name: '山岚店长', role: 'merchant-staff', merchantId };
  await operator.post('/v1/staff', account, anything);
  return { merchantId, name, slug, api: await logIn(url, phone, password) };
}

/** A merchant of the sample data. Errors: Refusal, when it is not there. */
export async function sampleSeller({ url, operator: { password } }: Stage, slug: string): Promise<Seller> {
  const phone = DEMO_ACCOUNTS.staff.find(({ merchant }) => merchant === slug)?.phone ?? '';
  try {
    const api = await logIn(url, phone, password);
    const { merchantId, name } = await api.get(`/v1/merchants/${slug}`, merchantSchema);
    return { merchantId, name, slug, api };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    throw new Refusal(`The sample merchant ${slug} is not there (${error.code}). Load the sample data with: make up`);
  }
}

/** Something of a merchant's that is in stock. Errors: Refusal, when nothing is. */
export async function aGoodOf(visitor: Api, { merchantId, name }: Seller): Promise<Good> {
  const { items } = await visitor.get(`/v1/products?merchantId=${merchantId}&limit=100`, productsSchema);
  const goods = items.flatMap(({ skus, ...product }) => skus.map((sku) => ({ ...product, ...sku })));
  const found = goods.find(({ stock }) => stock > 0);
  if (!found) throw new Refusal(`${name} has sold out. Start afresh with: make reset && make up`);

  return { productId: found.productId, skuId: found.skuId, title: found.title, amount: found.price.amount };
}
