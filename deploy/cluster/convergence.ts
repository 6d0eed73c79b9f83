/** When all that is to be there is there. */
import { eventually } from './eventually.ts';
import { type Autoscaler, type Deployment, list } from './objects.ts';
import type { Trial } from './trial.ts';

/** Pods are pulled and started on real nodes, and on simulated ones hundreds are to be scheduled. */
const WITHIN_MS = 600_000;

/** The Deployments that have fewer pods available than they, or their autoscalers, want at the least. */
export function wanting(deployments: readonly Deployment[], autoscalers: readonly Autoscaler[]): string[] {
  const least = new Map(autoscalers.map(({ spec }) => [spec.scaleTargetRef.name, spec.minReplicas]));
  return deployments.flatMap(({ metadata: { name, generation }, spec, status }) => {
    const wanted = Math.max(spec.replicas, least.get(name) ?? 0);
    const { availableReplicas = 0, observedGeneration = 0 } = status;
    return availableReplicas >= wanted && observedGeneration >= generation
      ? []
      : [`${name} ${availableReplicas}/${wanted}`];
  });
}

/** A Deployment starts with one pod and has its autoscaler's minimum a moment later: Helm does not wait for that. */
export async function allThere(trial: Trial): Promise<Deployment[]> {
  let left: string[] = [];
  return eventually(
    WITHIN_MS,
    () => `pods available: ${left.join(', ')}`,
    async () => {
      const deployments = await list<Deployment>(trial, 'deployments');
      left = wanting(deployments, await list<Autoscaler>(trial, 'horizontalpodautoscalers'));
      return left.length === 0 ? deployments : undefined;
    },
  );
}
