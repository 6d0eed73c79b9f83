/** What a cluster cannot take because an operator is not there, and what is left out of the profile for that. */
import { parseAllDocuments } from 'yaml';
import { SERVICE_NAMES } from '../local/system.ts';
import type { Command } from './commands.ts';
import { laidOver, type Values } from './values.ts';

/** An object as a chart renders it, as far as it is looked at here. */
export interface Rendered {
  apiVersion: string;
  kind: string;
}

/** The group-versions that the server serves, `apps/v1`. */
export async function servedApis(kubectl: Command): Promise<Set<string>> {
  const out = await kubectl(['api-versions']);
  return new Set(out.split('\n').filter((line) => line !== ''));
}

/** The objects of a render that the server knows, as one manifest again, and how many of each other kind there were. */
export function sorted(
  manifest: string,
  served: ReadonlySet<string>,
): { known: string; count: number; unknown: string[] } {
  const objects = parseAllDocuments(manifest).flatMap((document) => {
    const object: Rendered | null = document.toJS();
    return object ? [{ document, object }] : [];
  });
  const known = objects.filter(({ object }) => served.has(object.apiVersion));
  const others = objects.filter(({ object }) => !served.has(object.apiVersion)).map(({ object }) => object.kind);
  const unknown = [...Map.groupBy(others, (kind) => kind)].map(([kind, all]) => `${all.length} ${kind}`);
  return { known: known.map(({ document }) => `---\n${document}`).join(''), count: known.length, unknown };
}

const everyService = (values: Values): Values => Object.fromEntries(SERVICE_NAMES.map((name) => [name, values]));

/** What turns off the objects of an API, by its group. */
const WITHOUT: Record<string, Values> = {
  'external-secrets.io': { global: { externalSecrets: { enabled: false } } },
  'gateway.networking.k8s.io': everyService({ httpRoute: { enabled: false } }),
  'keda.sh': everyService({ autoscaling: { keda: { enabled: false } } }),
};

/** Pods of a priority that the cluster does not have would be refused. */
const WITHOUT_PRIORITY: Values = { global: { priorityClassName: '' } };

/** Values that fit a profile to a cluster: without the APIs it does not serve, and the priorities it does not have. */
export function fittingValues(served: ReadonlySet<string>, hasPriorities: boolean): Values {
  const groups = new Set([...served].map((api) => api.split('/')[0]));
  const off = Object.entries(WITHOUT).filter(([group]) => !groups.has(group));
  const all = off.map(([, values]) => values).concat(hasPriorities ? [] : [WITHOUT_PRIORITY]);
  return all.reduce(laidOver, {});
}

/** The priority classes that a render's pods ask for. */
export const prioritiesIn = (manifest: string): string[] => [
  ...new Set([...manifest.matchAll(/^\s*priorityClassName: (\S+)/gm)].map(([, name = '']) => name)),
];
