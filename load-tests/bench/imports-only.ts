/** Loads everything that a service's main.ts imports, starts nothing, and stays: `node imports-only.ts MAIN`. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importsOf } from './imports-of.ts';

const main = resolve(process.argv[2] ?? '');
const url = pathToFileURL(main).href;
registerHooks({
  load: (loading, context, next) => {
    if (loading !== url) return next(loading, context);

    const source = importsOf(readFileSync(main, 'utf8'));
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
await import(url);
setInterval(() => {}, 60_000);
