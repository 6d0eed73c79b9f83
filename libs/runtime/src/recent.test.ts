import { describe, expect, it } from 'vitest';
import { createRecent } from './recent.ts';

describe('what was used lately', () => {
  it('stays, and what was not goes', () => {
    const recent = createRecent<number>(2);
    recent.set('ann', 1);
    for (const key of ['bob', 'cai', 'dan', 'eve', 'fay']) {
      expect(recent.get('ann')).toBe(1);
      recent.set(key, 2);
    }
    expect(recent.get('ann')).toBe(1);
    expect(recent.get('bob')).toBeUndefined();
  });

  it('is forgotten when it is no longer true, in whichever half it is', () => {
    const recent = createRecent<number>(1);
    recent.set('ann', 1);
    recent.set('bob', 2);
    recent.forget('ann');
    recent.forget('bob');
    expect([recent.get('ann'), recent.get('bob')]).toEqual([undefined, undefined]);
  });

  it('is all forgotten when it is cleared', () => {
    const recent = createRecent<number>(2);
    recent.set('ann', 1);
    recent.clear();
    expect(recent.get('ann')).toBeUndefined();
  });
});
