import { describe, expect, it } from 'vitest';
import { reasonOf } from './need.ts';

describe('why something cannot be reached', () => {
  it('is one line without a stack', () => {
    const error = new Error('connect\n  ECONNREFUSED 127.0.0.1:1');
    expect(reasonOf(error)).toBe('connect ECONNREFUSED 127.0.0.1:1');
  });

  it('is told by the first of the addresses that were tried', () => {
    expect(reasonOf(new AggregateError([new Error('connect ECONNREFUSED ::1:1'), new Error('other')]))).toBe(
      'connect ECONNREFUSED ::1:1',
    );
  });

  it('names no user and no password', () => {
    expect(reasonOf(new Error('cannot open mongodb://shop:hush@db.test/?w=1'))).toBe(
      'cannot open mongodb://db.test/?w=1',
    );
  });

  it('has an end', () => {
    expect(reasonOf(new Error('x'.repeat(5000)))).toHaveLength(200);
    expect(reasonOf(new TypeError())).toBe('TypeError');
  });
});
