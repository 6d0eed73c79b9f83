import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admittedAt, type Pace, standingAt, turnsBy } from './turns.ts';

const NOON = Date.parse('2026-06-01T12:00:00Z');
const fivePerSecond: Pace = { startsAt: NOON, admitPerSecond: 5 };
const paces = fc.record({
  startsAt: fc.integer({ min: NOON, max: NOON + 10_000 }),
  admitPerSecond: fc.integer({ min: 1, max: 100_000 }),
});
const turns = fc.nat({ max: 10_000_000 });
const times = fc.integer({ min: NOON - 100_000, max: NOON + 1_000_000 });

describe('turns', () => {
  it('come so many each second, from the start on', () => {
    const cameAfter = [0, 4, 5, 9, 10].map((turn) => admittedAt(fivePerSecond, turn) - NOON);
    expect(cameAfter).toEqual([0, 0, 1000, 1000, 2000]);
  });

  it('never come before the start, nor a second late', () => {
    fc.assert(
      fc.property(paces, (pace) => {
        const late = admittedAt(pace, 0) - pace.startsAt;
        expect(late >= 0 && late < 1000).toBe(true);
      }),
    );
  });

  it('have come exactly when they are counted as come', () => {
    fc.assert(
      fc.property(paces, turns, times, (pace, turn, now) => {
        expect(turn < turnsBy(pace, now)).toBe(admittedAt(pace, turn) <= now);
      }),
    );
  });

  it('are never ahead of the pace by more than one second of it', () => {
    fc.assert(
      fc.property(paces, times, fc.nat({ max: 1_000_000 }), (pace, from, ms) => {
        const come = turnsBy(pace, from + ms) - turnsBy(pace, from);
        expect(come).toBeLessThanOrEqual((pace.admitPerSecond * ms) / 1000 + pace.admitPerSecond);
      }),
    );
  });
});

describe('how somebody stands', () => {
  const place = { turn: 12, position: 13 };

  it('is told before the start, while others go first, and when the turn has come', () => {
    const at = (ms: number) => standingAt(fivePerSecond, place, NOON + ms);
    expect(at(-60_000)).toEqual({ position: 13, ahead: 12, estimateSeconds: 62, admitted: false });
    expect(at(0)).toEqual({ position: 13, ahead: 7, estimateSeconds: 2, admitted: false });
    expect(at(1999)).toEqual({ position: 13, ahead: 2, estimateSeconds: 1, admitted: false });
    expect(at(2000)).toEqual({ position: 13, ahead: 0, estimateSeconds: 0, admitted: true });
  });

  it('only ever gets better', () => {
    fc.assert(
      fc.property(paces, turns, times, fc.nat({ max: 100_000 }), (pace, turn, now, later) => {
        const [before, after] = [now, now + later].map((time) => standingAt(pace, { turn, position: 1 }, time));
        expect(after?.ahead).toBeLessThanOrEqual(before?.ahead ?? 0);
        expect(after?.estimateSeconds).toBeLessThanOrEqual(before?.estimateSeconds ?? 0);
      }),
    );
  });
});
