import { describe, expect, it } from 'vitest';
import { addOutcomes, closingLine, readVitestReport } from './test-report.ts';

const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

const aFile = (assertionResults: unknown[], status = 'failed') => ({ name: 'a.test.ts', status, assertionResults });
const aTest = (status: string, ...failureMessages: string[]) => ({
  status,
  fullName: 'a sum adds up',
  failureMessages,
});

describe('the closing line of the tests', () => {
  it('adds up all runs', () => {
    const one = aFile([aTest('failed', 'no'), aTest('failed', 'no')]);
    const lint = { passed: 1, failed: 0, failures: [] };
    const runs = [readVitestReport(report(7, 0), 0), readVitestReport(report(3, 2, [one]), 1), lint];
    expect(closingLine(addOutcomes(runs))).toBe('11 passed, 2 failed');
  });

  it('counts a file that could not be loaded', () => {
    const broken = { ...aFile([]), message: 'Cannot find module b.ts' };
    const { passed, failed, failures } = readVitestReport(report(7, 0, [broken]), 1);
    expect({ passed, failed }).toEqual({ passed: 7, failed: 1 });
    expect(failures).toEqual(['a.test.ts\n    Cannot find module b.ts']);
  });

  it('counts a run that failed without a failed test, or left no report, as a failure', () => {
    expect(readVitestReport(report(7, 0), 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(readVitestReport(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is preceded by each failed test with the beginning of what it said', () => {
    const file = aFile([aTest('passed'), aTest('failed', `expected 3 to be 4\n${'at x\n'.repeat(20)}`)]);
    const { failures } = readVitestReport(report(1, 1, [file]), 1);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('a.test.ts > a sum adds up\n    expected 3 to be 4');
    expect(failures[0]?.split('\n')).toHaveLength(9);
  });
});
