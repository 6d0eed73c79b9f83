import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** How many checks passed and failed, and a line or two on each that failed. */
export interface Outcome {
  passed: number;
  failed: number;
  failures: string[];
}

type Errors = readonly { message?: string; stack?: string }[];

/**
 * The reporter that `make test` gives to vitest: leaves the outcome of a run, as JSON, in the file that TEST_OUTCOME names.
 * What failed outside of any test (a set-up, a file that could not be loaded, an error that nobody caught) counts as well.
 */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failures = [
      ...suites.filter((suite) => suite.errors().length > 0).map((suite) => failure(titleOf(suite), suite.errors())),
      ...tests
        .filter((test) => test.result().state === 'failed')
        .map((test) => failure(titleOf(test), test.result().errors ?? [])),
      ...unhandled.map((error) => failure('an error that nobody caught', [error])),
    ];
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const file = process.env.TEST_OUTCOME;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed: failures.length, failures } satisfies Outcome));
  }
}

function titleOf(entity: TestModule | TestSuite | TestCase): string {
  return entity.type === 'module' ? entity.relativeModuleId : `${entity.module.relativeModuleId} > ${entity.fullName}`;
}

/** A stack begins with the message. */
const failure = (title: string, errors: Errors): string =>
  [title, ...errors.flatMap(({ message = '', stack }) => firstLines(stack ?? message))].join('\n');

const firstLines = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 8)
    .map((line) => `    ${line}`);

/**
 * The outcome of one run of vitest, of what its reporter left.
 * A run that ended in error with nothing else to show (no tests, no report) is one failure.
 */
export function readOutcome(json: string | undefined, exitCode: number): Outcome {
  if (json === undefined) return { passed: 0, failed: 1, failures: ['a run of tests left no report'] };

  const outcome: Outcome = JSON.parse(json);
  if (outcome.failed > 0 || exitCode === 0) return outcome;
  const unsaid = `a run of tests ended with ${exitCode}, though no test failed: see its output above`;
  return { passed: outcome.passed, failed: 1, failures: [unsaid] };
}

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
