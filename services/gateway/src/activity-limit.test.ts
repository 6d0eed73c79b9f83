import { turnableClock } from '@social/testkit/clock';
import { describe, expect, it } from 'vitest';
import { limitActivities } from './activity-limit.ts';
import type { SeatHolder } from './platform.ts';
import { createTokenBuckets } from './token-bucket.ts';

const LIMITED = expect.objectContaining({ code: 'rate-limited', details: { retryAfterMs: expect.any(Number) } });

/** Two a second, four at once; each group `grp_<activity>_…` belongs to its activity. */
function aGateway() {
  const clock = turnableClock();
  const buckets = createTokenBuckets({ rate: 2, burst: 4 });
  const holder: SeatHolder = {
    holdSeat: async ({ activityId, groupId }) =>
      ({ groupId: groupId || `grp_${activityId}_new`, activityId: activityId || groupId?.split('_')[1] }) as never,
    shed: () => undefined,
  };
  return { clock, ...limitActivities(holder, buckets, clock) };
}

describe('the limit of an activity', () => {
  it('counts openings and joins of its groups together, and leaves other activities alone', async () => {
    const { clock, holdSeat } = aGateway();
    await holdSeat({ activityId: 'a' });
    for (let one = 0; one < 3; one++) await holdSeat({ groupId: 'grp_a_new' });
    await expect(holdSeat({ groupId: 'grp_a_new' })).rejects.toThrow(LIMITED);
    await expect(holdSeat({ activityId: 'a' })).rejects.toThrow(LIMITED);
    await holdSeat({ activityId: 'b' });
    clock.turn(500);
    await holdSeat({ activityId: 'a' });
  });

  it('turns away beforehand whom it would refuse, and counts nobody for it', async () => {
    const { clock, holdSeat, shed } = aGateway();
    for (let one = 0; one < 9; one++) shed({ activityId: 'a' });
    for (let one = 0; one < 4; one++) await holdSeat({ activityId: 'a' });
    expect(shed({ activityId: 'a' })).toEqual(LIMITED);
    expect(shed({ groupId: 'grp_a_new' })).toEqual(LIMITED);
    expect(shed({ activityId: 'b' })).toBeUndefined();
    clock.turn(500);
    expect(shed({ activityId: 'a' })).toBeUndefined();
  });
});
