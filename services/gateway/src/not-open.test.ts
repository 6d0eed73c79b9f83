import { DomainError } from '@social/contracts/errors';
import { turnableClock } from '@social/testkit/clock';
import { describe, expect, it } from 'vitest';
import { untilOpen } from './not-open.ts';

const SEAT = { groupId: 'grp_1' } as never;

/** An activity that opens a minute from now, and a count of how often group-buy was asked. */
function aSaleInAMinute() {
  const clock = turnableClock();
  const startsAt = clock.now().getTime() + 60_000;
  const world = { asked: 0 };
  const { holdSeat, drop } = untilOpen(async () => {
    world.asked++;
    const retryAfterMs = startsAt - clock.now().getTime();
    if (retryAfterMs > 0) throw new DomainError('activity-not-open', undefined, { retryAfterMs });
    return SEAT;
  }, clock);
  return { clock, world, holdSeat, drop };
}

const notOpenFor = (retryAfterMs: number) =>
  expect.objectContaining({ code: 'activity-not-open', details: { retryAfterMs } });

describe('an activity that has not started', () => {
  it('is asked for once; everyone hears how long it still takes', async () => {
    const { clock, world, holdSeat } = aSaleInAMinute();
    await expect(holdSeat({ activityId: 'act_1' })).rejects.toThrow(notOpenFor(60_000));
    clock.turn(59_000);
    for (let one = 0; one < 10; one++) {
      await expect(holdSeat({ activityId: 'act_1' })).rejects.toThrow(notOpenFor(1000));
    }
    expect(world.asked).toBe(1);
  });

  it('opens in its very millisecond', async () => {
    const { clock, world, holdSeat } = aSaleInAMinute();
    await holdSeat({ activityId: 'act_1' }).catch(() => undefined);
    clock.turn(60_000);
    expect(await holdSeat({ activityId: 'act_1' })).toBe(SEAT);
    expect(world.asked).toBe(2);
  });

  it('is asked again when it has changed', async () => {
    const { world, holdSeat, drop } = aSaleInAMinute();
    await holdSeat({ activityId: 'act_1' }).catch(() => undefined);
    drop(['activities', 'activity:act_1']);
    await holdSeat({ activityId: 'act_1' }).catch(() => undefined);
    expect(world.asked).toBe(2);
  });

  it('keeps nobody from another activity or from a group', async () => {
    const { world, holdSeat } = aSaleInAMinute();
    await holdSeat({ activityId: 'act_1' }).catch(() => undefined);
    await holdSeat({ activityId: 'act_2' }).catch(() => undefined);
    await holdSeat({ groupId: 'grp_1' }).catch(() => undefined);
    expect(world.asked).toBe(3);
  });
});
