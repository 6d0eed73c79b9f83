import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helm, objectsOf, PLATFORM, PROFILES, profile, renderText, SERVICE } from './helm.ts';
import { schemaErrors } from './schema-check.ts';

const ciValues = (chart: string) => readdirSync(join(chart, 'ci')).map((file) => join(chart, 'ci', file));

/** Everything that is rendered in some way somewhere. */
const RENDERINGS = [
  ...PROFILES.map((name) => ({ title: `the profile ${name}`, chart: PLATFORM, values: [profile(name)] })),
  ...[PLATFORM, SERVICE].flatMap((chart) =>
    ciValues(chart).map((file) => ({ title: file.slice(chart.length - 8), chart, values: [file] })),
  ),
];

describe.each(RENDERINGS)('$title', ({ chart, values }) => {
  const text = renderText({ chart, values });
  const objects = objectsOf(text);

  it('has only fields that the API server knows', () => {
    expect(objects.flatMap(schemaErrors)).toEqual([]);
    expect(objects.length).toBeGreaterThan(5);
  });

  it('is rendered the same again', () => {
    expect(renderText({ chart, values })).toBe(text);
  });

  it('names nothing twice', () => {
    const names = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('passes helm lint', () => {
    const { status, stdout } = helm(['lint', '--strict', chart, ...values.map((file) => `--values=${file}`)]);
    expect(stdout).toContain('0 chart(s) failed');
    expect(status).toBe(0);
  });
});
