import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOutcomes, closingLine, readOutcome } from './test-report.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the closing line of the tests', () => {
  it('adds up all runs', () => {
    const runs = [
      { passed: 7, failed: 0, failures: [] },
      { passed: 3, failed: 2, failures: ['a', 'b'] },
      { passed: 1, failed: 0, failures: [] },
    ];
    expect(closingLine(addOutcomes(runs))).toBe('11 passed, 2 failed');
  });

  it('counts a run that failed without a failed test, or left no report, as a failure', () => {
    const clean = JSON.stringify({ passed: 7, failed: 0, failures: [] });
    expect(readOutcome(clean, 0)).toMatchObject({ passed: 7, failed: 0 });
    expect(readOutcome(clean, 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(readOutcome(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('what is left of a run of vitest', { timeout: 60_000 }, () => {
  let folder: string;
  // Inside of the project, where `vitest` is found.
  beforeAll(() => {
    mkdirSync(join(ROOT, '.local/test'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.local/test/report-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function outcomeOf(source: string) {
    writeFileSync(join(folder, 'a.test.ts'), `import { beforeAll, describe, expect, it } from 'vitest';\n${source}`);
    const file = join(folder, 'outcome.json');
    rmSync(file, { force: true });
    const run = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--root', folder, `--reporter=${join(ROOT, 'deploy/local/test-report.ts')}`],
      ],
      { env: { PATH: process.env.PATH, TEST_OUTCOME: file }, encoding: 'utf8' },
    );
    return readOutcome(existsSync(file) ? readFileSync(file, 'utf8') : undefined, run.status ?? 1);
  }

  it('is each failed test with the beginning of what it said', () => {
    const { passed, failed, failures } = outcomeOf(`
      describe('a sum', () => {
        it('is right', () => expect(3).toBe(3));
        it('adds up', () => expect(3).toBe(4));
      });`);
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
    expect(failures[0]).toMatch(/^a\.test\.ts > a sum > adds up\n {4}.*expected 3 to be 4/);
    expect(failures[0]?.split('\n').length).toBeLessThan(10);
  });

  it('is a file that could not be loaded', () => {
    const { failures } = outcomeOf(`import './no-such-file.ts'; it('runs', () => {});`);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/^a\.test\.ts\n.*no-such-file/);
  });

  it('is a set-up that failed, for which no test ran', () => {
    const { passed, failures } = outcomeOf(`
      describe('a shop', () => {
        beforeAll(() => { throw new Error('the shop is closed'); });
        it('sells', () => {});
      });`);
    expect(passed).toBe(0);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/^a\.test\.ts > a shop\n {4}.*the shop is closed/);
  });

  it('is an error that nobody caught', () => {
    const { passed, failures } = outcomeOf(`
      it('sells', () => {
        Promise.reject(new Error('a line went dead'));
      });`);
    expect(passed).toBe(1);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/^an error that nobody caught\n {4}.*a line went dead/);
  });
});
