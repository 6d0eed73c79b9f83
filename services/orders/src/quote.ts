import { DomainError } from '@social/contracts/errors';
import type { Money__Output } from '@social/contracts/generated/social/common/v1/Money';
import type { Address__Output } from '@social/contracts/generated/social/identity/v1/Address';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import type { RpcClient } from '@social/rpc/client';
import type { Caller } from '@social/runtime/caller';
import { type CartLine, type Parcel, type SkuOffer, splitByMerchant, totalOf } from './checkout.ts';
import type { Freights } from './freight-store.ts';
import { type ParcelPrice, price } from './price.ts';
import type { Catalog } from './stock.ts';

export type QuotedParcel = Parcel & { price: ParcelPrice };

/** What a cart costs now, merchant by merchant; `stock`: pieces left of each SKU. */
export type Quote = {
  parcels: QuotedParcel[];
  total: number;
  currency: string;
  stock: ReadonlyMap<string, number>;
  /** Where it goes, in the clear. */
  address: Address__Output;
};

type Identity = RpcClient<IdentityServiceDefinition>;
export type QuoteDeps = { catalog: Catalog; identity: Identity; freights: Freights };

async function offersOf(catalog: Catalog, cart: CartLine[], caller: Caller): Promise<SkuOffer[]> {
  const { skus } = await catalog.GetSkus({ skuIds: cart.map(({ skuId }) => skuId) }, { caller });
  return skus.map(({ price: amount, weightGrams, ...sku }) => ({
    ...sku,
    grams: weightGrams,
    amount: amount?.amount ?? 0,
    currency: amount?.currency ?? '',
  }));
}

/**
 * The catalog's prices, and what each merchant takes for sending to an address of the caller's.
 * @param cart each SKU once
 * Errors: sku-not-found, address-not-found, currency-mixed, request-invalid, area-not-served.
 */
export async function quote(
  { catalog, identity, freights }: QuoteDeps,
  caller: Caller,
  cart: CartLine[],
  addressId: string,
): Promise<Quote> {
  const [offers, address] = await Promise.all([
    offersOf(catalog, cart, caller),
    identity.GetAddress({ addressId }, { caller }),
  ]);
  const parcels = splitByMerchant(cart, offers);
  const currency = parcels[0]?.currency ?? '';
  // Whatever comes off or on later, it is exact if this is.
  totalOf(parcels.flatMap(({ lines }) => lines));
  const templates = await freights.of(parcels.map(({ merchantId }) => merchantId));
  if ([...templates.values()].some((template) => template.currency !== currency)) {
    throw new DomainError('currency-mixed', 'a merchant takes another currency for sending');
  }

  const bySku = new Map(offers.map((offer) => [offer.skuId, offer]));
  const wanted = parcels.flatMap(({ merchantId, lines }) =>
    lines.map(({ sku_id, quantity, unit_amount }) => {
      const grams = bySku.get(sku_id)?.grams ?? 0;
      return { id: sku_id, merchantId, quantity, grams, unitAmount: unit_amount };
    }),
  );
  const priced = price({ lines: wanted, delivery: { districtCode: address.districtCode, templates } });
  const prices = new Map(priced.parcels.map((parcel) => [parcel.merchantId, parcel]));
  const quoted = parcels.flatMap((parcel) => {
    const own = prices.get(parcel.merchantId);
    return own ? [{ ...parcel, price: own }] : [];
  });
  const stock = new Map(offers.map((offer) => [offer.skuId, offer.stock]));
  return { parcels: quoted, total: priced.total, currency, stock, address };
}

/** Errors: price-changed, if the buyer was shown another total than it costs now. */
export function requireShown({ total, currency }: Quote, shown: Money__Output | null): void {
  if (!shown || (shown.amount === total && shown.currency === currency)) return;

  const errors = [{ path: 'expectedTotal', message: `it costs ${total} now` }];
  throw new DomainError('price-changed', undefined, { errors });
}
