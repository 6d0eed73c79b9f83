/** `make backup` and `make restore`: `node deploy/local/backup.ts take [FILE] | restore FILE`. */
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Checked } from '../backup/check.ts';
import { backupAt } from '../backup/directory-store.ts';
import { nameAt } from '../backup/keeping.ts';
import type { Place } from '../backup/place.ts';
import { type KafkaChoice, restoreBackup } from '../backup/restore.ts';
import { takeBackup } from '../backup/take.ts';
import { teller, tellRestored, tellTaken } from '../backup/telling.ts';
import { findProcess, listProcesses, stopProcess } from './processes.ts';
import { SERVER_NAMES, serverUrls, startServer, stopServers } from './servers.ts';
import { HOME, ROOT, RUN_DIR, SERVERS, startService, systemInput } from './stack.ts';
import { createSteps, Refusal, runCommand } from './steps.ts';
import { type ReplicaName, replicaName, replicaOf, SERVER_PORTS, serviceEnv } from './system.ts';

/** A service may finish the requests it has. */
const GRACE_MS = 15_000;

const steps = createSteps(process.stdout, Date.now);

function place(): Place {
  const input = systemInput();
  const { mongoUrl, kafkaBrokers, redisUrl, namespace, secrets } = input;
  const directories = { media: serviceEnv('media', input).MEDIA_DIR ?? '' };
  return { mongoUrl, kafkaBrokers, redisUrl, namespace, directories, keys: secrets };
}

async function take(file: string): Promise<void> {
  const now = new Date();
  const path = file ? resolve(file) : join(HOME, 'backups', nameAt(now));
  const backup = backupAt(path);
  const taken = await steps.step('backup', () => takeBackup(place(), backup, teller(steps), now));
  await tellTaken(steps, taken, backup.store, backup.name);
  steps.say('  (without the keys: .local/secrets.env is to be kept somewhere else)');
  steps.say(`  make restore FILE=${relative(ROOT, path)}`);
}

/** Says what will be lost, and hears whether it may be. Errors: Refusal. */
async function ask({ header, documents, facts }: Checked): Promise<void> {
  steps.say(`  The backup is whole: ${documents} documents and ${facts} facts of ${header.takenAt.toISOString()}.`);
  if (process.env.CONFIRM === 'yes') return;

  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new Promise<string>((answer) => terminal.once('close', () => answer('')));
  const where = kafkaChoice() === 'keep' ? 'in MongoDB; in Kafka it counts no more' : 'in MongoDB and in Kafka';
  const question = `Everything since then is lost, ${where}. Type yes to go on: `;
  const answer = await Promise.race([terminal.question(question), gone]);
  terminal.close();
  if (answer.trim() !== 'yes') throw new Refusal('Nothing was touched.');
}

/** KAFKA=keep is for trying out what a cluster does whose Kafka outlived its MongoDB. Errors: Refusal. */
function kafkaChoice(): KafkaChoice {
  const choice = process.env.KAFKA || 'replace';
  if (choice === 'replace' || choice === 'keep') return choice;
  throw new Refusal('KAFKA is keep or replace.');
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
  const options = { kafka: kafkaChoice(), now: new Date() };
  tellRestored(steps, await restoreBackup(place(), backupAt(resolve(file)), { ...teller(steps), agree }, options));
  if (names.length > 0) return startAgain(names);

  if (wasDown) await stopServers(SERVERS, GRACE_MS);
  steps.say('  make up starts the platform.');
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
