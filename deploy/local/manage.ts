/** The commands on a running stack: `node deploy/local/manage.ts down | restart NAME | status | reset`. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { httpAnswers, kafkaAnswers, mongoIsPrimary, redisAnswers } from './probes.ts';
import { findProcess, listProcesses, type RunningProcess, stopProcess } from './processes.ts';
import { SERVER_NAMES, type ServerName, startServer } from './servers.ts';
import { HOME, processNames, RUN_DIR, SERVERS, startService, startTraces } from './stack.ts';
import { createSteps, Refusal, runCommand } from './steps.ts';
import { replicaName, replicaOf } from './system.ts';
import { memoryOf, table } from './table.ts';

/** A service may finish the requests it has; mongod and Kafka flush. */
const GRACE_MS = 15_000;

const steps = createSteps(process.stdout, Date.now);

async function down(): Promise<void> {
  const live = listProcesses(RUN_DIR).map(({ name }) => name);
  if (live.length === 0) return steps.say('  Nothing was running.');

  const stop = (names: readonly string[]) =>
    Promise.all(names.map((name) => steps.step(`${name} ended`, () => stopProcess(RUN_DIR, name, GRACE_MS))));
  await stop(live.filter((name) => !isServerName(name)));
  await stop(live.filter(isServerName));
}

async function restart(name: string): Promise<void> {
  if (!processNames().includes(name)) {
    throw new Refusal(`Say which one: make restart s=NAME, with NAME one of ${processNames().join(', ')}.`);
  }

  await steps.step(`${name} ended`, () => stopProcess(RUN_DIR, name, GRACE_MS));
  await steps.step(`${name} ready`, () => start(name));
}

function start(name: string): Promise<RunningProcess> {
  const replica = replicaOf(name);
  if (replica) return startService(replicaName(replica));
  if (isServerName(name)) return startServer(SERVERS, name);
  return startTraces();
}

function isServerName(name: string): name is ServerName {
  return SERVER_NAMES.some((known) => known === name);
}

async function status(): Promise<void> {
  const rows = await Promise.all(processNames().map(statusRow));
  for (const line of table(['process', 'pid', 'port', 'health', 'memory'], rows)) steps.say(`  ${line}`);
}

async function statusRow(name: string): Promise<string[]> {
  const running = findProcess(RUN_DIR, name);
  if (!running) return [name, '-', '-', 'not running', '-'];

  const health = (await answers(running)) ? 'ready' : 'not ready';
  return [name, `${running.pid}`, `${running.port}`, health, memoryOf(readStatus(running.pid))];
}

function answers({ name, port }: RunningProcess): Promise<boolean> {
  if (name === 'mongo') return mongoIsPrimary(port);
  if (name === 'kafka') return kafkaAnswers(port);
  if (name === 'redis') return redisAnswers(port);
  return httpAnswers(`http://127.0.0.1:${port}/readyz`);
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

async function reset(): Promise<void> {
  await down();
  for (const gone of ['data', 'run', 'secrets.env']) rmSync(join(HOME, gone), { recursive: true, force: true });
  steps.say('  Local data, logs and secrets are deleted. make up starts afresh.');
}

await runCommand(async () => {
  const [command, name = ''] = process.argv.slice(2);
  if (command === 'down') return down();
  if (command === 'restart') return restart(name);
  if (command === 'status') return status();
  if (command === 'reset') return reset();
  throw new Refusal('Say what to do: down, restart NAME, status or reset.');
});
