/** MongoDB, Kafka and Redis as child processes, each set of them in a folder of its own. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaProperties } from './kafka-properties.ts';
import { busyPortSentence, holderOf, isFree } from './ports.ts';
import { kafkaAnswers, mongoIsPrimary, redisAnswers, waitUntil } from './probes.ts';
import { findProcess, listProcesses, logFile, type RunningProcess, startProcess, stopProcess } from './processes.ts';
import { Refusal } from './steps.ts';

/** The ports of the three servers. Kafka's controller takes the port after Kafka's. */
export interface ServerPorts {
  mongo: number;
  kafka: number;
  redis: number;
}

/** One set of servers: its folder holds `run/` (pid files, logs) and `data/`. */
export interface ServerSet {
  root: string;
  home: string;
  ports: ServerPorts;
}

export type ServerName = keyof ServerPorts;

interface Server {
  title: string;
  command: string;
  args: string[];
  prepare(): Promise<void>;
  answers(): Promise<boolean>;
}

export const SERVER_NAMES: readonly ServerName[] = ['mongo', 'kafka', 'redis'];

const WARNINGS_ONLY = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';

/** Kafka's first start on a loaded machine with cold caches has taken 20 s. */
const START_WITHIN_MS = 60_000;

/** The addresses services are given. */
export function serverUrls(ports: ServerPorts): { mongoUrl: string; kafkaBrokers: string; redisUrl: string } {
  return {
    mongoUrl: `mongodb://127.0.0.1:${ports.mongo}/?replicaSet=rs0`,
    kafkaBrokers: `127.0.0.1:${ports.kafka}`,
    redisUrl: `redis://127.0.0.1:${ports.redis}`,
  };
}

/** The folder of a set's pid files and logs. */
export function runDirOf(set: ServerSet): string {
  return join(set.home, 'run');
}

/** Starts one server and waits until it answers; a server that already runs is left alone. */
export async function startServer(set: ServerSet, name: ServerName): Promise<RunningProcess> {
  const runDir = runDirOf(set);
  const port = set.ports[name];
  const server = describe(set, name);
  let running = findProcess(runDir, name);
  if (!running) {
    if (!(await isFree(port))) throw new Refusal(busyPortSentence(server.title, port, await holderOf(port)));
    await server.prepare();
    const { command, args } = server;
    running = startProcess({ name, runDir, port, command, args, cwd: set.home, env: { PATH: process.env.PATH } });
  }

  const answered = await waitUntil(server.answers, START_WITHIN_MS, () => findProcess(runDir, name) !== undefined);
  if (!answered) throw new Refusal(`${server.title} did not start. Its log says why: ${logFile(runDir, name)}`);
  return running;
}

/** Starts all three at once. */
export async function startServers(set: ServerSet): Promise<void> {
  await Promise.all(SERVER_NAMES.map((name) => startServer(set, name)));
}

/** Ends the set's servers. `graceMs` 0 is for sets whose data is thrown away. */
export async function stopServers(set: ServerSet, graceMs: number): Promise<void> {
  await Promise.all(SERVER_NAMES.map((name) => stopProcess(runDirOf(set), name, graceMs)));
}

/** The servers of a set that live. */
export function listServers(set: ServerSet): RunningProcess[] {
  return listProcesses(runDirOf(set)).filter(({ name }) => SERVER_NAMES.some((known) => known === name));
}

function describe(set: ServerSet, name: ServerName): Server {
  const bin = join(set.root, '.local/toolchain/bin');
  const data = join(set.home, 'data', name);
  if (name === 'mongo') return mongod(bin, data, set.ports.mongo);
  if (name === 'redis') return redis(bin, data, set.ports.redis);
  return kafka(join(set.root, '.local/kafka'), data, set.ports.kafka);
}

function mongod(bin: string, data: string, port: number): Server {
  const quickShutdown = ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'];
  const noDiagnostics = ['--setParameter', 'diagnosticDataCollectionEnabled=false'];
  return {
    title: 'MongoDB',
    command: join(bin, 'mongod'),
    args: [
      ...['--dbpath', data, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'],
      ...['--replSet', 'rs0', '--oplogSize', '512', '--wiredTigerCacheSizeGB', '1'],
      // What a killed process left open holds its documents for so long; ours take a few milliseconds.
      ...['--setParameter', 'transactionLifetimeLimitSeconds=10'],
      ...quickShutdown,
      ...noDiagnostics,
    ],
    prepare: async () => void mkdirSync(data, { recursive: true }),
    answers: () => mongoIsPrimary(port),
  };
}

/** The gate: nothing on disk, so a restart is an empty Redis, as design and tests expect. */
function redis(bin: string, data: string, port: number): Server {
  return {
    title: 'Redis',
    command: join(bin, 'redis-server'),
    args: ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', data],
    prepare: async () => void mkdirSync(data, { recursive: true }),
    answers: () => redisAnswers(port),
  };
}

function kafka(home: string, data: string, port: number): Server {
  const config = join(data, 'server.properties');
  const java = (mainClass: string, ...args: string[]) => ['-cp', join(home, 'libs/*'), mainClass, ...args];
  return {
    title: 'Kafka',
    command: 'java',
    args: ['-Xmx512m', '-XX:+UseSerialGC', WARNINGS_ONLY, ...java('kafka.Kafka', config)],
    async prepare() {
      mkdirSync(data, { recursive: true });
      writeFileSync(config, kafkaProperties({ port, logDir: join(data, 'log'), cores: availableParallelism() }));
      if (existsSync(join(data, 'log/meta.properties'))) return;
      const format = java('kafka.tools.StorageTool', 'format', '--cluster-id', 'bG9jYWwtc29jaWFsLWtmaw', '-c', config);
      await promisify(execFile)('java', ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...format]);
    },
    answers: () => kafkaAnswers(port),
  };
}
