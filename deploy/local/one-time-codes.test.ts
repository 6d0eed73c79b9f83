import { describe, expect, it } from 'vitest';
import { codeIn } from './one-time-codes.ts';

describe("a one-time code in identity's log", () => {
  const line = '{"phone_masked":"139****0001","purpose":"register","code":"123456","msg":"development one-time code"}';

  it('is found by its phone', () => {
    expect(codeIn(line, '13911110001')).toBe('123456');
  });

  it("is not taken for another phone's", () => {
    expect(codeIn(line, '13911110002')).toBeUndefined();
    expect(codeIn('{"msg":"ready"}', '13911110001')).toBeUndefined();
  });
});
