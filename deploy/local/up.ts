/** `make up`: servers, services, sample data; starts only what does not run yet. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findMark } from '../backup/marker.ts';
import { findProcess } from './processes.ts';
import { SERVER_NAMES, startServer } from './servers.ts';
import {
  ACCOUNTS_FILE,
  type Addresses,
  chooseAddresses,
  chooseReplicas,
  environmentOfCommand,
  givenBy,
  MAINTENANCE_FILE,
  ROOT,
  RUN_DIR,
  SERVERS,
  serviceReplicas,
  startService,
  startTraces,
  systemInput,
  TRACES,
} from './stack.ts';
import { createSteps, Refusal, runCommand, type Steps, stepLine } from './steps.ts';
import {
  databaseOf,
  HOST,
  httpUrl,
  portsOf,
  replicaNamed,
  replicaNames,
  SERVICE_NAMES,
  TRACES_PORT,
} from './system.ts';

const SEED = 'deploy/local/seed.ts';
const SEEDED = join(RUN_DIR, 'seeded');

async function up(steps: Steps): Promise<void> {
  const addresses = chooseAddresses(process.env);
  const replicas = chooseReplicas(process.env);
  await allOf([startOwnServers(steps), stepUnlessRunning(steps, TRACES, startTraces)]);
  await refuseHalfRestored(addresses);
  // One replica of each after the other: a machine of two cores starts one set of processes at once, not all.
  for (const names of Map.groupBy(replicaNames(replicas), (name) => replicaNamed(name).number).values()) {
    await allOf(names.map((name) => stepUnlessRunning(steps, name, () => startService(name))));
  }
  await seedOnce(steps, addresses);
}

async function startOwnServers(steps: Steps): Promise<void> {
  await allOf(
    SERVER_NAMES.map(async (name) => {
      const variable = givenBy(name);
      if (process.env[variable]) return steps.say(`  · ${name}: ${variable} is set, none started`);
      await stepUnlessRunning(steps, name, () => startServer(SERVERS, name));
    }),
  );
}

/** Services would wait for the end of a restore; nobody is at it. */
async function refuseHalfRestored({ mongoUrl }: Addresses): Promise<void> {
  const client = await MongoClient.connect(mongoUrl, { serverSelectionTimeoutMS: 5000 });
  const mark = await findMark(client, SERVICE_NAMES.map(databaseOf)).finally(() => client.close());
  if (!mark) return;
  throw new Refusal(`A restore was cut off. Begin it again: make restore FILE=${mark.file}`);
}

/** Lets every start come to its end before the first failure is told, so that its sentence is the last line. */
async function allOf(starts: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(starts);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** A process that runs gets no line, but is still waited for: it may be coming up. */
async function stepUnlessRunning(steps: Steps, name: string, start: () => Promise<unknown>): Promise<void> {
  if (findProcess(RUN_DIR, name)) await start();
  else await steps.step(name, start);
}

/** Loads the sample data once for each database and each version of the seed. */
async function seedOnce(steps: Steps, addresses: Addresses): Promise<void> {
  const script = join(ROOT, SEED);
  if (!existsSync(script)) return;
  const stamp = createHash('sha256').update(addresses.mongoUrl).update(readFileSync(script)).digest('hex');
  if (existsSync(SEEDED) && readFileSync(SEEDED, 'utf8') === stamp) return;

  const started = Date.now();
  await runSeed();
  steps.say(stepLine('✓', 'sample catalogue and demo accounts', Date.now() - started));
  writeFileSync(SEEDED, stamp);
}

/** The seed draws its own progress, so no step is drawn over it. */
function runSeed(): Promise<void> {
  const env = { ...environmentOfCommand('gateway'), ACCOUNTS_FILE };
  const seed = spawn(process.execPath, [SEED], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    seed.once('error', reject);
    seed.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Refusal('The sample data was not loaded; the lines above say why.')),
    );
  });
}

function sayWhereItIs(steps: Steps): void {
  const input = systemInput();
  const gateways = serviceReplicas('gateway').map((name) =>
    httpUrl(portsOf(input, replicaNamed(name).number), 'gateway'),
  );
  const [url, ...more] = gateways;
  steps.say(`\n  API        ${url}/v1   docs ${url}/docs`);
  if (more.length > 0) steps.say(`             ${more.map((other) => `${other}/v1`).join('   ')}`);
  steps.say(`  Cashier    ${httpUrl(input.ports, 'sandbox-pay')}`);
  steps.say(`  Parcels    ${httpUrl(input.ports, 'sandbox-carrier')}/track/NUMBER`);
  steps.say(`  Traces     http://${HOST}:${TRACES_PORT}`);
  if (existsSync(MAINTENANCE_FILE))
    steps.say('\n  Maintenance is on, changes are refused; make maintenance m=off ends it.');
  if (existsSync(ACCOUNTS_FILE)) steps.say(`\n${readFileSync(ACCOUNTS_FILE, 'utf8').trimEnd()}`);
  steps.say(
    '\n  make demo tells a group-buy, make demo s=shop a shop; make status, make logs s=orders, make down; make help lists everything.',
  );
}

await runCommand(async () => {
  const started = Number(process.env.COMMAND_STARTED_MS ?? Date.now());
  const wasUp = findProcess(RUN_DIR, 'gateway') !== undefined;
  const steps = createSteps(process.stdout, Date.now);
  await up(steps);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  // For the table of make bench.
  if (!wasUp) writeFileSync(join(RUN_DIR, 'up.seconds'), seconds);
  steps.say(`\n  Up in ${seconds} s.`);
  sayWhereItIs(steps);
});
