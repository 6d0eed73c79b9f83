import { describe, expect, it } from 'vitest';
import { laidOver, planValues } from './values.ts';

describe('values laid over others', () => {
  it('go key by key, and lists are replaced whole', () => {
    const below = { orders: { autoscaling: { min: 2, max: 6 }, args: ['a', 'b'] }, media: { replicas: 1 } };
    expect(laidOver(below, { orders: { autoscaling: { min: 9 }, args: ['c'] } })).toEqual({
      orders: { autoscaling: { min: 9, max: 6 }, args: ['c'] },
      media: { replicas: 1 },
    });
  });
});

describe('the plan at scale', () => {
  it('has a partition for every consumer, so that none is allowed to idle', () => {
    const values = planValues(100_000);
    expect(values).toMatchObject({ global: { kafka: { partitions: 120 } }, gateway: { autoscaling: { min: 34 } } });
    expect(JSON.stringify(values)).not.toContain('morePodsThanPartitions');
  });
});
