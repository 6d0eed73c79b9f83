/** The backup's Jobs: `node deploy/backup/main.ts take | list | verify [NAME] | restore`. All else is environment. */
import { createSteps, Refusal, runCommand } from '../local/steps.ts';
import { type Config, loadConfig, placeOf, storeOf } from './config.ts';
import { backupNames, nameAt, removeNeedless, verify } from './keeping.ts';
import { restoreBackup } from './restore.ts';
import { takeBackup } from './take.ts';
import { teller, tellRestored, tellTaken } from './telling.ts';

const steps = createSteps(process.stdout, Date.now);
const telling = teller(steps);

/** Takes a backup, reads it back, and removes those that it makes needless. */
async function take(config: Config): Promise<void> {
  const [place, store, now] = [placeOf(config), storeOf(config), new Date()];
  const name = nameAt(now);
  await store.tidy();
  const taken = await steps.step('backup', () => takeBackup(place, { store, name }, telling, now));
  await tellTaken(steps, taken, store, name);
  await steps.step('read back', () => verify({ store, name }, place.keys, telling));
  const removed = await removeNeedless(store, config.BACKUP_KEEP);
  if (removed.length > 0) steps.say(`  removed, for the newest ${config.BACKUP_KEEP} are kept: ${removed.join(', ')}`);
}

/** What there is, the newest last. */
async function list(config: Config): Promise<void> {
  const store = storeOf(config);
  const names = backupNames(await store.names());
  for (const name of names) steps.say(`${name}  ${await store.size(name)} bytes`);
  if (names.length === 0) steps.say(`There is no backup in ${store.title} yet.`);
}

/** Reads a backup, the newest unless one is named, to its last byte. */
async function check(config: Config, asked: string): Promise<void> {
  const store = storeOf(config);
  const name = asked || backupNames(await store.names()).at(-1);
  if (!name) throw new Refusal(`There is no backup in ${store.title} yet.`);

  const { keys } = placeOf(config);
  const { documents, facts, header } = await steps.step(name, () => verify({ store, name }, keys, telling));
  steps.say(`  whole: ${documents} documents and ${facts} facts of ${header.takenAt.toISOString()}`);
}

/** Whoever names a backup and says what becomes of Kafka has decided: a Job can ask nobody. */
async function restore(config: Config): Promise<void> {
  const { RESTORE_FROM: name, RESTORE_KAFKA: kafka } = config;
  if (!name) throw new Refusal('Set RESTORE_FROM to the name of a backup; list tells which there are.');
  if (!kafka) {
    throw new Refusal(
      'Set RESTORE_KAFKA: keep, where Kafka has the topics of then and since; replace, where it has not.',
    );
  }

  const agree = async () => steps.say('  The backup is whole. It takes the place of what is there now.');
  const backup = { store: storeOf(config), name };
  const options = { kafka, now: new Date() };
  const restored = await steps.step('restore', () =>
    restoreBackup(placeOf(config), backup, { ...telling, agree }, options),
  );
  tellRestored(steps, restored);
}

await runCommand(async () => {
  const [command, name = ''] = process.argv.slice(2);
  const commands = { take, list, verify: (config: Config) => check(config, name), restore };
  const run = Object.entries(commands).find(([known]) => known === command)?.[1];
  if (!run) throw new Refusal('Say what to do: take, list, verify [NAME], or restore.');
  await run(loadConfig());
});
