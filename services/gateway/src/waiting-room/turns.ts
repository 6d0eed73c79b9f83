/** How a room lets people in: so many each second, from `startsAt` (ms) on. */
export type Pace = { startsAt: number; admitPerSecond: number };

/**
 * Where somebody stands for good. `position` counts the people, from 1; `turn` counts what the pace gives out, from 0,
 * and runs past turns that nobody was there to take.
 */
export type Place = { turn: number; position: number };

/** What somebody in line is told; `ahead` are those whose turn comes earlier and has not come yet. */
export type Standing = { position: number; ahead: number; estimateSeconds: number; admitted: boolean };

/** The second (since 1970) with which admission begins: the first whole one from the start on. */
export const firstSecond = ({ startsAt }: Pace): number => Math.ceil(startsAt / 1000);

/** When a turn comes, in ms: `admitPerSecond` turns come with each second. */
export const admittedAt = (pace: Pace, turn: number): number =>
  (firstSecond(pace) + Math.floor(turn / pace.admitPerSecond)) * 1000;

/** How many turns have come by `now` (ms), taken or not. */
export const turnsBy = (pace: Pace, now: number): number =>
  Math.max(0, (Math.floor(now / 1000) - firstSecond(pace) + 1) * pace.admitPerSecond);

/** How somebody stands at `now` (ms). */
export function standingAt(pace: Pace, { turn, position }: Place, now: number): Standing {
  const left = admittedAt(pace, turn) - now;
  return {
    position,
    ahead: Math.max(0, turn - turnsBy(pace, now)),
    estimateSeconds: Math.max(0, Math.ceil(left / 1000)),
    admitted: left <= 0,
  };
}
