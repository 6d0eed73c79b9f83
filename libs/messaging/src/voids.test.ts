import { describe, expect, it } from 'vitest';
import { mergeVoids, type VoidRange, voidsIn } from './voids.ts';

const range = (from: number, to: number, over: Partial<VoidRange> = {}): VoidRange => ({
  ...{ topic: 'orders.order.v1', partition: 2, from, to },
  ...over,
});

describe('what is void', () => {
  it('is told by topic, partition and offset; the end of a range counts', () => {
    const isVoid = voidsIn([range(3, 5), range(9, 10)]);
    const at = (offset: number) => isVoid({ topic: 'orders.order.v1', partition: 2, offset });

    expect([2, 3, 4, 5, 8, 9, 10].filter(at)).toEqual([3, 4, 9]);
    expect(isVoid({ topic: 'orders.order.v1', partition: 1, offset: 3 })).toBe(false);
    expect(isVoid({ topic: 'payments.intent.v1', partition: 2, offset: 3 })).toBe(false);
  });

  it('is kept as few ranges as it can be', () => {
    const ranges = [range(8, 9), range(3, 5), range(5, 6), range(4, 5), range(7, 7), range(1, 2, { partition: 1 })];

    expect(mergeVoids(ranges)).toEqual([range(1, 2, { partition: 1 }), range(3, 6), range(8, 9)]);
  });
});
