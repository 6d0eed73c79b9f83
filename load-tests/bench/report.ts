import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { table } from '@social/local/table';
import type { Row } from './row.ts';
import { ROOT } from './stage.ts';

/** What `results/bench.json` holds. */
export type Report = { machine: string; date: string; rows: Row[] };

const FILE = join(ROOT, 'load-tests/results/bench.json');

/** Durations in seconds that other commands leave behind, with the time they should stay under. */
const FIGURES = [
  { title: 'make up, from warm caches', file: '.local/run/up.seconds', goal: 40 },
  { title: 'make test', file: '.local/test/seconds', goal: 1200 },
];

/** New rows take the place of those with their names; a row that is new comes last. */
export function merged(before: readonly Row[], rows: readonly Row[]): Row[] {
  const measured = new Map(rows.map((row) => [row.name, row]));
  const kept = before.map((row) => measured.get(row.name) ?? row);
  const known = new Set(before.map(({ name }) => name));
  return [...kept, ...rows.filter(({ name }) => !known.has(name))];
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** Writes the rows into the file beside those measured before; gives all of them. */
export function saveRows(rows: readonly Row[]): Row[] {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Report).rows : [];
  const report: Report = { machine: machine(), date: new Date().toISOString(), rows: merged(before, rows) };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(report, null, 2)}\n`);
  return report.rows;
}

/** The cells of a row: figures, ratio against bar, CPU of both sides, verdict. */
export const cellsOf = (row: Row): string[] => [
  row.name,
  `${row.ours}`,
  `${row.limit}`,
  row.unit,
  row.ratio.toFixed(2),
  row.bar === 0 ? 'shown' : `${row.atLeast ? '≥' : '≤'} ${row.bar}`,
  row.cpuUsOurs === null ? '-' : `${row.cpuUsOurs}`,
  row.cpuUsLimit === null ? '-' : `${row.cpuUsLimit}`,
  row.pass ? 'pass' : 'FAIL',
];

/** Prints the table, and beside it the durations of the commands. */
export function printReport(rows: readonly Row[], say: (line: string) => void): void {
  const header = ['row', 'ours', 'limit', 'unit', 'ratio', 'bar', 'CPU µs ours', 'CPU µs limit', ''];
  say('');
  for (const line of table(header, rows.map(cellsOf))) say(`  ${line}`);
  say('');
  for (const { title, file, goal } of FIGURES) say(`  ${title.padEnd(28)} ${duration(file)}  (goal ≤ ${goal} s)`);
  say(`\n  Written to load-tests/results/bench.json`);
}

function duration(file: string): string {
  const path = join(ROOT, file);
  return existsSync(path) ? `${readFileSync(path, 'utf8').trim()} s` : 'not measured yet';
}
