import { describe, expect, it } from 'vitest';
import { extremesOf, sampleOf, told } from './availability.ts';

const samples = (...lines: string[]) => lines.flatMap((line) => sampleOf(line) ?? []);

describe('what a rollout promises', () => {
  it('reads a Deployment as the stream tells it', () => {
    expect(sampleOf('orders 10 12 9 25% 25%')).toEqual({
      name: 'orders',
      wanted: 10,
      total: 12,
      available: 9,
      maxUnavailable: 2,
    });
    expect(sampleOf('orders 3   0 1')).toMatchObject({ total: 0, available: 0, maxUnavailable: 0 });
    expect(sampleOf('')).toBeUndefined();
  });

  it('is kept when pods come before others go', () => {
    const extremes = extremesOf(samples('orders 3 3 3 0 1', 'orders 3 4 3 0 1', 'orders 3 3 3 0 1'));
    expect(extremes).toEqual([{ name: 'orders', wanted: 3, fewest: 3, most: 4 }]);
    expect(told(extremes)).toBe('never fewer pods available than wanted, in 1 Deployments');
  });

  it('is broken by one pod too few, at whatever moment', () => {
    expect(() => extremesOf(samples('orders 3 3 3 0 1', 'orders 3 3 2 0 1', 'orders 3 3 3 0 1'))).toThrow(
      'orders: 2 available, at least 3 promised',
    );
  });

  it('does not miss what an autoscaler has only just asked for', () => {
    expect(extremesOf(samples('orders 3 3 3 0 1', 'orders 6 3 3 0 1', 'orders 6 6 6 0 1'))).toHaveLength(1);
    expect(extremesOf(samples('orders 6 6 6 0 1', 'orders 3 6 6 0 1', 'orders 3 3 3 0 1'))).toHaveLength(1);
  });

  it('tells which came short of what was wanted', () => {
    expect(told(extremesOf(samples('orders 4 4 4 1 0', 'orders 4 4 3 1 0', 'media 2 2 2 0 1')))).toBe(
      'fewest available: orders 3 of 4',
    );
  });
});
