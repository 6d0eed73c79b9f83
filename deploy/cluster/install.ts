/** The release is installed, and all its pods are there. */
import { allThere } from './convergence.ts';
import { isReady, isServing, list, type Pod } from './objects.ts';
import { install } from './release.ts';
import { holds, type Trial } from './trial.ts';
import type { Values } from './values.ts';

export async function installAll(trial: Trial, values: Values): Promise<string[]> {
  await install(trial, values);
  const deployments = await allThere(trial);
  holds(deployments.length > 0, 'the release has no Deployments');
  const pods = (await list<Pod>(trial, 'pods')).filter(isServing).filter(isReady);
  const nodes = new Set(pods.map(({ spec }) => spec.nodeName));
  return [`${pods.length} pods of ${deployments.length} Deployments are ready, on ${nodes.size} nodes`];
}
