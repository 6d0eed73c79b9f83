/** `make backup` and `make restore`: `node deploy/local/backup.ts take [FILE] | restore FILE`. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Place, Teller } from './backup/place.ts';
import { type Checked, restoreBackup } from './backup/restore.ts';
import type { Stray } from './backup/strays.ts';
import { takeBackup } from './backup/take.ts';
import { findProcess, listProcesses, stopProcess } from './processes.ts';
import { SERVER_NAMES, serverUrls, startServer, stopServers } from './servers.ts';
import { HOME, ROOT, RUN_DIR, SERVERS, startService, systemInput } from './stack.ts';
import { createSteps, progressBar, Refusal, runCommand } from './steps.ts';
import { type ReplicaName, replicaName, replicaOf, SERVER_PORTS, serviceEnv } from './system.ts';

const PROGRESS_EVERY_MS = 2_000;

/** A service may finish the requests it has. */
const GRACE_MS = 15_000;

const steps = createSteps(process.stdout, Date.now);

function place(): Place {
  const input = systemInput();
  const { mongoUrl, kafkaBrokers, redisUrl, namespace, secrets } = input;
  const directories = { media: serviceEnv('media', input).MEDIA_DIR ?? '' };
  return { mongoUrl, kafkaBrokers, redisUrl, namespace, directories, keys: secrets };
}

function teller(): Teller {
  let told = Date.now();
  return {
    say: steps.say,
    progress: (done, total) => {
      if (Date.now() - told < PROGRESS_EVERY_MS) return;
      told = Date.now();
      steps.say(`  ${progressBar(done, total, 24)}  ${done} of ${total}`);
    },
  };
}

const named = (now: Date): string =>
  join(HOME, 'backups', `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`);

const megabytes = (path: string): string => `${(statSync(path).size / 1024 / 1024).toFixed(1)} MB`;

async function take(file: string): Promise<void> {
  const now = new Date();
  const path = file ? resolve(file) : named(now);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { documents, facts, header } = await steps.step('backup', () => takeBackup(place(), path, teller(), now));
  const collections = header.parts.filter(({ kind }) => kind === 'collection').length;
  steps.say(`  ${documents} documents of ${collections} collections and ${facts} facts: ${relative(ROOT, path)}`);
  steps.say(`  (${megabytes(path)}; without the keys: .local/secrets.env is to be kept somewhere else)`);
  steps.say(`  make restore FILE=${relative(ROOT, path)}`);
}

/** Says what will be lost, and hears whether it may be. Errors: Refusal. */
async function ask({ header, documents, facts }: Checked): Promise<void> {
  steps.say(`  The backup is whole: ${documents} documents and ${facts} facts of ${header.takenAt.toISOString()}.`);
  if (process.env.CONFIRM === 'yes') return;

  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new Promise<string>((answer) => terminal.once('close', () => answer('')));
  const question = 'Everything since then is lost, in MongoDB and in Kafka. Type yes to go on: ';
  const answer = await Promise.race([terminal.question(question), gone]);
  terminal.close();
  if (answer.trim() !== 'yes') throw new Refusal('Nothing was touched.');
}

async function restore(file: string): Promise<void> {
  if (!file) throw new Refusal('Say which file: make restore FILE=.local/backups/….backup');
  const running = listProcesses(RUN_DIR).flatMap(({ name }) => replicaOf(name) ?? []);
  const names = running.map(replicaName);
  const wasDown = SERVER_NAMES.every((name) => !findProcess(RUN_DIR, name));
  const agree = async (checked: Checked) => {
    await ask(checked);
    await startServers();
    await Promise.all(names.map((name) => steps.step(`${name} ended`, () => stopProcess(RUN_DIR, name, GRACE_MS))));
  };
  const restored = await restoreBackup(place(), resolve(file), { ...teller(), agree }, new Date());
  steps.say(`  ${restored.documents} documents and ${restored.facts} facts are as they were.`);
  for (const database of restored.left) steps.say(`  ${database} is an outside party’s and was left as it is.`);
  tellOfStrays(restored.strays);
  if (names.length > 0) return startAgain(names);

  if (wasDown) await stopServers(SERVERS, GRACE_MS);
  steps.say('  make up starts the platform.');
}

/** Nobody else will: the orders that this money was for are no more. */
function tellOfStrays(strays: Stray[]): void {
  if (strays.length === 0) return;
  steps.say(`  ${strays.length} payments were made since for orders that are no more. Give them back at the provider:`);
  for (const { paymentId, amount, currency } of strays) {
    steps.say(`    ${paymentId}  ${amount} ${currency}, in minor units`);
  }
}

async function startServers(): Promise<void> {
  const [ours, used] = [serverUrls(SERVER_PORTS), systemInput()];
  const isOurs = { mongo: ours.mongoUrl === used.mongoUrl, kafka: ours.kafkaBrokers === used.kafkaBrokers };
  const own = SERVER_NAMES.filter((name) => ({ ...isOurs, redis: ours.redisUrl === used.redisUrl })[name]);
  await Promise.all(own.map((name) => steps.step(name, () => startServer(SERVERS, name))));
}

async function startAgain(names: ReplicaName[]): Promise<void> {
  await Promise.all(names.map((name) => steps.step(`${name} ready`, () => startService(name))));
}

await runCommand(async () => {
  const [command, file = ''] = process.argv.slice(2);
  if (command === 'take') return take(file);
  if (command === 'restore') return restore(file);
  throw new Refusal('Say what to do: take [FILE], or restore FILE.');
});
