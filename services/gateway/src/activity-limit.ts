import type { Clock } from '@social/runtime/clock';
import type { Platform } from './platform.ts';
import type { TokenBuckets } from './token-bucket.ts';

/** Most groups whose activity is remembered. */
const MOST = 100_000;

/**
 * One token of an activity's bucket for each join and opening that goes behind, so that one sale does not take what all
 * the others live on. A group whose activity is not known here yet has a bucket of its own.
 * Errors: rate-limited; those of `holdSeat`.
 */
export function limitActivities(
  holdSeat: Platform['holdSeat'],
  activities: TokenBuckets,
  clock: Clock,
): Platform['holdSeat'] {
  const activityOf = new Map<string, string>();

  return async (wish) => {
    const { groupId = '' } = wish;
    activities.take(wish.activityId || activityOf.get(groupId) || groupId, clock.now().getTime());

    const seat = await holdSeat(wish);
    if (activityOf.size >= MOST) activityOf.delete(activityOf.keys().next().value ?? '');
    activityOf.set(seat.groupId, seat.activityId);
    return seat;
  };
}
