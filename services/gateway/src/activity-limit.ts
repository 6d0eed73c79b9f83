import type { Clock } from '@social/runtime/clock';
import type { SeatHolder, Subject } from './platform.ts';
import type { TokenBuckets } from './token-bucket.ts';

/** Most groups whose activity is remembered. */
const MOST = 100_000;

/**
 * One token of an activity's bucket for each join and opening that goes behind, so that one sale does not take what all
 * the others live on. A group whose activity is not known here yet has a bucket of its own.
 * Errors: rate-limited; those of the holder.
 */
export function limitActivities(holder: SeatHolder, activities: TokenBuckets, clock: Clock): SeatHolder {
  const activityOf = new Map<string, string>();
  const bucketOf = ({ activityId, groupId = '' }: Subject) => activityId || activityOf.get(groupId) || groupId;

  return {
    shed: (subject) => activities.refusal(bucketOf(subject), clock.now().getTime()) ?? holder.shed(subject),
    holdSeat: async (wish) => {
      activities.take(bucketOf(wish), clock.now().getTime());

      const seat = await holder.holdSeat(wish);
      if (activityOf.size >= MOST) activityOf.delete(activityOf.keys().next().value ?? '');
      activityOf.set(seat.groupId, seat.activityId);
      return seat;
    },
  };
}
