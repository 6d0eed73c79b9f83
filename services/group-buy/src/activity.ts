import { DomainError } from '@social/contracts/errors';

/** How many of those who wait in line may try each second, from the start of the activity on. */
export type WaitingRoom = { admitPerSecond: number };

/** A merchant's offer: this SKU at this price for groups of this size. Amounts in minor units. */
export type Activity = {
  id: string;
  merchantId: string;
  skuId: string;
  productId: string;
  title: string;
  picture: string;
  optionValues: string[];
  currency: string;
  listAmount: number;
  groupAmount: number;
  /** Seats of a group, 2–100. */
  groupSize: number;
  /** Seconds that a group has to fill. */
  fillSeconds: number;
  /** Units set aside from the SKU's stock. */
  stock: number;
  /** Units one person may have in this activity, and in one order. */
  limitPerPerson: number;
  limitPerOrder: number;
  /** Seconds to pay for a held seat. */
  paySeconds: number;
  startsAt: Date;
  endsAt: Date;
  /** Absent: nobody waits in line. Kept by the gateways. */
  waitingRoom?: WaitingRoom;
  /** Set when the merchant or an operator ended it early. */
  endedAt?: Date;
  version: number;
};

export type ActivityState = 'scheduled' | 'open' | 'ended';

/** Where an activity stands now; the server's clock decides. */
export function stateOf(activity: Activity, now: Date): ActivityState {
  if (activity.endedAt || now >= activity.endsAt) return 'ended';

  return now < activity.startsAt ? 'scheduled' : 'open';
}

/** Errors: activity-not-open, activity-ended; a new group can be opened only while the activity is open. */
export function requireOpen(activity: Activity, now: Date): void {
  const state = stateOf(activity, now);
  if (state === 'ended') throw new DomainError('activity-ended');
  if (state === 'open') return;

  const retryAfterMs = activity.startsAt.getTime() - now.getTime();
  throw new DomainError('activity-not-open', undefined, { retryAfterMs });
}

/** Errors: purchase-limit, quantity-invalid. */
export function requireQuantity(activity: Activity, quantity: number): void {
  if (!Number.isInteger(quantity) || quantity < 1) throw new DomainError('quantity-invalid');
  if (quantity > activity.limitPerOrder) {
    throw new DomainError('purchase-limit', `one order takes at most ${activity.limitPerOrder}`);
  }
}

/** Furthest end of an activity from now; seat counters live a little longer. */
export const LATEST_END_MS = 90 * 86_400_000;

const within = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;

/** Errors: activity-invalid, naming what contradicts. */
export function requireSound(activity: Omit<Activity, 'id' | 'version'>, now: Date): void {
  const faults = [
    !within(activity.groupSize, 2, 100) && 'a group has 2 to 100 seats',
    !within(activity.groupAmount, 1, activity.listAmount - 1) && 'the group price lies below the list price',
    !within(activity.stock, activity.groupSize, 10_000_000) && 'the stock makes at least one group',
    !within(activity.limitPerPerson, 1, 999) && 'one person may buy 1 to 999',
    !within(activity.limitPerOrder, 1, activity.limitPerPerson) && 'one order takes at most what one person may buy',
    !within(activity.fillSeconds, 5, 7 * 86_400) && 'a group has 5 seconds to 7 days to fill',
    !within(activity.paySeconds, 5, 86_400) && 'a member has 5 seconds to 1 day to pay',
    activity.waitingRoom &&
      !within(activity.waitingRoom.admitPerSecond, 1, 100_000) &&
      'a waiting room admits 1 to 100,000 a second',
    activity.endsAt <= activity.startsAt && 'the activity ends after it starts',
    activity.endsAt <= now && 'the activity ends in the future',
    activity.endsAt.getTime() > now.getTime() + LATEST_END_MS && 'the activity ends within 90 days',
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new DomainError('activity-invalid', faults.join('; '));
}

/** When nothing of an ended activity can change any more, so that unsold stock may go back. */
export function settlesAt(activity: Activity, graceMs: number): Date {
  const end = activity.endedAt ?? activity.endsAt;
  const fill = activity.endedAt ? 0 : activity.fillSeconds * 1000;
  return new Date(end.getTime() + fill + activity.paySeconds * 1000 + 2 * graceMs);
}
