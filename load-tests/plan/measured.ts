/** What the last `make bench` has measured of joins. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../bench/report.ts';
import type { JoinCosts } from './model.ts';

const results = join(import.meta.dirname, '../results');

export function measuredCosts(): JoinCosts {
  return JSON.parse(readFileSync(join(results, 'join-costs.json'), 'utf8'));
}

/** Bytes of Redis for a seat, as measured in groups of ten; the part of a group that all its seats share is in it. */
export function measuredBytesOfASeat(): number {
  const { rows }: Report = JSON.parse(readFileSync(join(results, 'bench.json'), 'utf8'));
  return (rows.find(({ name }) => name === 'group-bytes')?.ours ?? 0) / 10;
}
