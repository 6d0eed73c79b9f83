/** `make import FILE=x.csv MERCHANT=… CURRENCY=CNY`: loads a product CSV through the public API and shows how far it is. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { ApiRefusal, apiAt, logIn } from './api-client.ts';
import { type ImportLine, importFile } from './import-client.ts';

const WIDTH = 30;
/** Errors beyond these are counted, not printed. */
const ERRORS_SHOWN = 50;

const environment = z.object({
  FILE: z.string().min(1),
  /** Id or slug; by default the first merchant of the platform. */
  MERCHANT: z.string().default(''),
  CURRENCY: z
    .string()
    .transform((text) => text || 'CNY')
    .default('CNY'),
  PUBLIC_URL: z.url().default('http://127.0.0.1:7080'),
  /** The account that imports; by default the first operator. */
  IMPORT_PHONE: z.string().optional(),
  IMPORT_PASSWORD: z.string().optional(),
  BOOTSTRAP_OPERATOR_PHONE: z.string().default(''),
  BOOTSTRAP_OPERATOR_PASSWORD: z.string().default(''),
});

const merchantsSchema = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })) });

/** Prints one sentence and ends with 1. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const countsOf = ({ rows, created, updated, refused }: ImportLine['progress']): string =>
  `${rows} rows: ${created} products new, ${updated} changed, ${refused} refused`;

/** Redraws a bar where a terminal watches, else writes a line a report. */
function draw(name: string, { progress, done }: ImportLine, total: number): void {
  const share = done ? 1 : Math.min(1, progress.bytes / Math.max(1, total));
  const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.');
  const line = `  ${name} ${bar} ${`${Math.floor(share * 100)}`.padStart(3)}%  ${countsOf(progress)}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line.slice(0, (process.stdout.columns ?? 100) - 1)}`);
  else if (!done) process.stdout.write(`${line}\n`);
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
  const { FILE, CURRENCY, PUBLIC_URL, ...env } = parsed.data;
  if (!existsSync(FILE)) refuse(`There is no file ${FILE}.`);

  const phone = env.IMPORT_PHONE ?? env.BOOTSTRAP_OPERATOR_PHONE;
  const password = env.IMPORT_PASSWORD ?? env.BOOTSTRAP_OPERATOR_PASSWORD;
  const api = await logIn(PUBLIC_URL, phone, password);
  const merchants = (await apiAt(PUBLIC_URL).get('/v1/merchants', merchantsSchema)).items;
  const merchant = env.MERCHANT || merchants[0]?.slug;
  if (!merchant) refuse('There is no merchant yet; make up loads the sample ones, or say MERCHANT=…');

  const errors: ImportLine['errors'] = [];
  const started = performance.now();
  const onLine = (line: ImportLine, total: number) => {
    for (const error of line.errors) errors.push(error);
    draw(basename(FILE), line, total);
  };
  const { progress } = await importFile(api, { file: FILE, merchant, currency: CURRENCY, onLine });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${process.stdout.isTTY ? '\n' : ''}  ${merchant}: ${countsOf(progress)} in ${seconds} s\n`);
  printErrors(errors);
}

try {
  await main();
} catch (error) {
  if (error instanceof ApiRefusal) refuse(`\nRefused (${error.code}): ${error.message}`);
  if (error instanceof TypeError) refuse('The gateway does not answer. Start the platform with: make up');
  throw error;
}
