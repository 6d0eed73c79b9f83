/** How many checks passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Counts a vitest run: its tests, and each file that failed before a test of it ran as one failure.
 * A run that ended in error with nothing else to show (no tests, no report) is one failure.
 */
export function readVitestReport(json: string | undefined, exitCode: number): Outcome {
  if (json === undefined) return { passed: 0, failed: 1 };

  const report: VitestReport = JSON.parse(json);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** All checks together. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The last line of `make test`, which continuous integration reads. */
export function closingLine({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`;
}
