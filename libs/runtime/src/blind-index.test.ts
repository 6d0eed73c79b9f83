import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { areShared, blindIndex } from './blind-index.ts';

const [OLD, NEW] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
const PHONE = '13812345678';

describe('a blind index', () => {
  it('is stable for a value and differs by key and by value', () => {
    const [one, other] = [blindIndex([OLD]), blindIndex([NEW])];
    expect(one.first(PHONE)).toBe(one.first(PHONE));
    expect(one.first(PHONE)).not.toBe(one.first('13812345679'));
    expect(one.first(PHONE)).not.toBe(other.first(PHONE));
  });

  it('puts a value under every key while they change, so that those who know one of them meet', () => {
    const changing = blindIndex([NEW, OLD]).of(PHONE);
    expect(changing).toEqual([blindIndex([NEW]).first(PHONE), blindIndex([OLD]).first(PHONE)]);
  });

  it('names its keys in whatever order they are given', () => {
    const [before, changing, after] = [blindIndex([OLD]), blindIndex([NEW, OLD]), blindIndex([NEW])];
    expect(changing.keyIds).toBe(blindIndex([OLD, NEW]).keyIds);
    expect(areShared(before.keyIds, changing.keyIds)).toBe(true);
    expect(areShared(changing.keyIds, after.keyIds)).toBe(true);
    expect(areShared(before.keyIds, after.keyIds)).toBe(false);
  });
});
