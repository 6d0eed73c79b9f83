import { describe, expect, it } from 'vitest';
import { fittingValues, prioritiesIn, sorted } from './apis.ts';

const MANIFEST = `---
# Source: a template
apiVersion: v1
kind: Service
metadata: { name: orders }
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: orders }
---
# nothing here
---
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      priorityClassName: shop-serving
`;

describe('what a cluster serves', () => {
  it('parts what it can take from what it does not know', () => {
    const { known, count, unknown } = sorted(MANIFEST, new Set(['v1', 'apps/v1']));
    expect(count).toBe(2);
    expect(unknown).toEqual(['1 ScaledObject']);
    expect(known).toContain('kind: Deployment');
    expect(known).not.toContain('ScaledObject');
  });

  it('turns off in the profile what needs an operator that is not there', () => {
    const values = fittingValues(new Set(['v1', 'keda.sh/v1alpha1', 'gateway.networking.k8s.io/v1']), false);
    expect(values).toEqual({ global: { externalSecrets: { enabled: false }, priorityClassName: '' } });
  });

  it('leaves the profile alone where all is there', () => {
    const all = ['external-secrets.io/v1', 'keda.sh/v1alpha1', 'gateway.networking.k8s.io/v1'];
    expect(fittingValues(new Set(all), true)).toEqual({});
  });

  it('finds the priorities that pods ask for', () => {
    expect(prioritiesIn(MANIFEST)).toEqual(['shop-serving']);
  });
});
