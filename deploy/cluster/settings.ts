/** What `make charts-cluster` is told, and what it refuses. Pure. */
import { Refusal } from '../local/steps.ts';

export interface Settings {
  /** The command that speaks to the cluster, with its first arguments. */
  kubectl: string[];
  helm: string[];
  namespace: string;
  release: string;
  /** A file of deploy/envs, by its name without `.yaml`; undefined: prod on simulated nodes, dev on others. */
  profile: string | undefined;
  /** Further values files, for a cluster that has servers of its own. */
  values: string[];
  /** Nodes that there must be; 0: the proof at whatever size the cluster has. */
  scale: number;
  /** Joins a second that the plan at scale is for. */
  joinsPerSecond: number;
  /** Whether the namespace stays when all is done, to be looked at. */
  keep: boolean;
  /** Whether a zone may be drained that is made of real nodes. */
  drain: boolean;
}

type Env = Record<string, string | undefined>;

const DNS_LABEL = /^[a-z]([-a-z0-9]{0,51}[a-z0-9])?$/;

const NAMESPACE = 'social-commerce-trial';
const RELEASE = 'shop';
const JOINS_AT_SCALE = 100_000;

function wholeNumber(env: Env, name: string, otherwise: number, most: number): number {
  const given = env[name]?.trim();
  if (!given) return otherwise;

  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Refusal(`${name} is a whole number from 1 to ${most}, not ${given}: make charts-cluster SCALE=300`);
}

function label(env: Env, name: string, otherwise: string): string {
  const value = env[name]?.trim() || otherwise;
  if (DNS_LABEL.test(value)) return value;
  throw new Refusal(`${name} is a name of small letters, digits and dashes, at most 53, not ${value}`);
}

function decided(env: Env, name: string): boolean {
  const value = env[name]?.trim() || 'no';
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new Refusal(`${name} is yes or no, not ${value}`);
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * Reads the command's environment. `KUBECONFIG` must be set: nobody's everyday cluster is taken by accident.
 * Errors: Refusal, saying what to give.
 */
export function settingsFrom(env: Env): Settings {
  if (!env.KUBECONFIG?.trim())
    throw new Refusal(
      'KUBECONFIG names no cluster. Say which one may be used: KUBECONFIG=~/.kube/trial make charts-cluster',
    );

  return {
    kubectl: words(env.KUBECTL || 'kubectl'),
    helm: words(env.HELM || 'helm'),
    namespace: label(env, 'TRIAL_NAMESPACE', NAMESPACE),
    release: label(env, 'RELEASE', RELEASE),
    profile: env.PROFILE?.trim() ? label(env, 'PROFILE', '') : undefined,
    values: words(env.VALUES ?? ''),
    scale: wholeNumber(env, 'SCALE', 0, 5000),
    joinsPerSecond: wholeNumber(env, 'JOINS', JOINS_AT_SCALE, 10_000_000),
    keep: decided(env, 'KEEP'),
    drain: decided(env, 'DRAIN'),
  };
}
