/** How many checks passed and failed, and a line or two on each that failed. */
export interface Outcome {
  passed: number;
  failed: number;
  failures: string[];
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/**
 * Counts a vitest run: its tests, and each file that failed before a test of it ran as one failure.
 * A run that ended in error with nothing else to show (no tests, no report) is one failure.
 */
export function readVitestReport(json: string | undefined, exitCode: number): Outcome {
  if (json === undefined) return { passed: 0, failed: 1, failures: ['a run of tests left no report'] };

  const report: VitestReport = JSON.parse(json);
  const failures = report.testResults.flatMap(failuresOf);
  const failed = Math.max(failures.length, report.numFailedTests);
  if (failed === 0 && exitCode !== 0) {
    const unsaid = `a run of tests ended with ${exitCode}, though no test failed: see its output above`;
    return { passed: report.numPassedTests, failed: 1, failures: [unsaid] };
  }
  return { passed: report.numPassedTests, failed, failures };
}

/** Which tests of a file failed and how; the file itself, where no test of it ran. */
function failuresOf({ name, status, message = '', assertionResults }: VitestReport['testResults'][number]): string[] {
  if (status === 'failed' && assertionResults.length === 0) return [`${name}\n${firstLines(message)}`];

  return assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `${name} > ${fullName}\n${firstLines(failureMessages?.join('\n') ?? '')}`);
}

const firstLines = (message: string): string =>
  message
    .split('\n')
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n');

/** All checks together. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/** The last line of `make test`, which continuous integration reads. */
export function closingLine({ passed, failed }: Pick<Outcome, 'passed' | 'failed'>): string {
  return `${passed} passed, ${failed} failed`;
}
