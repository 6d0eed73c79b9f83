import { describe, expect, it } from 'vitest';
import { wanting } from './convergence.ts';
import type { Autoscaler, Deployment } from './objects.ts';

const aDeployment = (name: string, replicas: number, availableReplicas: number): Deployment => ({
  metadata: { name, uid: name, generation: 2 },
  spec: { replicas, selector: {} },
  status: { observedGeneration: 2, availableReplicas },
});

const anAutoscaler = (name: string, minReplicas: number): Autoscaler => ({
  metadata: { name, uid: name },
  spec: { minReplicas, maxReplicas: 12, scaleTargetRef: { kind: 'Deployment', name } },
  status: {},
});

describe('what is not there yet', () => {
  it('is a Deployment with fewer pods available than it wants', () => {
    expect(wanting([aDeployment('orders', 3, 2), aDeployment('media', 2, 2)], [])).toEqual(['orders 2/3']);
  });

  it('is one that its autoscaler has yet to raise', () => {
    expect(wanting([aDeployment('orders', 1, 1)], [anAutoscaler('orders', 3)])).toEqual(['orders 1/3']);
    expect(wanting([aDeployment('orders', 3, 3)], [anAutoscaler('orders', 3)])).toEqual([]);
  });

  it('is one whose change has not been looked at', () => {
    const changed = aDeployment('orders', 2, 2);
    expect(wanting([{ ...changed, status: { ...changed.status, observedGeneration: 1 } }], [])).toEqual(['orders 2/2']);
  });
});
