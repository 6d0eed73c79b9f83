import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { generateSecrets } from '@social/local/secrets';
import {
  assignPorts,
  HOST,
  httpUrl,
  PORTS_NEEDED,
  portsOf,
  type ReplicaName,
  replicaNamed,
  replicaNames,
  type ServiceName,
  type SystemInput,
  type SystemPorts,
  type SystemSecrets,
  serviceEnv,
} from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';

const ROOT = join(import.meta.dirname, '..');

type Env = Record<string, string>;

export type PlatformOptions = {
  /** Of every service; 1 when absent. */
  replicas?: number;
  /** Replicas of every service that have addresses, which all are told, but are not started. */
  spare?: number;
  /** Added to the environment of every process. */
  everyEnv?: Env;
  /** Added to the environment of every replica of single services. */
  env?: Partial<Record<ServiceName, Env>>;
  /** Servers of the test's own, to flush or kill. */
  redisUrl?: string;
  mongoUrl?: string;
  kafkaBrokers?: string;
  /** The file whose text is the notice of a maintenance. */
  maintenanceFile?: string;
  /** How long a payment may be heard of after its deadline; short, so that tests do not wait. */
  callbackGraceMs?: number;
  /** Base URL of an OTLP receiver. */
  otlpEndpoint?: string;
};

/** The whole platform as processes of its own, in a namespace of its own on the shared servers. */
export type Platform = {
  namespace: string;
  ports: SystemPorts;
  secrets: SystemSecrets;
  /** Base URL of the first gateway, and of all. */
  url: string;
  urls: string[];
  cashierUrl: string;
  carrierUrl: string;
  mongoUrl: string;
  kafkaBrokers: string;
  redisUrl: string;
  /** Where media keeps pictures. */
  mediaDir: string;
  /** Where a replica of a service serves HTTP. */
  httpPort: (name: ReplicaName) => number;
  /** Asks where a replica of a service tells of its health and figures. */
  probe: (name: ReplicaName, path: string) => Promise<{ status: number; text: string }>;
  /** Starts a replica (again) and waits until it is ready; `env` for this life of it only. */
  start: (name: ReplicaName, env?: Env) => Promise<void>;
  /** Ends a replica at once, as a power cut would. */
  kill: (name: ReplicaName) => Promise<void>;
  /** Asks a replica to stop; its exit code. */
  stopOne: (name: ReplicaName) => Promise<number | null>;
  /** Resolves when a replica has ended by itself; the name of the signal that ended it. */
  ended: (name: ReplicaName) => Promise<string | null>;
  /** What a replica has printed so far. */
  logs: (name: ReplicaName) => string;
  stop: () => Promise<void>;
};

type Running = { child: ChildProcess; ended: Promise<string | null> };

const READY_WITHIN_MS = 90_000;

async function waitUntilReady(url: string, running: Running, tail: () => string): Promise<void> {
  let gone: string | undefined;
  running.ended.then((signal) => {
    gone = `ended before it was ready (${signal ?? running.child.exitCode})`;
  });
  await eventually(async () => {
    if (gone) return;
    const { status } = await fetch(`${url}/readyz`);
    if (status !== 200) throw new Error(`${url} is not ready`);
  }, READY_WITHIN_MS);
  if (gone) throw new Error(`${gone}\n${tail().slice(-2000)}`);
}

/** Starts every service and waits for all of them. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const namespace = aNamespace();
  const names = replicaNames(options.replicas ?? 1);
  const ports = assignPorts(await freePorts(PORTS_NEEDED));
  const morePorts: SystemPorts[] = [];
  const places = (options.replicas ?? 1) + (options.spare ?? 0);
  while (morePorts.length + 1 < places) morePorts.push(assignPorts(await freePorts(PORTS_NEEDED)));
  const secrets = generateSecrets();
  const servers = {
    mongoUrl: options.mongoUrl ?? SERVERS.mongoUrl,
    kafkaBrokers: options.kafkaBrokers ?? SERVERS.kafkaBrokers,
    redisUrl: options.redisUrl ?? SERVERS.redisUrl,
  };
  const mediaDir = await mkdtemp(join(tmpdir(), 'e2e-media-'));
  const input: SystemInput = {
    ...servers,
    mediaDir,
    ports,
    morePorts,
    secrets,
    namespace,
    maintenanceFile: options.maintenanceFile,
    callbackGraceMs: options.callbackGraceMs ?? 1500,
    otlpEndpoint: options.otlpEndpoint,
    logLevel: 'info',
  };
  const running = new Map<ReplicaName, Running>();
  const output = new Map<ReplicaName, string>();

  const start = async (name: ReplicaName, env: Env = {}) => {
    const { service, number } = replicaNamed(name);
    const child = spawn(process.execPath, [`services/${service}/src/main.ts`], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        ...serviceEnv(name, input),
        ...options.everyEnv,
        ...options.env?.[service],
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => output.set(name, (output.get(name) ?? '') + chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const one: Running = { child, ended: once(child, 'exit').then(([, signal]) => signal as string | null) };
    running.set(name, one);
    await waitUntilReady(httpUrl(portsOf(input, number), service), one, () => output.get(name) ?? '');
  };
  const kill = async (name: ReplicaName) => {
    const one = running.get(name);
    one?.child.kill('SIGKILL');
    await one?.ended;
  };
  const stopOne = async (name: ReplicaName) => {
    const one = running.get(name);
    one?.child.kill('SIGTERM');
    await one?.ended;
    return one?.child.exitCode ?? null;
  };
  const stop = async () => {
    for (const { child } of running.values()) child.kill('SIGTERM');
    await Promise.all([...running.values()].map(({ ended }) => ended));
    await rm(mediaDir, { recursive: true, force: true });
    // What is on servers of the test's own goes with them.
    if (!options.mongoUrl) await dropNamespace(namespace);
  };

  // One replica of each after the other: a machine of two cores starts one set of processes at once, not all.
  try {
    for (const wave of Map.groupBy(names, (name) => replicaNamed(name).number).values()) {
      await Promise.all(wave.map((name) => start(name)));
    }
  } catch (error) {
    // Nobody else could: whoever asked for the platform has none to stop.
    await stop();
    throw error;
  }
  const urls = [ports, ...morePorts].slice(0, options.replicas ?? 1).map((each) => httpUrl(each, 'gateway'));
  return {
    namespace,
    mongoUrl: servers.mongoUrl,
    kafkaBrokers: servers.kafkaBrokers,
    redisUrl: servers.redisUrl,
    mediaDir,
    ports,
    secrets,
    url: httpUrl(ports, 'gateway'),
    urls,
    cashierUrl: httpUrl(ports, 'sandbox-pay'),
    carrierUrl: httpUrl(ports, 'sandbox-carrier'),
    httpPort: (name) => {
      const { service, number } = replicaNamed(name);
      return portsOf(input, number)[service].http;
    },
    probe: async (name, path) => {
      const { service, number } = replicaNamed(name);
      const { admin, http } = portsOf(input, number)[service];
      const response = await fetch(`http://${HOST}:${admin ?? http}${path}`);
      return { status: response.status, text: await response.text() };
    },
    start,
    kill,
    stopOne,
    ended: (name) => running.get(name)?.ended ?? Promise.resolve(null),
    logs: (name) => output.get(name) ?? '',
    stop,
  };
}
