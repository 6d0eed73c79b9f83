import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Platform } from './platform.ts';

/** Most activities that are remembered as not open yet. */
const MOST = 10_000;

export type NotOpen = {
  holdSeat: Platform['holdSeat'];
  foresee: Platform['foresee'];
  /** Forgets the activities that the tags of a change name. */
  drop: (tags: string[]) => void;
};

/**
 * Answers those who come before the start of an activity by itself once group-buy has told when it starts, so that the
 * crowd that waits for the minute costs nobody behind. By our clock it is asked again from then on, or when the activity
 * has changed (it may have been ended).
 * Errors: activity-not-open, with the time until the start; those of `holdSeat`.
 */
export function untilOpen(holdSeat: Platform['holdSeat'], clock: Clock): NotOpen {
  const starts = new Map<string, number>();

  const remember = (activityId: string, startsAt: number) => {
    if (starts.size >= MOST) starts.delete(starts.keys().next().value ?? '');
    starts.set(activityId, startsAt);
  };
  const notOpenFor = (activityId: string): number => {
    const left = (starts.get(activityId) ?? 0) - clock.now().getTime();
    if (left <= 0) starts.delete(activityId);
    return left;
  };

  const foresee: Platform['foresee'] = ({ activityId }) => {
    if (!activityId) return;

    const retryAfterMs = notOpenFor(activityId);
    if (retryAfterMs > 0) throw new DomainError('activity-not-open', undefined, { retryAfterMs });
  };
  const held: Platform['holdSeat'] = async (wish) => {
    const { activityId } = wish;
    if (!activityId) return holdSeat(wish);

    foresee(wish);
    try {
      return await holdSeat(wish);
    } catch (error) {
      const refusedFor =
        error instanceof DomainError && error.code === 'activity-not-open' ? error.details.retryAfterMs : undefined;
      if (refusedFor) remember(activityId, clock.now().getTime() + refusedFor);
      throw error;
    }
  };
  return {
    holdSeat: held,
    foresee,
    drop: (tags) => {
      for (const tag of tags) if (tag.startsWith('activity:')) starts.delete(tag.slice('activity:'.length));
    },
  };
}
