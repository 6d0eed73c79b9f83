/** `make export FILE=x.csv MERCHANT=…`: writes a merchant's products into a CSV that `make import` reads. */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { draw, endOfDrawing, openSession, refuse, runSession, sessionVariables } from './cli-session.ts';
import { type ExportProgress, exportFile } from './export-client.ts';

/** Time between two reports of how far it is. */
const REPORT_MS = 500;

const environment = z.object({ FILE: z.string().min(1), ...sessionVariables });

const countsOf = ({ products, rows, bytes }: ExportProgress): string =>
  `${products} products, ${rows} rows, ${(bytes / 1_000_000).toFixed(1)} MB`;

async function main(): Promise<void> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) refuse('Say which file: make export FILE=x.csv MERCHANT=…');
  const { FILE, ...env } = parsed.data;
  if (existsSync(FILE)) refuse(`There is a file ${FILE} already; take it away, or say another name.`);
  if (!existsSync(dirname(FILE))) refuse(`There is no folder ${dirname(FILE)}.`);

  const { api, merchant } = await openSession(env);
  const started = performance.now();
  let reported = started;
  const onProgress = (progress: ExportProgress) => {
    if (performance.now() - reported < REPORT_MS) return;
    reported = performance.now();
    draw(`  ${basename(FILE)}  ${countsOf(progress)}`);
  };
  const progress = await exportFile(api, { file: FILE, merchant, onProgress });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${endOfDrawing()}  ${merchant}: ${countsOf(progress)} in ${seconds} s\n`);
}

await runSession(main);
