/** `make import FILE=x.csv MERCHANT=… CURRENCY=CNY`: loads a product CSV through the public API and shows how far it is. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { draw, endOfDrawing, openSession, refuse, runSession, sessionVariables } from './cli-session.ts';
import { type ImportLine, importFile } from './import-client.ts';

const WIDTH = 30;
/** Errors beyond these are counted, not printed. */
const ERRORS_SHOWN = 50;

const environment = z.object({
  FILE: z.string().min(1),
  CURRENCY: z
    .string()
    .transform((text) => text || 'CNY')
    .default('CNY'),
  ...sessionVariables,
});

const countsOf = ({ rows, created, updated, refused }: ImportLine['progress']): string =>
  `${rows} rows: ${created} products new, ${updated} changed, ${refused} refused`;

function show(name: string, { progress, done }: ImportLine, total: number): void {
  const share = done ? 1 : Math.min(1, progress.bytes / Math.max(1, total));
  const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.');
  const line = `  ${name} ${bar} ${`${Math.floor(share * 100)}`.padStart(3)}%  ${countsOf(progress)}`;
  if (process.stdout.isTTY || !done) draw(line);
}

function printErrors(errors: ImportLine['errors']): void {
  for (const { line, column, reason, handle } of errors.slice(0, ERRORS_SHOWN)) {
    process.stdout.write(`  line ${line}${column ? `, ${column}` : ''}${handle ? ` (${handle})` : ''}: ${reason}\n`);
  }
  if (errors.length > ERRORS_SHOWN) process.stdout.write(`  … and ${errors.length - ERRORS_SHOWN} more\n`);
}

async function main(): Promise<void> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) refuse('Say which file: make import FILE=x.csv MERCHANT=… CURRENCY=CNY');
  const { FILE, CURRENCY, ...env } = parsed.data;
  if (!existsSync(FILE)) refuse(`There is no file ${FILE}.`);

  const { api, merchant } = await openSession(env);
  const errors: ImportLine['errors'] = [];
  const started = performance.now();
  const onLine = (line: ImportLine, total: number) => {
    for (const error of line.errors) errors.push(error);
    show(basename(FILE), line, total);
  };
  const { progress } = await importFile(api, { file: FILE, merchant, currency: CURRENCY, onLine });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${endOfDrawing()}  ${merchant}: ${countsOf(progress)} in ${seconds} s\n`);
  printErrors(errors);
}

await runSession(main);
