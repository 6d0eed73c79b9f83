import { DomainError } from '@social/contracts/errors';
import { type Actor, type Order, plus, type SealedAddress, type Step, type Timing, unchanged } from './domain.ts';
import { type FreightTemplate, ruleFor } from './freight.ts';
import { parcelsOf } from './parcels.ts';
import { type PriceStep, spread } from './price.ts';
import { advance, refusal } from './transitions.ts';

/** Most that an order may come to, in minor units: a billion yuan. */
const MAX_TOTAL = 100_000_000_000;

/** What each line is paid with, as the steps of the price left it. */
export function lineAmounts({ lines, price_steps = [] }: Order): number[] {
  const shares = price_steps.flatMap((step) => step.shares);
  return lines.map(({ sku_id, unit_amount, quantity }) =>
    shares
      .filter(({ line_id }) => line_id === sku_id)
      .reduce((left, { amount }) => left + amount, unit_amount * quantity),
  );
}

/**
 * Buyer and seller agreed on another total before it is paid. The difference is spread over the goods; what is sent costs
 * what it did. A payment that was begun before brings the earlier amount, and goes back. Errors: request-invalid.
 */
export function adjustPrice(order: Order, by: Actor, total: number, now: Date): Step {
  if (order.group) throw refusal(order, 'adjust-price', 'holds a seat');
  const { freight = 0, lines } = order;
  const amounts = lineAmounts(order);
  const isPrice = Number.isSafeInteger(total) && total >= 1 && total <= MAX_TOTAL;
  if (!isPrice || total < freight) {
    throw new DomainError('request-invalid', `a total is from ${Math.max(1, freight)} to ${MAX_TOTAL}`);
  }
  if (amounts.every((amount) => amount === 0)) {
    throw new DomainError('request-invalid', 'goods that cost nothing have no price to adjust');
  }

  const amount = total - order.total;
  const next = advance(order, 'adjust-price', by, now, { total });
  if (amount === 0) return unchanged(order);

  const parts = spread(Math.abs(amount), amounts);
  const shares = lines.map(({ sku_id }, index) => ({
    line_id: sku_id,
    amount: Math.sign(amount) * (parts[index] ?? 0),
  }));
  const step: PriceStep = { kind: 'merchant', id: order.merchant_id, amount, shares, version: next.version };
  return { order: { ...next, price_steps: [...(order.price_steps ?? []), step] }, facts: [] };
}

/** The buyer needs more time until receipt is taken for granted; once an order. */
export function extendReceipt(order: Order, by: Actor, now: Date, { receiptExtensionMs }: Timing): Step {
  if (order.receipt_extension) throw refusal(order, 'extend-receipt', 'was given more time already');

  const before = order.auto_receive_at ?? now;
  const until = plus(before, receiptExtensionMs);
  const extension = { version: order.version + 1, before };
  const change = { auto_receive_at: until, due_at: until, receipt_extension: extension };
  return { order: advance(order, 'extend-receipt', by, now, change), facts: [] };
}

/** Longest remark and note, in characters. */
export const MAX_REMARK = 200;
const MAX_NOTE = 500;

/** Errors: request-invalid, for a text that is too long. */
export function checkText(text: string, most: number): string {
  if (text.length > most) throw new DomainError('request-invalid', `at most ${most} characters`);
  return text.trim();
}

/** What the merchant is to know; empty takes it back. Errors: request-invalid. */
export function remark(order: Order, by: Actor, text: string, now: Date): Step {
  const change = { remark: checkText(text, MAX_REMARK) || undefined };
  return { order: advance(order, 'remark', by, now, change), facts: [] };
}

/** What the merchant writes down for itself; empty takes it back. Errors: request-invalid. */
export function note(order: Order, by: Actor, text: string, now: Date): Step {
  const change = { note: checkText(text, MAX_NOTE) || undefined };
  return { order: advance(order, 'note', by, now, change), facts: [] };
}

/**
 * Nothing was sent yet, and it goes to another address, to which sending costs the same: the merchant's rule for both is
 * one. What was paid stays right. Errors: freight-differs, area-not-served, order-transition-refused (picked up, or
 * something was sent).
 * @param freight what the merchant takes for sending now; undefined: nothing
 */
export function changeAddress(
  order: Order,
  by: Actor,
  address: SealedAddress,
  freight: FreightTemplate | undefined,
  now: Date,
): Step {
  if (order.pick_up) throw refusal(order, 'change-address', 'is picked up');
  if (parcelsOf(order).length > 0) throw refusal(order, 'change-address', 'was sent in part');
  const next = advance(order, 'change-address', by, now, { address, address_id: undefined });
  if (freight && !order.group) requireSameFreight(freight, order.address?.district_code, address.district_code);

  return { order: next, facts: [] };
}

function requireSameFreight(freight: FreightTemplate, from: string | undefined, to: string | undefined): void {
  const rule = ruleFor(freight, to ?? '');
  if (!rule?.tariff) throw new DomainError('area-not-served');
  if (from === undefined || ruleFor(freight, from) !== rule) throw new DomainError('freight-differs');
}

/** The buyer wants to see an order no more that is over. */
export const hide = (order: Order, by: Actor, now: Date): Step => ({
  order: advance(order, 'hide', by, now, { hidden: true }),
  facts: [],
});
