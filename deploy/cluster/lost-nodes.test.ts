import { describe, expect, it } from 'vitest';
import { lostSince } from './lost-nodes.ts';

describe('pods that lost their node', () => {
  it('are counted from the second in which the watch began', () => {
    const events = [
      { reason: 'NodeNotReady', lastTimestamp: '2026-11-26T09:31:53Z' },
      { reason: 'NodeNotReady', lastTimestamp: '2026-11-26T09:31:54Z' },
      { reason: 'NodeNotReady', lastTimestamp: null },
      { reason: 'Scheduled', lastTimestamp: '2026-11-26T09:31:55Z' },
    ];
    expect(lostSince(events, new Date('2026-11-26T09:31:54.700Z'))).toBe(1);
  });
});
