/** The people of the demo: a merchant with something to sell, four shoppers, logged in. */
import { type Api, accessTokenOf, apiAt, logIn } from '@social/catalog/api-client';
import { z } from 'zod';
import { Refusal } from '../steps.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';

export type Shopper = { name: string; api: Api; addressId: string; token: string };
export type Merchant = { name: string; slug: string; api: Api; token: string; sku: Sku };
export type Cast = {
  merchant: Merchant;
  shoppers: [Shopper, Shopper, Shopper, Shopper];
  /** The same people, all of whose requests belong to one trace. */
  inTrace: (traceId: string) => Cast;
  logIn: (phone: string) => Promise<Api>;
};

type Sku = { skuId: string; title: string; price: { amount: number } };

const addresses = z.object({ items: z.array(z.object({ addressId: z.string() })) });
const skuSchema = z.object({ skuId: z.string(), stock: z.number(), price: z.object({ amount: z.number() }) });
const products = z.object({ items: z.array(z.object({ title: z.string(), skus: z.array(skuSchema) })) });
const merchantSchema = z.object({ merchantId: z.string(), name: z.string() });

/** The demo sells three times six units. */
const UNITS = 18;

async function pickSku(api: Api, merchantId: string): Promise<Sku> {
  const { items } = await api.get(`/v1/products?merchantId=${merchantId}&limit=100`, products);
  for (const { title, skus } of items) {
    const sku = skus.find(({ stock, price }) => stock >= UNITS && price.amount >= 1000);
    if (sku) return { ...sku, title };
  }
  throw new Refusal('The sample merchant has sold out. Start afresh with: make reset && make up');
}

/** A trace has one id and every request a span of its own; the parent's id is only a name. */
const traced = (traceId: string) => ({ traceparent: `00-${traceId}-${traceId.slice(0, 16)}-01` });

/** Logs everyone in. */
export async function gatherCast(url: string, password: string): Promise<Cast> {
  const [staff] = DEMO_ACCOUNTS.staff;
  if (!staff) throw new Refusal('There are no demo accounts.');

  const shoppers = await Promise.all(
    DEMO_ACCOUNTS.shoppers.slice(0, 4).map(async ({ name, phone }): Promise<Shopper> => {
      const token = await accessTokenOf(url, phone, password);
      const api = apiAt(url, token);
      const [address] = (await api.get('/v1/me/addresses', addresses)).items;
      if (!address) throw new Refusal('The demo shoppers have no address. Load the sample data again with: make up');
      return { name, api, token, addressId: address.addressId };
    }),
  );
  const token = await accessTokenOf(url, staff.phone, password);
  const api = apiAt(url, token);
  const { merchantId, name } = await api.get(`/v1/merchants/${staff.merchant}`, merchantSchema);
  const merchant = { name, slug: staff.merchant, api, token, sku: await pickSku(api, merchantId) };
  const cast: Omit<Cast, 'inTrace'> = {
    merchant,
    shoppers: shoppers as Cast['shoppers'],
    logIn: (phone) => logIn(url, phone, password),
  };
  const again = <T extends { api: Api; token: string }>(person: T, headers: Record<string, string>): T => ({
    ...person,
    api: apiAt(url, person.token, headers),
  });
  const inTrace = (traceId: string): Cast => ({
    ...cast,
    inTrace,
    merchant: again(merchant, traced(traceId)),
    shoppers: cast.shoppers.map((one) => again(one, traced(traceId))) as Cast['shoppers'],
  });
  return { ...cast, inTrace };
}
