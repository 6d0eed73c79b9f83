/** The namespace that all is made in, and that goes with all that is in it. */
import { holds, type Reached, type Trial } from './trial.ts';

/** On the namespace that the proof made: it touches no other. */
export const OWN_LABEL = 'social-commerce.dev/trial';

const POD_SECURITY = 'pod-security.kubernetes.io';

/** Makes the namespace; it enforces `restricted`, and warns of Deployments whose pods would be refused. */
export async function createNamespace({ kubectl, settings }: Trial): Promise<string[]> {
  const labels = {
    [OWN_LABEL]: 'yes',
    [`${POD_SECURITY}/enforce`]: 'restricted',
    [`${POD_SECURITY}/warn`]: 'restricted',
  };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: settings.namespace, labels } };
  await kubectl(['create', '-f', '-'], JSON.stringify(namespace));
  return [];
}

/** A pod as nobody should be able to run it. */
const PRIVILEGED = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'privileged' },
  spec: {
    hostNetwork: true,
    containers: [{ name: 'shell', image: 'busybox', securityContext: { privileged: true, runAsUser: 0 } }],
  },
};

/** A pod with the host's network, as root, is asked for and must be refused by Pod Security. */
export async function refusePrivilegedPod({ kubectl, settings }: Trial): Promise<string[]> {
  const asked = ['create', '-n', settings.namespace, '-f', '-', '--dry-run=server'];
  const { code, err } = await kubectl.answer(asked, JSON.stringify(PRIVILEGED));
  holds(code !== 0, 'a privileged pod was admitted');
  holds(err.includes('violates PodSecurity "restricted'), `a privileged pod was refused for another reason: ${err}`);
  const reasons = /violates PodSecurity "restricted[^"]*": (.*)/.exec(err)?.[1] ?? '';
  return [`refused for ${reasons.split('), ').length} reasons`];
}

/** Takes away the release, if it is still there, and the namespace with all that is in it. Waits until it is gone. */
export async function takeAway({
  kubectl,
  helm,
  settings,
}: Pick<Reached, 'kubectl' | 'helm' | 'settings'>): Promise<void> {
  const { namespace, release } = settings;
  // What has no namespace, such as a priority class, goes with the release only.
  await helm(['uninstall', release, `--namespace=${namespace}`, '--ignore-not-found', '--no-hooks']);
  await kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait', '--timeout=180s']);
}
