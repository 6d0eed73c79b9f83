/** Whether the cluster may be used, before anything is made there. */
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { Refusal } from '../local/steps.ts';
import type { Command } from './commands.ts';
import { OWN_LABEL, takeAway } from './namespace.ts';
import type { ClusterNode, Meta } from './objects.ts';
import type { Settings } from './settings.ts';
import type { Reached } from './trial.ts';

/** Of KWOK, which simulates nodes. */
const SIMULATED = 'kwok.x-k8s.io/node';

const REACH_WITHIN = '--request-timeout=10s';

function refuseMissing(variable: string, paths: readonly string[]): void {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Refusal(`${variable} names ${missing.join(' and ')}, and there is no such file.`);
}

/** The files that the command is told of must be there. Errors: Refusal. */
export function refuseMissingFiles(kubeconfig: string, values: readonly string[]): void {
  refuseMissing(
    'KUBECONFIG',
    kubeconfig.split(delimiter).filter((path) => path !== ''),
  );
  refuseMissing('VALUES', values);
}

/** Errors: Refusal, with what the client said, when the API server does not answer. */
async function refuseUnreachable(kubectl: Command): Promise<void> {
  const { code, err } = await kubectl.answer(['get', '--raw', '/readyz', REACH_WITHIN]);
  if (code === 0) return;
  const because = err.trim().split('\n').at(-1) ?? '';
  throw new Refusal(
    `The cluster that KUBECONFIG names does not answer: ${because}\nIs it running, and is this its file?`,
  );
}

interface Namespace {
  metadata: Meta;
}

/** Whether the namespace is there, left by a run before. Errors: Refusal, when it is somebody else's. */
async function isLeftOver(kubectl: Command, { namespace }: Settings): Promise<boolean> {
  const found = await kubectl(['get', 'namespace', namespace, '--ignore-not-found', '-o', 'json']);
  if (found.trim() === '') return false;

  const { metadata }: Namespace = JSON.parse(found);
  if (metadata.labels?.[OWN_LABEL] === 'yes') return true;
  throw new Refusal(
    `The namespace ${namespace} is there already and was not made by this command. Nothing was touched.\n` +
      'Name another: make charts-cluster TRIAL_NAMESPACE=…',
  );
}

async function nodesOf(kubectl: Command, { scale }: Settings): Promise<ClusterNode[]> {
  const { items }: { items: ClusterNode[] } = JSON.parse(await kubectl(['get', 'nodes', '-o', 'json']));
  if (items.length === 0) throw new Refusal('The cluster has no nodes: nothing could run there.');
  if (items.length < scale) throw new Refusal(`SCALE=${scale} needs as many nodes; the cluster has ${items.length}.`);
  return items;
}

/**
 * Looks whether the cluster answers, what its nodes are, and whether the namespace may be made: nothing is made yet. A
 * namespace that a run before has left is deleted. Errors: Refusal.
 */
export async function reach(settings: Settings, kubectl: Command, helm: Command): Promise<Reached> {
  await refuseUnreachable(kubectl);
  await helm(['version', '--short']);
  const nodes = await nodesOf(kubectl, settings);
  if (await isLeftOver(kubectl, settings)) await takeAway({ settings, kubectl, helm });

  const simulated = nodes.every(({ metadata }) => metadata.annotations?.[SIMULATED] !== undefined);
  const profile = settings.profile ?? (simulated ? 'prod' : 'dev');
  return { settings, profile, kubectl, helm, simulated, nodes: nodes.length };
}
