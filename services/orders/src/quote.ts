import { DomainError } from '@social/contracts/errors';
import type { Money__Output } from '@social/contracts/generated/social/common/v1/Money';
import type { Caller } from '@social/runtime/caller';
import type { Address } from './address.ts';
import { type CartLine, type Parcel, splitByMerchant, totalOf } from './checkout.ts';
import type { Addresses } from './delivery.ts';
import type { Freights } from './freight-store.ts';
import type { Offers } from './offers.ts';
import type { PickUpPoint } from './pick-up.ts';
import type { PickUpPoints } from './pick-up-store.ts';
import { type ParcelPrice, price } from './price.ts';

/** `pickUp`: where it is picked up; absent: it is sent. */
export type QuotedParcel = Parcel & { price: ParcelPrice; pickUp?: PickUpPoint };

/** What a cart costs now, merchant by merchant; `stock`: pieces left of each SKU. */
export type Quote = {
  parcels: QuotedParcel[];
  total: number;
  currency: string;
  stock: ReadonlyMap<string, number>;
  /** Where it goes, in the clear; undefined where all is picked up. */
  address?: Address;
};

/** Where a cart goes: an address of the caller's, and by merchant the point at which its goods are picked up instead. */
export type Destination = { addressId: string; pickUps: ReadonlyMap<string, string> };

export type QuoteDeps = { offers: Offers; addresses: Addresses; freights: Freights; pickUpPoints: PickUpPoints };

/** The points at which goods are picked up, by merchant. Errors: pick-up-point-unknown. */
async function pointsOf(store: PickUpPoints, pickUps: Destination['pickUps']): Promise<Map<string, PickUpPoint>> {
  const found = await Promise.all(
    [...pickUps].map(async ([merchantId, pointId]): Promise<[string, PickUpPoint]> => {
      const point = (await store.of(merchantId)).find(({ id }) => id === pointId);
      if (!point) throw new DomainError('pick-up-point-unknown');
      return [merchantId, point];
    }),
  );
  return new Map(found);
}

/**
 * The catalog's prices, and what each merchant takes for sending to an address of the caller's; what is picked up is not
 * sent.
 * @param cart each SKU once
 * Errors: sku-not-found, address-not-found, pick-up-point-unknown, currency-mixed, request-invalid, area-not-served.
 */
export async function quote(
  { offers: offersOf, addresses, freights, pickUpPoints }: QuoteDeps,
  caller: Caller,
  cart: CartLine[],
  { addressId, pickUps }: Destination,
): Promise<Quote> {
  const [offers, address, points] = await Promise.all([
    offersOf(cart.map(({ skuId }) => skuId)),
    addressId === '' ? undefined : addresses({ buyerId: caller.userId, addressId }),
    pointsOf(pickUpPoints, pickUps),
  ]);
  if (addressId !== '' && !address) throw new DomainError('address-not-found');
  const parcels = splitByMerchant(cart, offers);
  const sent = parcels.filter(({ merchantId }) => !points.has(merchantId));
  if (sent.length > 0 && !address) throw new DomainError('address-not-found', 'there is something to be sent');
  const currency = parcels[0]?.currency ?? '';
  // Whatever comes off or on later, it is exact if this is.
  totalOf(parcels.flatMap(({ lines }) => lines));
  const templates = await freights.of(sent.map(({ merchantId }) => merchantId));
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
  const priced = price({ lines: wanted, delivery: { districtCode: address?.districtCode ?? '', templates } });
  const prices = new Map(priced.parcels.map((parcel) => [parcel.merchantId, parcel]));
  const quoted = parcels.flatMap((parcel) => {
    const own = prices.get(parcel.merchantId);
    return own ? [{ ...parcel, price: own, pickUp: points.get(parcel.merchantId) }] : [];
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
