/** What is left of a release after it was uninstalled: nothing. */
import { eventually } from './eventually.ts';
import { list, type Meta } from './objects.ts';
import { uninstall } from './release.ts';
import { Disproved, type Trial } from './trial.ts';

const GONE_WITHIN_MS = 120_000;

/** What every namespace has by itself, or what tells only of the past. */
const GIVEN = new Set(['configmaps/kube-root-ca.crt', 'serviceaccounts/default']);
const TELLS_OF_THE_PAST = new Set(['events', 'events.events.k8s.io', 'pods.metrics.k8s.io']);

interface Named {
  metadata: Meta;
}

/** Of each kind that can be listed, its name with its group. */
async function kinds({ kubectl }: Trial, namespaced: 'true' | 'false'): Promise<string[]> {
  const out = await kubectl(['api-resources', '--verbs=list', `--namespaced=${namespaced}`, '-o', 'name']);
  return out.split('\n').filter((name) => name !== '' && !TELLS_OF_THE_PAST.has(name));
}

async function inNamespace(trial: Trial, all: readonly string[]): Promise<string[]> {
  const args = ['get', all.join(','), '-n', trial.settings.namespace, '-o', 'name'];
  const names = (await trial.kubectl(args)).split('\n').filter((name) => name !== '');
  return names.map(plural).filter((name) => !GIVEN.has(name));
}

/** `configmap/a` as `configmaps/a`: kubectl names objects in the singular. */
const plural = (name: string): string => name.replace(/^(configmap|serviceaccount)\//, '$1s/');

/** Objects without a namespace say by Helm's annotations whose they are. */
async function inCluster(trial: Trial, all: readonly string[]): Promise<string[]> {
  const { release, namespace } = trial.settings;
  const isOurs = ({ metadata: { annotations = {} } }: Named) =>
    annotations['meta.helm.sh/release-name'] === release && annotations['meta.helm.sh/release-namespace'] === namespace;
  const found: string[] = [];
  for (const kind of all) {
    const objects = (await list<Named>(trial, kind)).filter(isOurs);
    found.push(...objects.map(({ metadata }) => `${kind}/${metadata.name}`));
  }
  return found;
}

/** Uninstalls, and lists every kind of object that the server knows. Errors: Disproved, naming what is left. */
export async function uninstallAll(trial: Trial): Promise<string[]> {
  await uninstall(trial);
  const own = await kinds(trial, 'true');
  let left: string[] = [];
  const nothing = async () => {
    left = await inNamespace(trial, own);
    return left.length === 0 ? true : undefined;
  };
  await eventually(GONE_WITHIN_MS, 'nothing is left', nothing).catch((error: unknown) => {
    throw left.length > 0 ? new Disproved(`uninstalling has left ${left.join(', ')}`) : error;
  });
  const wide = await kinds(trial, 'false');
  const outside = await inCluster(trial, wide);
  if (outside.length > 0) throw new Disproved(`uninstalling has left ${outside.join(', ')}`);
  return [`nothing left of ${own.length} namespaced kinds, nor of ${wide.length} others`];
}
