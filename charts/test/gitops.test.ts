import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type KubeObject, PLATFORM, profile, ROOT, render, SERVICE } from './helm.ts';
import { schemaErrors } from './schema-check.ts';

const FOLDER = join(ROOT, 'deploy/gitops');
const manifests = readdirSync(FOLDER).flatMap((file) =>
  parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map((document): KubeObject => document.toJS()),
);
const ofKind = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);

describe('the examples for GitOps', () => {
  it('have only fields that Argo CD and Flux know', () => {
    expect(manifests.map(({ kind }) => kind).toSorted()).toEqual(['Application', 'GitRepository', 'HelmRelease']);
    expect(manifests.flatMap(schemaErrors)).toEqual([]);
  });

  it('name a chart and profiles that there are, and values that it takes', () => {
    for (const { spec } of ofKind('Application')) {
      const chart = join(ROOT, spec.source.path);
      const values = spec.source.helm.valueFiles.map((file: string) => join(chart, file));
      const set = spec.source.helm.parameters.map(({ name, value }: Record<string, string>) => `${name}=${value}`);
      expect(render({ chart, values, set, apis: spec.source.helm.apiVersions }).length).toBeGreaterThan(80);
    }
    for (const { spec } of ofKind('HelmRelease')) {
      const values = spec.chart.spec.valuesFiles.map((file: string) => join(ROOT, file));
      const set = [`global.image.tag=${spec.values.global.image.tag}`];
      expect(render({ chart: join(ROOT, spec.chart.spec.chart), values, set }).length).toBeGreaterThan(70);
    }
  });

  it('need no cluster to be rendered: no look-up, no chance, no clock', () => {
    const files = [PLATFORM, SERVICE].flatMap((chart) =>
      readdirSync(join(chart, 'templates'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const text of files) {
      expect(text).not.toMatch(/(\{\{-?|\(|\|)\s*(lookup|rand\w+|uuidv4|now|gen\w+(Cert|CA|Key)\w*)\b/);
    }
  });

  it('render a chart that neither says what it is called nor where it is', () => {
    const names = (release: string) =>
      render({ release, values: [profile('dev')] }).map(({ metadata }) => metadata.name);
    expect(names('other').filter((name) => name.startsWith('shop'))).toEqual([]);
  });
});
