/** The stack of `make up` on this machine: where its files are, and how one process of it is started. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busyPortSentence, holderOf, isFree } from './ports.ts';
import { httpAnswers, waitUntil } from './probes.ts';
import { findProcess, logFile, type RunningProcess, startProcess } from './processes.ts';
import { loadSecrets } from './secrets.ts';
import { SERVER_NAMES, type ServerName, type ServerSet, serverUrls } from './servers.ts';
import { Refusal } from './steps.ts';
import {
  HOST,
  httpUrl,
  MOST_REPLICAS,
  OPERATOR_PHONE,
  portsOf,
  type ReplicaName,
  replicaNamed,
  replicaNames,
  SERVER_PORTS,
  SERVICE_PORTS,
  type ServiceName,
  type SystemInput,
  serviceEnv,
  servicePorts,
  TRACES_PORT,
} from './system.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const HOME = join(ROOT, '.local');
export const RUN_DIR = join(HOME, 'run');
export const SERVERS: ServerSet = { root: ROOT, home: HOME, ports: SERVER_PORTS };

/** Written by the seed: the demo accounts, as `make up` prints them. */
export const ACCOUNTS_FILE = join(RUN_DIR, 'accounts.txt');

/** The notice of a maintenance, as long as there is any. */
export const MAINTENANCE_FILE = join(RUN_DIR, 'maintenance');

/** The receiver of spans, started before the services. */
export const TRACES = 'traces';

/** Every process of the stack as it was last started, in starting order. */
export const processNames = (): string[] => [...SERVER_NAMES, TRACES, ...replicaNames(rememberedReplicas())];

/** The processes of one service. */
export const serviceReplicas = (service: ServiceName): ReplicaName[] =>
  replicaNames(rememberedReplicas()).filter((name) => replicaNamed(name).service === service);

const READY_WITHIN_MS = 90_000;

/** Where the servers are: the user's own addresses win over starting one. */
export interface Addresses {
  mongoUrl: string;
  kafkaBrokers: string;
  redisUrl: string;
}

const ADDRESSES_FILE = join(RUN_DIR, 'addresses.json');
const REPLICAS_FILE = join(RUN_DIR, 'replicas');

const GIVEN_BY: Record<ServerName, { variable: string; address: keyof Addresses }> = {
  mongo: { variable: 'MONGO_URL', address: 'mongoUrl' },
  kafka: { variable: 'KAFKA_BROKERS', address: 'kafkaBrokers' },
  redis: { variable: 'REDIS_URL', address: 'redisUrl' },
};

/** The environment variable that hands in a server instead of starting one. */
export function givenBy(name: ServerName): string {
  return GIVEN_BY[name].variable;
}

/**
 * Decides the addresses for this `make up` and remembers them for `make restart` and the other commands.
 * Refuses other addresses than those the running services have.
 */
export function chooseAddresses(env: NodeJS.ProcessEnv): Addresses {
  const addresses: Addresses = serverUrls(SERVER_PORTS);
  for (const { variable, address } of Object.values(GIVEN_BY)) addresses[address] = env[variable] || addresses[address];
  const running = runningReplica();
  if (running && JSON.stringify(addresses) !== JSON.stringify(rememberedAddresses())) {
    throw new Refusal(
      `${running} runs against other servers than ${Object.values(addresses).join(', ')}. Run make down first.`,
    );
  }

  mkdirSync(RUN_DIR, { recursive: true });
  writeFileSync(ADDRESSES_FILE, JSON.stringify(addresses));
  return addresses;
}

/**
 * Decides how many replicas of every service this `make up` starts (REPLICAS, 1 when nothing runs) and remembers it.
 * Refuses another number than run already: each process is told where all of them are when it starts.
 */
export function chooseReplicas(env: NodeJS.ProcessEnv): number {
  const running = runningReplica();
  const replicas = env.REPLICAS ? Number(env.REPLICAS) : running ? rememberedReplicas() : 1;
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST_REPLICAS) {
    throw new Refusal(`REPLICAS is a number from 1 to ${MOST_REPLICAS}.`);
  }
  if (running && replicas !== rememberedReplicas()) {
    throw new Refusal(`The services run as ${rememberedReplicas()} of each. Run make down first.`);
  }

  mkdirSync(RUN_DIR, { recursive: true });
  writeFileSync(REPLICAS_FILE, `${replicas}`);
  return replicas;
}

function runningReplica(): ReplicaName | undefined {
  return replicaNames(MOST_REPLICAS).find((name) => findProcess(RUN_DIR, name));
}

function rememberedReplicas(): number {
  return existsSync(REPLICAS_FILE) ? Number(readFileSync(REPLICAS_FILE, 'utf8')) : 1;
}

function rememberedAddresses(): Addresses {
  if (!existsSync(ADDRESSES_FILE)) return serverUrls(SERVER_PORTS);

  return JSON.parse(readFileSync(ADDRESSES_FILE, 'utf8'));
}

/** Everything the services' environments are made of, as the running stack has it. */
export function systemInput(): SystemInput {
  return {
    ...rememberedAddresses(),
    ports: SERVICE_PORTS,
    morePorts: Array.from({ length: rememberedReplicas() - 1 }, (_, index) => servicePorts(index + 2)),
    secrets: loadSecrets(join(HOME, 'secrets.env')),
    namespace: '',
    maintenanceFile: MAINTENANCE_FILE,
    otlpEndpoint: `http://${HOST}:${TRACES_PORT}`,
  };
}

/** The environment of a process of a service: the machine's PATH and the service's own variables. */
function environmentOf(name: ReplicaName): Record<string, string | undefined> {
  return { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, ...serviceEnv(name, systemInput()) };
}

/**
 * The environment of a command on the running stack: that of the service it stands beside, and the first operator's
 * phone and password, for what only an operator may do through the API.
 */
export function environmentOfCommand(name: ServiceName): Record<string, string | undefined> {
  const { operatorPassword } = systemInput().secrets;
  return {
    ...environmentOf(name),
    BOOTSTRAP_OPERATOR_PHONE: OPERATOR_PHONE,
    BOOTSTRAP_OPERATOR_PASSWORD: operatorPassword,
  };
}

/** Starts a replica of a service and waits until it is ready; one that runs is left alone. */
export async function startService(name: ReplicaName): Promise<RunningProcess> {
  const { service, number } = replicaNamed(name);
  const ports = portsOf(systemInput(), number);
  const script = join('services', service, 'src/main.ts');
  for (const port of Object.values(ports[service])) await refuseBusyPort(name, port);
  const running = startNode({ name, port: ports[service].http, args: [script], env: environmentOf(name) });
  return waitForReady(running, `${httpUrl(ports, service)}/readyz`);
}

/** Starts the receiver of spans. */
export async function startTraces(): Promise<RunningProcess> {
  await refuseBusyPort(TRACES, TRACES_PORT);
  const env = { PATH: process.env.PATH, HTTP_PORT: `${TRACES_PORT}` };
  const running = startNode({ name: TRACES, port: TRACES_PORT, args: ['deploy/local/traces.ts'], env });
  return waitForReady(running, `http://${HOST}:${TRACES_PORT}/readyz`);
}

interface NodeProcess {
  name: string;
  port: number;
  args: string[];
  env: Record<string, string | undefined>;
}

function startNode({ name, port, args, env }: NodeProcess): RunningProcess {
  const started = findProcess(RUN_DIR, name);
  return started ?? startProcess({ name, runDir: RUN_DIR, port, command: process.execPath, args, cwd: ROOT, env });
}

async function refuseBusyPort(name: string, port: number): Promise<void> {
  if (findProcess(RUN_DIR, name) || (await isFree(port))) return;

  throw new Refusal(busyPortSentence(name, port, await holderOf(port)));
}

async function waitForReady(running: RunningProcess, url: string): Promise<RunningProcess> {
  const alive = () => findProcess(RUN_DIR, running.name) !== undefined;
  if (await waitUntil(() => httpAnswers(url), READY_WITHIN_MS, alive)) return running;

  const what = alive() ? 'runs but is not ready' : 'ended while starting';
  throw new Refusal(`${running.name} ${what}: ${lastLine(running.name)}\nmake logs s=${running.name} shows its log.`);
}

function lastLine(name: string): string {
  const path = logFile(RUN_DIR, name);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'it wrote no log';
}
