/** What a benchmark runs on: servers and processes of this run alone, on free ports, gone when it ends. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { httpAnswers, waitUntil } from '@social/local/probes';
import { findProcess, listProcesses, logFile, startProcess, stopProcess } from '@social/local/processes';
import { generateSecrets } from '@social/local/secrets';
import { listServers, runDirOf, type ServerSet, serverUrls } from '@social/local/servers';
import type { Steps } from '@social/local/steps';
import {
  assignPorts,
  HOST,
  httpUrl,
  PORTS_NEEDED,
  type ServiceName,
  type SystemPorts,
  serviceEnv,
} from '@social/local/system';
import { endThrowAwayServers, startThrowAwayServers } from '@social/local/throw-away-servers';

export const ROOT = join(import.meta.dirname, '../..');

const PARENT = join(ROOT, '.local/bench');
const READY_WITHIN_MS = 60_000;

type Env = Record<string, string | undefined>;

/** A process of the run; `name` is unique among those that run. */
export type ScriptSpec = { name: string; script: string; args?: string[]; env?: Env; readyUrl?: string };

export type Stage = {
  steps: Steps;
  /** Folder for files of this run. */
  folder: string;
  urls: { mongoUrl: string; kafkaBrokers: string; redisUrl: string };
  /** Starts a TypeScript file, waits until `readyUrl` answers, gives its process id. */
  start: (spec: ScriptSpec) => Promise<number>;
  stop: (name: string) => Promise<void>;
  /** MongoDB's, Kafka's and Redis's process ids, by name. */
  serverPids: () => Map<string, number>;
  stopAll: () => Promise<void>;
};

/** Servers for one run; `close` ends everything that was started and deletes its data. */
export async function openStage(steps: Steps): Promise<Stage & { close: () => Promise<void> }> {
  const title = 'MongoDB, Kafka, Redis for this run';
  const set = await steps.step(title, () => startThrowAwayServers(ROOT, PARENT));
  // Beside the servers' pid files, so that a run that was killed is cleared away by the next one.
  const runDir = runDirOf(set);
  const folder = join(set.home, 'files');
  mkdirSync(folder);
  const stopAll = async () => {
    const mine = listProcesses(runDir).filter(({ name }) => !(name in set.ports));
    await Promise.all(mine.map(({ name }) => stopProcess(runDir, name, 5000)));
  };
  return {
    steps,
    folder,
    urls: serverUrls(set.ports),
    start: (spec) => startScript(set, spec),
    stop: (name) => stopProcess(runDir, name, 5000),
    serverPids: () => new Map(listServers(set).map(({ name, pid }) => [name, pid])),
    stopAll,
    close: async () => {
      await stopAll();
      await endThrowAwayServers(set);
    },
  };
}

async function startScript(set: ServerSet, { name, script, args = [], env, readyUrl }: ScriptSpec): Promise<number> {
  const runDir = runDirOf(set);
  const command = process.execPath;
  // BENCH_NODE_OPTIONS=--cpu-prof shows where a row's time goes.
  const nodeOptions = [env?.NODE_OPTIONS, process.env.BENCH_NODE_OPTIONS].filter(Boolean).join(' ');
  const given = { PATH: process.env.PATH, ...env, NODE_OPTIONS: nodeOptions };
  const { pid } = startProcess({ name, runDir, port: 0, command, args: [script, ...args], cwd: ROOT, env: given });
  if (readyUrl === undefined) return pid;

  const alive = () => findProcess(runDir, name) !== undefined;
  if (await waitUntil(() => httpAnswers(readyUrl), READY_WITHIN_MS, alive)) return pid;
  throw new Error(`${name} did not become ready; its log ends with:\n${endOf(logFile(runDir, name))}`);
}

/** The log is deleted with the run, so what matters of it goes into the error. */
const endOf = (log: string): string => readFileSync(log, 'utf8').slice(-2000);

/** Services of one namespace, with the secrets they were given. */
export type Platform = {
  url: string;
  secrets: ReturnType<typeof generateSecrets>;
  namespace: string;
  /** By the service's name; a second copy of orders is `orders-2`. */
  pids: Map<string, number>;
  /** Where a service's first copy answers gRPC. */
  grpcOf: (name: ServiceName) => string;
  /** Ends the only copy of a service and starts it again, with this added to its environment instead of what was. */
  restart: (name: ServiceName, env: Env) => Promise<void>;
};

/** One process of a service: its name in this run, and the map with its own ports in it. */
type Copy = { name: ServiceName; label: string; ports: SystemPorts };

/** Places for the services; a name that comes again is one more copy of it, on ports of its own. */
async function copiesOf(names: readonly ServiceName[]): Promise<Copy[]> {
  const ports = assignPorts(await freePorts(PORTS_NEEDED));
  return Promise.all(
    names.map(async (name, index): Promise<Copy> => {
      const before = names.slice(0, index).filter((other) => other === name).length;
      if (before === 0) return { name, label: name, ports };

      const [http = 0, grpc] = await freePorts(2);
      return { name, label: `${name}-${before + 1}`, ports: { ...ports, [name]: { http, grpc } } };
    }),
  );
}

/** Where services with several copies are: all of their addresses in one target of gRPC, for it to take turns. */
function sharedAddresses(copies: Copy[]): Env {
  const shared = [...Map.groupBy(copies, ({ name }) => name)].filter(([, { length }]) => length > 1);
  return Object.fromEntries(
    shared.map(([name, several]) => {
      const addresses = several.map(({ ports }) => `${HOST}:${ports[name].grpc}`);
      return [`${name.toUpperCase().replace('-', '_')}_ADDR`, `ipv4:${addresses.join(',')}`];
    }),
  );
}

/**
 * Starts services in a namespace of their own; `env` is added to a service's environment. A service that is named twice
 * runs twice, its callers taking turns.
 */
export async function startServices(
  stage: Stage,
  names: readonly ServiceName[],
  env: Partial<Record<ServiceName, Env>> = {},
): Promise<Platform> {
  const copies = await copiesOf(names);
  const secrets = generateSecrets();
  const namespace = `bench${process.hrtime.bigint()}_`;
  const shared = sharedAddresses(copies);
  const start = async ({ name, label, ports }: Copy, more: Env = {}): Promise<[string, number]> => {
    const mediaDir = join(stage.folder, 'media');
    const input = { ...stage.urls, ports, secrets, namespace, mediaDir, logLevel: 'info' };
    const readyUrl = `${httpUrl(ports, name)}/readyz`;
    const script = `services/${name}/src/main.ts`;
    const given = { ...serviceEnv(name, input), ...shared, ...more };
    return [label, await stage.start({ name: `${namespace}${label}`, script, readyUrl, env: given })];
  };
  const pids = new Map(
    await stage.steps.step(names.join(', '), () => Promise.all(copies.map((copy) => start(copy, env[copy.name])))),
  );
  const restart = async (name: ServiceName, more: Env) => {
    const copy = copies.find(({ label }) => label === name);
    if (!copy) throw new Error(`${name} does not run`);
    await stage.stop(`${namespace}${name}`);
    pids.set(...(await start(copy, more)));
  };
  const [first] = copies;
  const grpcOf = (name: ServiceName) => `${HOST}:${first?.ports[name].grpc}`;
  return { url: first ? httpUrl(first.ports, 'gateway') : '', secrets, namespace, pids, grpcOf, restart };
}

/** Starts the bare express that answers the bytes of a file; its address and process id. */
export async function startBareExpress(stage: Stage, file: string): Promise<{ url: string; pid: number }> {
  const [port = 0] = await freePorts(1);
  const url = `http://${HOST}:${port}`;
  const script = join(import.meta.dirname, 'bare-express.ts');
  const args = [`${port}`, file];
  return { url, pid: await stage.start({ name: 'bare-express', script, args, readyUrl: `${url}/readyz` }) };
}
