import { DomainError } from '@social/contracts/errors';
import { OrderShipped, ParcelDelivered, ParcelShipped } from '@social/contracts/events/orders';
import type { CartLine } from './checkout.ts';
import { type Actor, type Fact, fact, headOf, type Order, plus, type Step, type Timing, unchanged } from './domain.ts';
import { advance, refusal, requireAllowed } from './transitions.ts';

/** Where a carrier says that a parcel is; the last two end its way. */
export const SCAN_STATES = ['booked', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered', 'returned'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** A carrier's word of a parcel; `seq` counts a parcel's scans from 1. */
export type Scan = { seq: number; state: ScanState; at: Date; place: string };

/** What was sent in one go. */
export type Parcel = {
  parcel_id: string;
  lines: { sku_id: string; quantity: number }[];
  carrier: string;
  /** Empty while the carrier has not given one. */
  tracking_number: string;
  shipped_at: Date;
  /** The version of the order that sent it. */
  version: number;
  /** In the order of `seq`. */
  scans: Scan[];
  delivered_at?: Date;
  /** When its carrier is asked next; absent where nobody is asked, or nothing is left to ask. */
  ask_at?: Date;
  /** How often it was asked in vain since it last told something. */
  asks?: number;
};

/** What is to be sent. Without a tracking number the carrier gives one; without lines it is all that is left. */
export type ParcelWish = { carrier: string; trackingNumber: string; lines: CartLine[] };

/** Most parcels of one order, and most scans that are kept of one. */
const MAX_PARCELS = 20;
const MAX_SCANS = 100;

/** What was sent of an order, oldest first. */
export function parcelsOf(order: Order): Parcel[] {
  const { parcels, shipment } = order;
  if (parcels || !shipment) return parcels ?? [];

  const lines = order.lines.map(({ sku_id, quantity }) => ({ sku_id, quantity }));
  const sent = order.history.find(({ state }) => state === 'shipped');
  return [
    { ...shipment, parcel_id: parcelId(order._id, 1), lines, version: sent?.version ?? order.version, scans: [] },
  ];
}

/** A parcel's id tells its order, so that a carrier's word finds it without being looked up. */
const parcelId = (orderId: string, number: number): string => `${orderId}-${number}`;
export const orderOfParcel = (id: string): string => id.replace(/-\d{1,2}$/, '');

/** Pieces that are still to be sent, by SKU; those of which nothing is left are left out. */
export function leftToSend(order: Order): Map<string, number> {
  const left = new Map(order.lines.map(({ sku_id, quantity }) => [sku_id, quantity]));
  for (const { lines } of parcelsOf(order)) {
    for (const { sku_id, quantity } of lines) left.set(sku_id, (left.get(sku_id) ?? 0) - quantity);
  }
  return new Map([...left].filter(([, quantity]) => quantity > 0));
}

/** The lines of a parcel, each SKU once. Errors: parcel-invalid, naming each SKU of which there is not so much left. */
function linesOf(wished: CartLine[], left: ReadonlyMap<string, number>): Parcel['lines'] {
  if (wished.length === 0) return [...left].map(([sku_id, quantity]) => ({ sku_id, quantity }));

  const merged = new Map<string, number>();
  for (const { skuId, quantity } of wished) merged.set(skuId, (merged.get(skuId) ?? 0) + quantity);
  const errors = [...merged].flatMap(([skuId, quantity]) => {
    const most = left.get(skuId) ?? 0;
    const fits = Number.isInteger(quantity) && quantity >= 1 && quantity <= most;
    return fits ? [] : [{ path: skuId, message: `${most} left to send` }];
  });
  if (errors.length > 0) throw new DomainError('parcel-invalid', undefined, { errors });
  return [...merged].map(([sku_id, quantity]) => ({ sku_id, quantity }));
}

function checkTexts({ carrier, trackingNumber }: ParcelWish): void {
  const fits = carrier.trim() !== '' && carrier.length <= 64 && trackingNumber.length <= 64;
  if (!fits) throw new DomainError('request-invalid', 'carrier and tracking number have up to 64 characters');
}

/**
 * The merchant sends a parcel. What leaves nothing to be sent makes the order shipped; receipt is taken for granted
 * `autoReceiveMs` later. Errors: request-invalid, parcel-invalid, carrier-unknown (nobody gives a number).
 * @param known the carriers that give numbers and tell where a parcel is
 */
export function ship(
  order: Order,
  by: Actor,
  wish: ParcelWish,
  known: ReadonlySet<string>,
  now: Date,
  { autoReceiveMs }: Timing,
): Step {
  const { carrier, trackingNumber } = wish;
  requireAllowed(order, 'ship', by);
  if (order.pick_up) throw refusal(order, 'ship', 'is picked up');
  checkTexts(wish);
  const isAsked = trackingNumber.trim() === '';
  if (isAsked && !known.has(carrier)) throw new DomainError('carrier-unknown', `${carrier} gives no tracking numbers`);

  const sent = parcelsOf(order);
  const left = leftToSend(order);
  const lines = linesOf(wish.lines, left);
  if (sent.length === MAX_PARCELS) throw refusal(order, 'ship', `has ${MAX_PARCELS} parcels`);
  const isLast = lines.length === left.size && lines.every(({ sku_id, quantity }) => left.get(sku_id) === quantity);

  const parcel: Parcel = {
    parcel_id: parcelId(order._id, sent.length + 1),
    lines,
    carrier,
    tracking_number: trackingNumber,
    shipped_at: now,
    version: order.version + 1,
    scans: [],
    ...(isAsked ? { ask_at: now } : {}),
  };
  const parcels = [...sent, parcel];
  const until = plus(now, autoReceiveMs);
  const next = isLast
    ? advance(order, 'ship', by, now, { parcels, auto_receive_at: until, due_at: until })
    : advance(order, 'ship-part', by, now, { parcels });
  return {
    order: next,
    facts: isLast ? [parcelFact(next, parcel), shippedFact(next, parcel)] : [parcelFact(next, parcel)],
  };
}

const parcelFact = (order: Order, { parcel_id, carrier, tracking_number, lines, shipped_at }: Parcel): Fact =>
  fact(ParcelShipped, {
    ...headOf(order),
    parcelId: parcel_id,
    carrier,
    trackingNumber: tracking_number,
    lines: lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity })),
    shippedAt: shipped_at.toISOString(),
  });

const shippedFact = (order: Order, { carrier, tracking_number, shipped_at }: Parcel): Fact =>
  fact(OrderShipped, {
    ...headOf(order),
    carrier,
    trackingNumber: tracking_number,
    shippedAt: shipped_at.toISOString(),
  });

/** Changes one parcel of an order. Errors: order-not-found, when there is no such parcel. */
function withParcel(order: Order, id: string, change: (parcel: Parcel) => Parcel): Order {
  const parcels = parcelsOf(order);
  const before = parcels.find(({ parcel_id }) => parcel_id === id);
  if (!before) throw new DomainError('order-not-found', `there is no parcel ${id}`);

  const after = change(before);
  if (after === before) return order;
  return { ...order, parcels: parcels.map((one) => (one === before ? after : one)), version: order.version + 1 };
}

const isOver = ({ scans }: Parcel): boolean => scans.some(({ state }) => state === 'delivered' || state === 'returned');

/**
 * What a carrier tells of a parcel, in whatever order and however often it is heard. Once it tells anything, it is asked
 * again only when it has been silent for `askAfterMs`.
 */
export function track(
  order: Order,
  id: string,
  told: { trackingNumber: string; scans: Scan[] },
  askAfterMs: number,
  now: Date,
): Step {
  const facts: Fact[] = [];
  const next = withParcel(order, id, (parcel) => {
    const known = new Set(parcel.scans.map(({ seq }) => seq));
    const fresh = told.scans.filter(
      ({ seq }, index, all) => !known.has(seq) && all.findIndex((one) => one.seq === seq) === index,
    );
    const isNumbered = parcel.tracking_number === told.trackingNumber;
    if (isNumbered && fresh.length === 0) return parcel;

    const scans = [...parcel.scans, ...fresh].toSorted((a, b) => a.seq - b.seq).slice(0, MAX_SCANS);
    const { ask_at: _, asks: __, ...rest } = parcel;
    const delivered = scans.find(({ state }) => state === 'delivered');
    const heard: Parcel = {
      ...rest,
      tracking_number: parcel.tracking_number || told.trackingNumber,
      scans,
      ...(delivered ? { delivered_at: delivered.at } : {}),
    };
    return isOver(heard) ? heard : { ...heard, ask_at: plus(now, askAfterMs) };
  });
  if (next === order) return unchanged(order);

  const before = parcelsOf(order).find(({ parcel_id }) => parcel_id === id);
  const after = parcelsOf(next).find(({ parcel_id }) => parcel_id === id);
  if (after?.delivered_at && !before?.delivered_at) facts.push(deliveredFact(next, id, after.delivered_at));
  return { order: next, facts };
}

const deliveredFact = (order: Order, parcelId: string, at: Date): Fact =>
  fact(ParcelDelivered, { ...headOf(order), parcelId, deliveredAt: at.toISOString() });

/** Longest pause between two times that a carrier is asked in vain: 6 hours. */
const MAX_PAUSE_MS = 6 * 60 * 60_000;

/**
 * Takes a parcel that is due to be asked about for the caller: whoever else looks finds it due again only after a pause
 * that doubles each time, so that a lost attempt is repeated. Unchanged when it is not due. An order that is over is
 * asked about no more.
 */
export function claimAsk(order: Order, id: string, pauseMs: number, now: Date): Step {
  const next = withParcel(order, id, (parcel) => {
    if (!parcel.ask_at || parcel.ask_at > now) return parcel;
    if (order.state === 'completed' || order.state === 'closed') return { ...parcel, ask_at: undefined };
    const asks = (parcel.asks ?? 0) + 1;
    return { ...parcel, asks, ask_at: plus(now, Math.min(pauseMs * 2 ** (asks - 1), MAX_PAUSE_MS)) };
  });
  return next === order ? unchanged(order) : { order: next, facts: [] };
}
