import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { generateSecrets } from '@social/local/secrets';
import {
  assignPorts,
  HOST,
  httpUrl,
  PORTS_NEEDED,
  SERVICE_NAMES,
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
  /** Added to the environment of single services. */
  env?: Partial<Record<ServiceName, Env>>;
  /** Servers of the test's own, to flush or kill. */
  redisUrl?: string;
  mongoUrl?: string;
  kafkaBrokers?: string;
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
  url: string;
  cashierUrl: string;
  mongoUrl: string;
  /** Asks where a service tells of its health and figures. */
  probe: (name: ServiceName, path: string) => Promise<{ status: number; text: string }>;
  /** Starts a service (again) and waits until it is ready; `env` for this life of it only. */
  start: (name: ServiceName, env?: Env) => Promise<void>;
  /** Ends a service at once, as a power cut would. */
  kill: (name: ServiceName) => Promise<void>;
  /** Asks a service to stop; its exit code. */
  stopOne: (name: ServiceName) => Promise<number | null>;
  /** Resolves when a service has ended by itself; the name of the signal that ended it. */
  ended: (name: ServiceName) => Promise<string | null>;
  /** What a service has printed so far. */
  logs: (name: ServiceName) => string;
  stop: () => Promise<void>;
};

type Running = { child: ChildProcess; ended: Promise<string | null> };

const READY_WITHIN_MS = 60_000;

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
  const ports = assignPorts(await freePorts(PORTS_NEEDED));
  const secrets = generateSecrets();
  const servers = {
    mongoUrl: options.mongoUrl ?? SERVERS.mongoUrl,
    kafkaBrokers: options.kafkaBrokers ?? SERVERS.kafkaBrokers,
    redisUrl: options.redisUrl ?? SERVERS.redisUrl,
  };
  const input: SystemInput = {
    ...servers,
    ports,
    secrets,
    namespace,
    callbackGraceMs: options.callbackGraceMs ?? 1500,
    otlpEndpoint: options.otlpEndpoint,
    logLevel: 'info',
  };
  const running = new Map<ServiceName, Running>();
  const output = new Map<ServiceName, string>();

  const start = async (name: ServiceName, env: Env = {}) => {
    const child = spawn(process.execPath, [`services/${name}/src/main.ts`], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...serviceEnv(name, input), ...options.env?.[name], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => output.set(name, (output.get(name) ?? '') + chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const one: Running = { child, ended: once(child, 'exit').then(([, signal]) => signal as string | null) };
    running.set(name, one);
    await waitUntilReady(httpUrl(ports, name), one, () => output.get(name) ?? '');
  };
  const kill = async (name: ServiceName) => {
    const one = running.get(name);
    one?.child.kill('SIGKILL');
    await one?.ended;
  };
  const stopOne = async (name: ServiceName) => {
    const one = running.get(name);
    one?.child.kill('SIGTERM');
    await one?.ended;
    return one?.child.exitCode ?? null;
  };
  const stop = async () => {
    for (const { child } of running.values()) child.kill('SIGTERM');
    await Promise.all([...running.values()].map(({ ended }) => ended));
    // What is on servers of the test's own goes with them.
    if (!options.mongoUrl) await dropNamespace(namespace);
  };

  await Promise.all(SERVICE_NAMES.map((name) => start(name)));
  return {
    namespace,
    mongoUrl: servers.mongoUrl,
    ports,
    secrets,
    url: httpUrl(ports, 'gateway'),
    cashierUrl: httpUrl(ports, 'sandbox-pay'),
    probe: async (name, path) => {
      const { admin, http } = ports[name];
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
