import { describe, expect, it } from 'vitest';
import { idOfHex, lowestIdAt, newId, sameUuid, UUID_BYTES, writeUuid } from './ids.ts';

describe('ids', () => {
  it('name their kind and are UUIDs of version 7', () => {
    expect(newId('ord')).toMatch(/^ord_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort by the time they were made, and none comes twice', () => {
    const ids = Array.from({ length: 5000 }, () => newId('ord'));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are not below the lowest of their time', () => {
    const before = new Date();
    const id = newId('ord');
    expect(lowestIdAt('ord', before) <= id).toBe(true);
    expect(id < lowestIdAt('ord', new Date(Date.now() + 1))).toBe(true);
    expect(lowestIdAt('ord', new Date(0))).toBe('ord_00000000-0000');
  });

  it('go into 16 bytes and come back', () => {
    const id = newId('grp');
    const bytes = Buffer.alloc(UUID_BYTES + 1);
    writeUuid(id, bytes, 1);
    expect(idOfHex('grp', bytes.subarray(1).toString('hex'))).toBe(id);
    expect(sameUuid('ord', id)).toBe(id.replace('grp', 'ord'));
  });

  it('are refused where they are none of ours', () => {
    for (const id of ['', 'grp_1', `grp_${'z'.repeat(32)}`, `${newId('grp')}0`]) {
      expect(() => writeUuid(id, Buffer.alloc(UUID_BYTES), 0), id).toThrow('no id of ours');
    }
  });
});
