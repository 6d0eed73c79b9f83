import { describe, expect, it } from 'vitest';
import { isKey } from './objects.ts';

describe('a key', () => {
  it.each(['a', 'a/b-c_d', 'incoming/upl_0198-a', 'orders/2026/ord_1.0a.ndjson.gz'])('is %s', (text) =>
    expect(isKey(text)).toBe(true),
  );

  it.each(['../x', 'a/../b', '/a', 'a//b', 'a/', '', '.', '..', 'a/.b', 'a b', 'a\\b', 'a\0', 'a%2e', 'a..b', 'a.'])(
    'is not %j',
    (text) => expect(isKey(text)).toBe(false),
  );
});
