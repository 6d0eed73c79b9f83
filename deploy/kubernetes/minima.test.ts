import { describe, expect, it } from 'vitest';
import { minimaFrom } from './minima.ts';

describe('the fewest pods of a campaign', () => {
  it('are read by the autoscaler’s name', () => {
    expect(minimaFrom('{"shop-gateway":34,"shop-orders":9}')).toEqual({ 'shop-gateway': 34, 'shop-orders': 9 });
  });

  it.each(['{"shop-gateway":0}', '{"shop-gateway":"34"}', '{"shop-gateway":1.5}', '[3]', '7'])('refuses %s', (json) => {
    expect(() => minimaFrom(json)).toThrow(RangeError);
  });
});
