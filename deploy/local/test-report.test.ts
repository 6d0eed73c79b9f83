import { describe, expect, it } from 'vitest';
import { addOutcomes, closingLine, readVitestReport } from './test-report.ts';

const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

describe('the closing line of the tests', () => {
  it('adds up all runs', () => {
    const runs = [readVitestReport(report(7, 0), 0), readVitestReport(report(3, 2), 1), { passed: 1, failed: 0 }];
    expect(closingLine(addOutcomes(runs))).toBe('11 passed, 2 failed');
  });

  it('counts a file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(readVitestReport(report(7, 0, [broken]), 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('counts a run that failed without a failed test, or left no report, as a failure', () => {
    expect(readVitestReport(report(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
    expect(readVitestReport(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
