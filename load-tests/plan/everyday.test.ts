import { describe, expect, it } from 'vitest';
import { everydayOf } from './everyday.ts';

const CHART = `
global: { kafka: { brokers: "", partitions: 6 } }
orders: { enabled: true, autoscaling: { min: 2, max: 6 } }
tools: { jobs: {} }
`;

describe('everyday, as the values tell it', () => {
  it('is what the chart says where no profile says otherwise', () => {
    expect(everydayOf([CHART])).toMatchObject({ partitions: 6, pods: { orders: { min: 2, max: 6 } } });
  });

  it('is what the last file says, key by key', () => {
    const profile = 'orders: { autoscaling: { max: 12 } }\nglobal: { kafka: { partitions: 24 } }';
    expect(everydayOf([CHART, profile, ''])).toMatchObject({ partitions: 24, pods: { orders: { min: 2, max: 12 } } });
  });

  it('refuses a number of pods that is none', () => {
    expect(() => everydayOf(['orders: { autoscaling: { max: many } }'])).toThrow();
  });
});
