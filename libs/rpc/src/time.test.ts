import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTimestamp, toTimestamp } from './time.ts';

describe('times between services', () => {
  it('come back to the millisecond, before 1970 too', () => {
    const dates = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const sent = toTimestamp(date);
        expect(sent.nanos).toBeGreaterThanOrEqual(0);
        expect(sent.nanos).toBeLessThan(1_000_000_000);
        expect(fromTimestamp({ seconds: Number(sent.seconds), nanos: sent.nanos ?? 0 })).toEqual(date);
      }),
    );
  });

  it('stay unset when unset', () => {
    expect(toTimestamp(undefined)).toBeUndefined();
    expect(fromTimestamp(null)).toBeUndefined();
    expect(fromTimestamp(undefined)).toBeUndefined();
  });
});
