/** The objects that matter, as they are installed; `vitest run --project charts -u` writes them anew after a change that is meant. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type KubeObject, object, PLATFORM, profile, render, SERVICE } from './helm.ts';

const GOLDEN = [
  {
    file: 'orders.yaml',
    chart: PLATFORM,
    values: profile('prod'),
    kinds: ['Deployment', 'HorizontalPodAutoscaler', 'NetworkPolicy', 'PodDisruptionBudget', 'ExternalSecret'],
    name: 'orders',
  },
  {
    file: 'gateway.yaml',
    chart: PLATFORM,
    values: profile('prod'),
    kinds: ['Service', 'HTTPRoute', 'NetworkPolicy', 'ConfigMap'],
    name: 'gateway',
  },
  {
    file: 'jobs.yaml',
    chart: SERVICE,
    values: join(SERVICE, 'ci/everything-values.yaml'),
    kinds: ['Job', 'CronJob', 'ScaledObject', 'PrometheusRule'],
    name: 'everything',
  },
];

const SUFFIX: Record<string, string> = { ExternalSecret: '-env', Job: '-prepare', CronJob: '-retain' };

const wanted = (objects: KubeObject[], kind: string, name: string): KubeObject =>
  object(objects, kind, `shop-${name}${SUFFIX[kind] ?? ''}`);

describe('golden renderings', () => {
  it.each(GOLDEN)('$file', async ({ file, chart, values, kinds, name }) => {
    const objects = render({ chart, values: [values] });
    const text = kinds.map((kind) => stringify(wanted(objects, kind, name), { sortMapEntries: true })).join('---\n');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', file));
  });
});
