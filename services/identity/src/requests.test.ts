import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestRecord, recordOf, remember, repeatOf } from './requests.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const KEY = { id: 'r1', bodyHash: 'h1' };

describe('a repeated request', () => {
  it('finds its first answer', () => {
    const records = remember([], recordOf(KEY, { name: '林' }, NOON));
    expect(repeatOf(records, KEY)).toMatchObject({ answer: '{"name":"林"}' });
  });

  it('is new without a key, and for a key that did not come yet', () => {
    const records = remember([], recordOf(KEY, 1, NOON));
    expect(repeatOf(records, undefined)).toBeUndefined();
    expect(repeatOf(records, { ...KEY, id: 'r2' })).toBeUndefined();
    expect(recordOf(undefined, 1, NOON)).toBeUndefined();
  });

  it('with another body is refused', () => {
    const records = remember([], recordOf(KEY, 1, NOON));
    expect(() => repeatOf(records, { ...KEY, bodyHash: 'h2' })).toThrow('with another body');
  });

  it('is remembered among the last twenty', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid()), (ids) => {
        const kept = ids.reduce<RequestRecord[]>((all, id) => remember(all, recordOf({ ...KEY, id }, 1, NOON)), []);
        expect(kept.map(({ id }) => id)).toEqual(ids.slice(-20));
      }),
    );
  });
});
