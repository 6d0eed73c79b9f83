import { DomainError } from '@social/contracts/errors';
import { type FreightTemplate, feeOf, ruleFor } from './freight.ts';

/** A wanted line; amounts in minor units of the cart's one currency. */
export type WantedLine = {
  /** Unique in the cart. */
  id: string;
  merchantId: string;
  quantity: number;
  /** Of one piece. */
  grams: number;
  /** The list price of one piece. */
  unitAmount: number;
  /** A lower price of one piece that this buyer has here. */
  special?: { kind: 'group' | 'bargain' | 'member'; unitAmount: number };
};

/** What is taken off: an amount, or thousandths of what its lines come to, `most` of it at the highest. */
export type Off = { amount: number } | { perMille: number; most?: number };

/** A reduction of some lines together, spread over them. */
export type Discount = {
  id: string;
  kind: 'shop' | 'order' | 'coupon';
  /** Whose lines; absent: every merchant's. */
  merchantId?: string;
  /** Which lines; absent: all. */
  lineIds?: readonly string[];
  /** What its lines must come to when its turn is. */
  threshold: number;
  off: Off;
  /** A coupon that is not given beside a shop's or the order's discount on a line of its own. */
  alone?: true;
};

/** Points that the buyer wants to spend: each worth `amount`, for `mostPerMille` of the goods at the highest. */
export type Points = { wanted: number; amount: number; mostPerMille: number };

export type Cart = {
  lines: readonly WantedLine[];
  discounts?: readonly Discount[];
  points?: Points;
  /** Where it goes, and what each merchant takes for that; who has no template sends for nothing. */
  delivery?: { districtCode: string; templates: ReadonlyMap<string, FreightTemplate> };
};

/** `merchant`: agreed on after the order was placed, see adjustments.ts. */
export type StepKind = 'group' | 'bargain' | 'member' | Discount['kind'] | 'points' | 'freight' | 'merchant';

/**
 * One step of the explanation: what it changed (negative: less to pay), and each line's part in it. `version`: that of
 * the order that it made, where it came after the placing.
 */
export type PriceStep = { kind: StepKind; id: string; amount: number; shares: Share[]; version?: number };
export type Share = { line_id: string; amount: number };

/** What is to be paid for a line, all of its pieces together. */
export type PricedLine = { id: string; amount: number };
/** `goods`: its lines after every reduction. */
export type ParcelPrice = {
  merchantId: string;
  lines: PricedLine[];
  goods: number;
  freight: number;
  total: number;
  steps: PriceStep[];
};
/** Why a discount that was asked for was not given. */
export type Unused = { id: string; why: 'no-lines' | 'below-threshold' | 'not-alone' };

export type Priced = { parcels: ParcelPrice[]; total: number; pointsSpent: number; unused: Unused[] };

const KINDS = ['shop', 'order', 'coupon'] as const;
const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** a × b ÷ by, as a whole number and what remains; exact also where the product is too large for a double. */
function divide(a: number, b: number, by: number): [quotient: number, rest: number] {
  const product = a * b;
  if (Number.isSafeInteger(product)) return [Math.floor(product / by), product % by];

  const exact = BigInt(a) * BigInt(b);
  return [Number(exact / BigInt(by)), Number(exact % BigInt(by))];
}

/**
 * Splits an amount in proportion to weights by the method of the largest remainder (Hare quota): the parts are whole
 * and add up to it. Of equal remainders the earlier one is rounded up. No part exceeds its weight if the amount does
 * not exceed their sum.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole === 0) return weights.map(() => 0);

  const parts = weights.map((weight, index) => ({ index, part: divide(amount, weight, whole) }));
  const missing = amount - sum(parts.map(({ part: [quotient] }) => quotient));
  const up = new Set(
    parts
      .toSorted((a, b) => b.part[1] - a.part[1] || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return parts.map(({ part: [quotient], index }) => quotient + (up.has(index) ? 1 : 0));
}

/** What a reduction comes to on lines that come to `base`. */
function worth(off: Off, base: number): number {
  if ('amount' in off) return Math.min(off.amount, base);
  return Math.min(divide(base, off.perMille, 1000)[0], off.most ?? base);
}

/** A cart as it is being reduced. */
function openBill(lines: readonly WantedLine[]) {
  const left = new Map(lines.map(({ id, unitAmount, quantity }) => [id, unitAmount * quantity]));
  const steps: PriceStep[] = [];
  const comesTo = (of: readonly WantedLine[]) => sum(of.map(({ id }) => left.get(id) ?? 0));
  return {
    steps,
    comesTo,
    of: (id: string) => left.get(id) ?? 0,
    /** Takes an amount off lines, each in proportion to what is left of it. */
    takeOff: (kind: StepKind, id: string, of: readonly WantedLine[], amount: number) => {
      if (amount <= 0) return;

      const parts = spread(
        amount,
        of.map((line) => left.get(line.id) ?? 0),
      );
      const shares = of.map((line, index) => ({ line_id: line.id, amount: -(parts[index] ?? 0) }));
      for (const share of shares) left.set(share.line_id, (left.get(share.line_id) ?? 0) + share.amount);
      steps.push({ kind, id, amount: -amount, shares: shares.filter((share) => share.amount !== 0) });
    },
    isReduced: (id: string) =>
      steps.some(
        ({ kind, shares }) => (kind === 'shop' || kind === 'order') && shares.some(({ line_id }) => line_id === id),
      ),
  };
}

type Bill = ReturnType<typeof openBill>;

/** Gives a discount, or says why not. */
function give(bill: Bill, lines: readonly WantedLine[], discount: Discount): Unused['why'] | undefined {
  const { id, kind, merchantId, lineIds, threshold, off, alone } = discount;
  const scope = lines.filter(
    (line) =>
      (merchantId === undefined || line.merchantId === merchantId) &&
      (lineIds === undefined || lineIds.includes(line.id)),
  );
  if (scope.length === 0) return 'no-lines';
  if (alone && scope.some((line) => bill.isReduced(line.id))) return 'not-alone';

  const base = bill.comesTo(scope);
  if (base < threshold) return 'below-threshold';
  bill.takeOff(kind, id, scope, worth(off, base));
  return undefined;
}

/** One coupon of each merchant, and one of the platform. Errors: request-invalid. */
function checkStacking(discounts: readonly Discount[]): void {
  const issuers = discounts.filter(({ kind }) => kind === 'coupon').map(({ merchantId }) => merchantId ?? '');
  if (new Set(issuers).size === issuers.length) return;
  throw new DomainError('request-invalid', 'one coupon of each shop and one of the platform can be used together');
}

/** The part of the explanation that concerns some lines. */
const stepsOf = (steps: readonly PriceStep[], ids: ReadonlySet<string>): PriceStep[] =>
  steps.flatMap((step) => {
    const shares = step.shares.filter(({ line_id }) => ids.has(line_id));
    return shares.length > 0 ? [{ ...step, amount: sum(shares.map(({ amount }) => amount)), shares }] : [];
  });

/** Errors: area-not-served. */
function freightOf(cart: Cart, merchantId: string, lines: readonly WantedLine[], goods: number): PriceStep[] {
  const template = cart.delivery?.templates.get(merchantId);
  if (!cart.delivery || !template) return [];

  const rule = ruleFor(template, cart.delivery.districtCode);
  const pieces = sum(lines.map(({ quantity }) => quantity));
  const grams = sum(lines.map((line) => line.grams * line.quantity));
  return [{ kind: 'freight', id: merchantId, amount: feeOf(template, rule, { pieces, grams, goods }), shares: [] }];
}

/**
 * What a cart costs, and why. In this order: list price; the buyer's special price; discounts of shops, of the order,
 * coupons, each kind in the order of their ids, each on what is left then; points; freight by what the goods come to at
 * last. Every reduction is spread over its lines, so that what a line was paid with is known when it is given back.
 * The order of lines and discounts makes no difference. Errors: request-invalid (two coupons of one issuer, or where
 * integers are no longer exact), area-not-served.
 */
export function price(cart: Cart): Priced {
  checkStacking(cart.discounts ?? []);
  const lines = [...cart.lines].sort(byId);
  const bill = openBill(lines);
  for (const line of lines) {
    const less = line.special ? (line.unitAmount - line.special.unitAmount) * line.quantity : 0;
    if (line.special) bill.takeOff(line.special.kind, line.id, [line], less);
  }
  const unused = KINDS.flatMap((kind) =>
    [...(cart.discounts ?? [])]
      .filter((discount) => discount.kind === kind)
      .sort(byId)
      .flatMap((discount): Unused[] => {
        const why = give(bill, lines, discount);
        return why ? [{ id: discount.id, why }] : [];
      }),
  );
  const pointsSpent = spendPoints(bill, lines, cart.points);
  const parcels = [...Map.groupBy(lines, ({ merchantId }) => merchantId)]
    .map(([merchantId, own]) => parcelOf(cart, bill, merchantId, own))
    .sort((a, b) => (a.merchantId < b.merchantId ? -1 : 1));
  const total = sum(parcels.map((parcel) => parcel.total));
  if (!Number.isSafeInteger(total)) throw new DomainError('request-invalid', 'the total is out of range');

  return { parcels, total, pointsSpent, unused };
}

function spendPoints(bill: Bill, lines: readonly WantedLine[], points: Points | undefined): number {
  if (!points || points.amount <= 0) return 0;

  const most = divide(bill.comesTo(lines), points.mostPerMille, 1000)[0];
  const spent = Math.min(points.wanted, Math.floor(most / points.amount));
  bill.takeOff('points', 'points', lines, spent * points.amount);
  return spent;
}

function parcelOf(cart: Cart, bill: Bill, merchantId: string, lines: readonly WantedLine[]): ParcelPrice {
  const goods = bill.comesTo(lines);
  const freightSteps = freightOf(cart, merchantId, lines, goods);
  const freight = sum(freightSteps.map(({ amount }) => amount));
  const ids = new Set(lines.map(({ id }) => id));
  return {
    merchantId,
    lines: lines.map(({ id }) => ({ id, amount: bill.of(id) })),
    goods,
    freight,
    total: goods + freight,
    steps: [...stepsOf(bill.steps, ids), ...freightSteps],
  };
}
