/** The NetworkPolicies that the server took. Whether they are enforced is up to the cluster's network. */
import { type Deployment, list, type NetworkPolicy, selects } from './objects.ts';
import { holds, type Trial } from './trial.ts';

interface WithPodLabels extends Deployment {
  spec: Deployment['spec'] & { template: { metadata: { labels?: Record<string, string> } } };
}

/** Every Deployment's pods must be under a policy for what comes in, and every policy must be about some pods. */
export async function acceptPolicies(trial: Trial): Promise<string[]> {
  const policies = await list<NetworkPolicy>(trial, 'networkpolicies');
  const deployments = await list<WithPodLabels>(trial, 'deployments');
  const governs = ({ spec }: NetworkPolicy, { spec: { template } }: WithPodLabels) =>
    selects(spec.podSelector, template.metadata);
  const open = deployments.filter((deployment) => !policies.some((policy) => governs(policy, deployment)));
  const names = open.map(({ metadata }) => metadata.name).join(', ');
  holds(open.length === 0, `no NetworkPolicy is about ${names}`);
  return [`${policies.length} policies over ${deployments.length} Deployments`];
}
