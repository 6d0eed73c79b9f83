import { DomainError } from '@social/contracts/errors';
import { type CartLine, checkQuantity, type SkuOffer } from '../checkout.ts';
import type { RequestKey } from '../domain.ts';
import { isRepeat } from '../requests.ts';

/** Whose cart: a user's, kept for ever, or a guest's. */
export type Owner = { kind: 'user' | 'guest'; id: string };

/** A SKU that somebody means to buy, with what they saw when they added it; `unit_amount` in minor units. */
export type CartItem = {
  sku_id: string;
  merchant_id: string;
  product_id: string;
  title: string;
  option_values: string[];
  picture: string;
  unit_amount: number;
  currency: string;
  quantity: number;
  selected: boolean;
  added_at: Date;
};

/** A checkout that is under way: what it buys stays what it was when it began. */
export type Purchase = { request: RequestKey; lines: CartLine[]; at: Date };

/** Lines of a guest that found no room. */
export type LeftOut = { at: Date; lines: Pick<CartItem, 'sku_id' | 'title' | 'quantity'>[] };

/** A cart: the aggregate, and the document as it is stored; its id is its owner's. */
export type Cart = {
  _id: string;
  /** Each SKU once, in no order. */
  lines: CartItem[];
  /** Requests that were carried out, the last 100. */
  requests: RequestKey[];
  purchase?: Purchase;
  left_out?: LeftOut;
  /** When a guest's cart is forgotten; a user's never is. */
  expires_at?: Date;
  version: number;
};

export const MAX_LINES = 100;
/** How many requests a cart remembers. */
const REMEMBERED = 100;

/** Carries a request out once: a repeat changes nothing. Errors: idempotency-key-reused, the rule's own. */
export function once(cart: Cart, request: RequestKey | undefined, rule: (cart: Cart) => Cart): Cart {
  if (!request) return rule(cart);
  if (cart.requests.some((before) => isRepeat(before, request))) return cart;

  const next = rule(cart);
  return { ...next, requests: [...next.requests, request].slice(-REMEMBERED) };
}

/**
 * Puts pieces of a SKU in, selected; of one that is there already there are more, and it counts as seen anew.
 * Errors: quantity-invalid (more than 999 together), cart-full.
 */
export function add(cart: Cart, offer: SkuOffer, quantity: number, now: Date): Cart {
  const before = cart.lines.find(({ sku_id }) => sku_id === offer.skuId);
  checkQuantity(quantity);
  checkQuantity(quantity + (before?.quantity ?? 0));
  if (!before && cart.lines.length >= MAX_LINES) throw new DomainError('cart-full');

  const line = itemOf(offer, quantity + (before?.quantity ?? 0), now);
  return { ...cart, lines: [...cart.lines.filter((other) => other !== before), line] };
}

const itemOf = (offer: SkuOffer, quantity: number, now: Date): CartItem => ({
  sku_id: offer.skuId,
  merchant_id: offer.merchantId,
  product_id: offer.productId,
  title: offer.title,
  option_values: offer.optionValues,
  picture: offer.picture,
  unit_amount: offer.amount,
  currency: offer.currency,
  quantity,
  selected: true,
  added_at: now,
});

/** Another quantity, or another selection. Errors: cart-line-not-found, quantity-invalid. */
export function change(cart: Cart, skuId: string, to: Partial<Pick<CartItem, 'quantity' | 'selected'>>): Cart {
  const line = lineOf(cart, skuId);
  if (to.quantity !== undefined) checkQuantity(to.quantity);
  const { quantity = line.quantity, selected = line.selected } = to;
  if (quantity === line.quantity && selected === line.selected) return cart;

  return { ...cart, lines: cart.lines.map((one) => (one === line ? { ...line, quantity, selected } : one)) };
}

/** Errors: cart-line-not-found. */
export function remove(cart: Cart, skuId: string): Cart {
  const line = lineOf(cart, skuId);
  return { ...cart, lines: cart.lines.filter((one) => one !== line) };
}

function lineOf(cart: Cart, skuId: string): CartItem {
  const line = cart.lines.find(({ sku_id }) => sku_id === skuId);
  if (!line) throw new DomainError('cart-line-not-found');
  return line;
}

/**
 * Selects those of the lines that are buyable, and no other of them.
 * @param merchantId whose lines; undefined: every merchant's
 * Errors: cart-line-not-found, where there is none of this merchant.
 */
export function select(cart: Cart, merchantId: string | undefined, buyable: ReadonlySet<string>): Cart {
  const isMeant = ({ merchant_id }: CartItem) => merchantId === undefined || merchant_id === merchantId;
  if (merchantId !== undefined && !cart.lines.some(isMeant)) throw new DomainError('cart-line-not-found');

  const lines = cart.lines.map((line) => (isMeant(line) ? { ...line, selected: buyable.has(line.sku_id) } : line));
  return { ...cart, lines };
}

export const clear = (cart: Cart): Cart => ({ ...cart, lines: [], left_out: undefined });
