import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeIn, codesFrom } from './one-time-codes.ts';

describe("a one-time code in identity's log", () => {
  const line = '{"phone_masked":"139****0001","purpose":"register","code":"123456","msg":"development one-time code"}';

  it('is found by its phone', () => {
    expect(codeIn(line, '13911110001')).toBe('123456');
  });

  it("is not taken for another phone's", () => {
    expect(codeIn(line, '13911110002')).toBeUndefined();
    expect(codeIn('{"msg":"ready"}', '13911110001')).toBeUndefined();
  });

  it('is awaited in the logs of all replicas, whichever of them sends it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codes-'));
    const logs = ['identity.log', 'identity-2.log'].map((name) => join(folder, name));
    const [, second = ''] = logs;
    writeFileSync(second, `${line.replace('123456', '111111')}\n`);
    const code = codesFrom(logs, '13911110001');
    appendFileSync(second, `${line}\n`);
    expect(await code()).toBe('123456');
    rmSync(folder, { recursive: true });
  });
});
