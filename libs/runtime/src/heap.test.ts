import { describe, expect, it } from 'vitest';
import { heapAfterCollection } from './heap.ts';

const MB = 1_000_000;
const someMegabytes = () => Array.from({ length: 20 }, (_, index) => new Array<number>(MB / 8).fill(index));

describe('the heap after a collection', () => {
  it('holds what is still in use, and nothing of what is not', () => {
    const before = heapAfterCollection();
    const held = { numbers: someMegabytes() };
    expect(heapAfterCollection() - before).toBeGreaterThan(10 * MB);

    held.numbers = [];
    expect(heapAfterCollection() - before).toBeLessThan(5 * MB);
  });
});
