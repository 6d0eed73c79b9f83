import { DomainError } from '@social/contracts/errors';
import { OrderPlaced } from '@social/contracts/events/orders';
import type { Actor, Fact, Line, Order, RequestKey, Seat, Step, Timing } from './domain.ts';
import { fact, headOf, plus, unchanged } from './domain.ts';
import { advance, refusal } from './transitions.ts';

/** What a buyer puts in the cart. */
export type CartLine = { skuId: string; quantity: number };

/** A SKU as the catalog sells it now; `amount` in minor units. */
export type SkuOffer = {
  skuId: string;
  productId: string;
  merchantId: string;
  title: string;
  optionValues: string[];
  picture: string;
  amount: number;
  currency: string;
  /** Weight of one piece. */
  grams: number;
  /** Pieces left. */
  stock: number;
};

export const MAX_CART_LINES = 50;
export const MAX_QUANTITY = 999;

/** Errors: quantity-invalid, unless the quantity is a whole number from 1 to 999. */
export function checkQuantity(quantity: number): void {
  if (Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY) return;
  throw new DomainError('quantity-invalid');
}

/** The cart with each SKU once. Errors: request-invalid (no line, or more than 50), quantity-invalid. */
export function mergeCart(lines: readonly CartLine[]): CartLine[] {
  if (lines.length < 1 || lines.length > MAX_CART_LINES) {
    throw new DomainError('request-invalid', `a cart has 1 to ${MAX_CART_LINES} lines`);
  }
  const merged = new Map<string, number>();
  for (const { skuId, quantity } of lines) {
    checkQuantity(quantity);
    merged.set(skuId, (merged.get(skuId) ?? 0) + quantity);
  }
  for (const quantity of merged.values()) checkQuantity(quantity);

  return [...merged].map(([skuId, quantity]) => ({ skuId, quantity }));
}

/** Σ unit amount × quantity in minor units. Errors: request-invalid, where integers are no longer exact. */
export function totalOf(lines: readonly Pick<Line, 'unit_amount' | 'quantity'>[]): number {
  const total = lines.reduce((sum, { unit_amount, quantity }) => sum + unit_amount * quantity, 0);
  if (!Number.isSafeInteger(total) || total < 0) throw new DomainError('request-invalid', 'the total is out of range');

  return total;
}

/** What one merchant is to deliver. */
export type Parcel = { merchantId: string; currency: string; lines: Line[] };

/**
 * Splits a cart by merchant, at the catalog's prices, merchants in the order of their ids.
 * Errors: sku-not-found (not on sale), currency-mixed.
 */
export function splitByMerchant(cart: readonly CartLine[], offers: readonly SkuOffer[]): Parcel[] {
  const bySku = new Map(offers.map((offer) => [offer.skuId, offer]));
  const wanted = cart.map(({ skuId, quantity }) => {
    const offer = bySku.get(skuId);
    if (!offer) throw new DomainError('sku-not-found', `SKU ${skuId} is not on sale`);
    return { offer, quantity };
  });
  const currencies = new Set(wanted.map(({ offer }) => offer.currency));
  if (currencies.size > 1) throw new DomainError('currency-mixed');

  return [...Map.groupBy(wanted, ({ offer }) => offer.merchantId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([merchantId, items]) => ({
      merchantId,
      currency: items[0]?.offer.currency ?? '',
      lines: items.map(({ offer, quantity }) => lineOf(offer, quantity)),
    }));
}

const lineOf = (offer: SkuOffer, quantity: number): Line => ({
  sku_id: offer.skuId,
  product_id: offer.productId,
  title: offer.title,
  option_values: offer.optionValues,
  picture: offer.picture,
  quantity,
  unit_amount: offer.amount,
});

/** What a new order is made of. */
export type NewOrder = Pick<
  Order,
  | '_id'
  | 'checkout_id'
  | 'buyer_id'
  | 'merchant_id'
  | 'lines'
  | 'currency'
  | 'address'
  | 'address_id'
  | 'remark'
  | 'pick_up'
> &
  Partial<Pick<Order, 'total' | 'freight' | 'price_steps'>> & {
    request?: RequestKey;
  };

/** An order before its stock is taken: written first, so that whatever happens then, somebody knows of the stock. */
export function prepare(parts: NewOrder, by: Actor, now: Date, timing: Timing): Order {
  return {
    ...parts,
    state: 'placing',
    total: parts.total ?? totalOf(parts.lines),
    created_at: now,
    pay_by: plus(now, timing.payWindowMs),
    refunds: [],
    due_at: plus(now, timing.placingMs),
    requests: [],
    version: 1,
    history: [{ version: 1, state: 'placing', at: now, role: by.role, by: by.id }],
  };
}

/** Somebody goes on placing what is still being placed: the clock gives it as much time again. */
export function renew(order: Order, now: Date, { placingMs }: Timing): Step {
  if (order.state !== 'placing') return unchanged(order);

  return { order: { ...order, due_at: plus(now, placingMs), version: order.version + 1 }, facts: [] };
}

/** The stock is taken: the order stands and waits for its money. A second placing changes nothing. */
export function place(order: Order, by: Actor, now: Date, timing: Timing): Step {
  if (order.state === 'abandoned') throw refusal(order, 'place', 'was given up');
  if (order.state !== 'placing') return unchanged(order);

  const payBy = plus(now, timing.payWindowMs);
  const change = { pay_by: payBy, due_at: plus(payBy, timing.callbackGraceMs) };
  const next = advance(order, 'place', by, now, change);
  return { order: next, facts: [placed(next)] };
}

/**
 * An order for a seat that is already held. It is to be paid by the earlier of `payByLimit` and the usual time. The first
 * fact told of it is that it was paid or cancelled: nobody acts on a held seat before, and a rush holds thousands.
 */
export function placeSeat(
  parts: NewOrder & { group: Omit<Seat, 'placed_group_id'> },
  by: Actor,
  payByLimit: Date | undefined,
  now: Date,
  timing: Timing,
): Step {
  const usual = plus(now, timing.payWindowMs);
  const payBy = payByLimit && payByLimit < usual ? payByLimit : usual;
  const order: Order = {
    ...prepare(parts, by, now, timing),
    state: 'pending_payment',
    group: { ...parts.group, placed_group_id: parts.group.group_id },
    pay_by: payBy,
    due_at: plus(payBy, timing.callbackGraceMs),
    history: [{ version: 1, state: 'pending_payment', at: now, role: by.role, by: by.id }],
  };
  return { order, facts: [] };
}

const placed = (order: Order): Fact =>
  fact(OrderPlaced, {
    ...headOf(order),
    total: order.total,
    currency: order.currency,
    payBy: order.pay_by.toISOString(),
  });
