/**
 * `make test`: every check in turn, on servers of its own; the last line counts what passed and what failed.
 * `test.ts faults`: only the suite that kills servers and services during a rush; `test.ts all`: both, and every service run
 * from the files of its image; `test.ts rollout`: of the faults only that every process is replaced under load.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverUrls } from './servers.ts';
import { createSteps, runCommand, stepLine } from './steps.ts';
import { addOutcomes, closingLine, type Outcome, readOutcome } from './test-report.ts';
import { endThrowAwayServers, startThrowAwayServers } from './throw-away-servers.ts';

const root = join(import.meta.dirname, '../..');
const reports = join(root, '.local/test/reports');
const steps = createSteps(process.stdout, Date.now);

/** Each counts as one check. */
const STATIC_CHECKS = [
  { title: 'types', command: 'node_modules/.bin/tsc', args: ['--noEmit'] },
  { title: 'lint', command: 'node_modules/.bin/biome', args: ['ci', '.'] },
  { title: 'protos', command: 'deploy/local/check-protos.sh', args: [] },
];

const IMAGES = {
  title: 'images: each service from its files alone',
  command: '.local/toolchain/bin/node',
  args: ['deploy/image/rootfs.ts'],
};

const EVERY_DAY = [
  { title: 'unit tests', project: 'unit' },
  { title: 'charts', project: 'charts' },
  { title: 'integration tests', project: 'int' },
  { title: 'end-to-end tests', project: 'e2e' },
];
const FAULTS = [{ title: 'faults: processes and servers killed', project: 'faults' }];
const ROLLOUT = [{ title: 'rollout under load', project: 'faults', only: ['rollout'] }];

/** A run of one of vitest's projects, or of the files of it whose names hold one of `only`. */
type Suite = { title: string; project: string; only?: string[] };

const extent = process.argv[2] ?? '';
const SUITES: Record<string, Suite[]> = {
  '': EVERY_DAY,
  faults: FAULTS,
  all: [...EVERY_DAY, ...FAULTS],
  rollout: ROLLOUT,
};
const PROJECTS = SUITES[extent] ?? EVERY_DAY;

type Env = Record<string, string | undefined>;

/** Runs a check in the foreground, its words on this screen. An interrupt reaches it too, from the terminal. */
function run(command: string, args: string[], env: Env): Promise<number> {
  const child = spawn(join(root, command), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function underHeading(title: string, check: () => Promise<Outcome>): Promise<Outcome> {
  steps.say(`\n== ${title}`);
  const started = Date.now();
  const outcome = await check();
  steps.say(stepLine(outcome.failed === 0 ? '✓' : '✗', title, Date.now() - started));
  return outcome;
}

async function runCheck({ title, command, args }: (typeof STATIC_CHECKS)[number], env: Env): Promise<Outcome> {
  return underHeading(title, async () =>
    (await run(command, args, env)) === 0
      ? { passed: 1, failed: 0, failures: [] }
      : { passed: 0, failed: 1, failures: [`${title}: see its output above`] },
  );
}

async function runStaticChecks(env: Env): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of STATIC_CHECKS) if (!stopping) outcomes.push(await runCheck(check, env));
  return outcomes;
}

async function runProjects(env: Env): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const suite of PROJECTS) {
    if (stopping) break;
    outcomes.push(await underHeading(suite.title, () => runVitest(suite, env)));
  }
  if (extent === 'all' && !stopping) outcomes.push(await runCheck(IMAGES, env));
  return outcomes;
}

async function runVitest({ project, only = [] }: Suite, env: Env): Promise<Outcome> {
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=./deploy/local/test-report.ts'];
  const args = ['run', '--project', project, ...only, ...reporters];
  const exitCode = await run('node_modules/.bin/vitest', args, { ...env, TEST_OUTCOME: file });
  return readOutcome(existsSync(file) ? readFileSync(file, 'utf8') : undefined, exitCode);
}

/** Where the tests find servers: the user's, where all three are given, else a set started for this run. */
async function withServers<T>(env: Env, work: (env: Env) => Promise<T>): Promise<T> {
  const given = {
    TEST_MONGO_URL: env.TEST_MONGO_URL ?? env.MONGO_URL,
    TEST_KAFKA_BROKERS: env.TEST_KAFKA_BROKERS ?? env.KAFKA_BROKERS,
    TEST_REDIS_URL: env.TEST_REDIS_URL ?? env.REDIS_URL,
  };
  if (Object.values(given).every((address) => address)) return work({ ...env, ...given });

  const title = 'MongoDB, Kafka, Redis for this run';
  const set = await steps.step(title, () => startThrowAwayServers(root, join(root, '.local/test/runs')));
  const { mongoUrl, kafkaBrokers, redisUrl } = serverUrls(set.ports);
  try {
    return await work({
      ...env,
      TEST_MONGO_URL: mongoUrl,
      TEST_KAFKA_BROKERS: kafkaBrokers,
      TEST_REDIS_URL: redisUrl,
    });
  } finally {
    await endThrowAwayServers(set);
  }
}

/** An interrupt ends the check under way (it hears of it itself) and skips the rest, so that the servers are ended. */
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping = true;
  });
}

await runCommand(async () => {
  const env = { ...process.env, PATH: `${join(root, '.local/toolchain/bin')}:${process.env.PATH}` };
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const outcomes = ['faults', 'rollout'].includes(extent) ? [] : await runStaticChecks(env);
  if (!stopping) outcomes.push(...(await withServers(env, runProjects)));

  const total = addOutcomes(outcomes);
  const started = Number(process.env.COMMAND_STARTED_MS ?? performance.timeOrigin);
  // For the table of make bench; a run that was cut short says nothing.
  if (!stopping && extent === '')
    writeFileSync(join(root, '.local/test/seconds'), ((Date.now() - started) / 1000).toFixed(0));
  // Last, because the end of a log is what is kept and read.
  for (const failure of total.failures) steps.say(`\n  ✗ ${failure}`);
  steps.say(`\n${closingLine(total)}`);
  process.exitCode = total.failed === 0 && total.passed > 0 && !stopping ? 0 : 1;
});
