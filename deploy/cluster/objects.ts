/** The parts of Kubernetes' objects that the steps look at. */
import type { Trial } from './trial.ts';

export interface Meta {
  name: string;
  namespace?: string;
  uid: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: { kind: string; name: string }[];
  deletionTimestamp?: string;
}

export type Selector = { matchLabels?: Record<string, string> };

export interface Deployment {
  metadata: Meta & { generation: number };
  spec: { replicas: number; selector: Selector };
  status: { observedGeneration?: number; replicas?: number; updatedReplicas?: number; availableReplicas?: number };
}

export interface Pod {
  metadata: Meta;
  spec: { nodeName?: string };
  status: { phase: string; conditions?: { type: string; status: string }[] };
}

export interface Autoscaler {
  metadata: Meta;
  spec: { minReplicas: number; maxReplicas: number; scaleTargetRef: { kind: string; name: string } };
  status: { currentReplicas?: number; conditions?: { type: string; status: string; message?: string }[] };
}

export interface DisruptionBudget {
  metadata: Meta;
  spec: { selector: Selector };
  status: { currentHealthy: number; desiredHealthy: number; disruptionsAllowed: number; expectedPods: number };
}

export interface NetworkPolicy {
  metadata: Meta;
  spec: { podSelector: Selector; policyTypes?: string[] };
}

export interface ClusterNode {
  metadata: Meta;
  spec: { unschedulable?: boolean };
}

/** All objects of a kind in the trial's namespace; of one that has no namespace, all of the cluster. */
export async function list<T>(trial: Trial, kind: string): Promise<T[]> {
  const out = await trial.kubectl(['get', kind, '-n', trial.settings.namespace, '-o', 'json']);
  const { items }: { items: T[] } = JSON.parse(out);
  return items;
}

/** The selector as kubectl takes it, `a=b,c=d`. */
export const asQuery = ({ matchLabels = {} }: Selector): string =>
  Object.entries(matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/** Whether the object has every label that the selector asks for. An empty selector takes all. */
export const selects = ({ matchLabels = {} }: Selector, { labels = {} }: Pick<Meta, 'labels'>): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value);

/** A pod that serves: not one that is ending, nor a Job's. */
export const isServing = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined &&
  status.phase === 'Running' &&
  (metadata.ownerReferences ?? []).some(({ kind }) => kind === 'ReplicaSet');

export const isReady = ({ status }: Pod): boolean =>
  (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True');
