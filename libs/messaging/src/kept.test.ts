import { describe, expect, it } from 'vitest';
import { differing, keptIn } from './kept.ts';

describe('a topic', () => {
  it('keeps facts for ever', () => {
    expect(keptIn('orders.order.v1')).toMatchObject({ 'retention.ms': '-1', 'retention.bytes': '-1' });
  });

  it('keeps dead letters for as many days as it is told', () => {
    expect(keptIn('catalog.orders.order.v1.dlq')).toMatchObject({ 'retention.ms': `${90 * 86_400_000}` });
    expect(keptIn('catalog.orders.order.v1.dlq', 7)).toMatchObject({ 'retention.ms': `${7 * 86_400_000}` });
  });

  it('is told of with what would set it right', () => {
    const wanted = keptIn('orders.order.v1');
    expect(differing(wanted, { ...wanted, other: '1' })).toEqual([]);
    expect(differing(wanted, { ...wanted, 'retention.ms': '604800000' })).toEqual(['retention.ms=-1']);
    expect(differing(wanted, {})).toEqual(['retention.ms=-1', 'retention.bytes=-1', 'cleanup.policy=delete']);
  });
});
