/** Upgrades, good and bad, while every Deployment is watched. */
import { whileWatched } from './availability.ts';
import { type Deployment, list } from './objects.ts';
import { failingUpgrade, rollBack, stateOf, upgrade } from './release.ts';
import { holds, type Trial } from './trial.ts';
import type { Values } from './values.ts';

/** How long the bad upgrade is waited for before it is given up. */
const BAD_WITHIN_S = 30;

/** Of the services: the small brokers of a trial installation stay as they are. */
async function generations(trial: Trial): Promise<Map<string, number>> {
  const all = await list<Deployment>(trial, 'deployments');
  const deployments = all.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] !== 'trial');
  return new Map(deployments.map(({ metadata }) => [metadata.name, metadata.generation]));
}

/** Every Deployment gets new pods, and keeps to its own limits of how many may be missing or too many. */
export async function rollOut(trial: Trial, values: Values): Promise<string[]> {
  const before = await generations(trial);
  const seen = await whileWatched(trial, () => upgrade(trial, values));
  const after = await generations(trial);
  const unchanged = [...after].filter(([name, generation]) => before.get(name) === generation).map(([name]) => name);
  holds(unchanged.length === 0, `the upgrade left ${unchanged.join(', ')} as before`);
  return [seen];
}

/** An upgrade whose pods can run nowhere fails, what was there goes on serving, and a rollback makes all as it was. */
export async function breakAndRollBack(trial: Trial, broken: Values): Promise<string[]> {
  const before = await stateOf(trial);
  let reason = '';
  const seen = await whileWatched(trial, async () => {
    reason = await failingUpgrade(trial, broken, BAD_WITHIN_S);
    await rollBack(trial, before.revision);
  });
  const after = await stateOf(trial);
  holds(after.status === 'deployed', `after the rollback the release is ${after.status}`);
  holds(after.manifest === before.manifest, 'the rollback did not bring back what was there before');
  return [`refused: ${reason}`, seen];
}
