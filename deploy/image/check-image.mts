/**
 * Run inside an image: does it hold all that its code imports, and may nothing but /tmp be written? From every file of the
 * folders on, each import is looked up and gone on with, and every package is loaded, native libraries with it. Prints a line
 * for each thing that is not so; exit code 1 if there is any.
 *
 * node --experimental-vm-modules --experimental-import-meta-resolve check-image.mts FOLDER…
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SourceTextModule } from 'node:vm';

const wrong: string[] = [];
const packages = new Map<string, string>();

/** Without what only types are imported for; with what is imported later, `import('…')`. */
function importsOf(path: string): string[] {
  const code = stripTypeScriptTypes(readFileSync(path, 'utf8'));
  const { moduleRequests } = new SourceTextModule(code, { identifier: path });
  const later = [...code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(([, specifier = '']) => specifier);
  return [...moduleRequests.map(({ specifier }) => specifier), ...later];
}

/** A file of ours to go on with, if that is what is imported. */
function lookUp(specifier: string, path: string): string | undefined {
  const url = import.meta.resolve(specifier, pathToFileURL(path));
  if (url.startsWith('node:')) return undefined;
  if (!existsSync(fileURLToPath(url))) throw new Error('there is no such file');
  if (!url.includes('/node_modules/')) return fileURLToPath(url);
  packages.set(url, `${path}: ${specifier}`);
  return undefined;
}

function mayWrite(path: string): boolean {
  try {
    writeFileSync(path, '');
    return true;
  } catch {
    return false;
  }
}

const told = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : error);
const folders = process.argv.slice(2);
const files = new Set(folders.flatMap((folder) => globSync(`${folder}/**/*.ts`)));
// What is added to a set while it is gone through is reached as well.
for (const file of files) {
  for (const specifier of importsOf(file)) {
    try {
      const next = lookUp(specifier, file);
      if (next) files.add(next);
    } catch (error) {
      wrong.push(`${file}: ${specifier}: ${told(error)}`);
    }
  }
}
for (const [url, asked] of packages) await import(url).catch((error) => wrong.push(`${asked}: ${told(error)}`));

if (process.getuid?.() === 0) wrong.push('it runs as root');
for (const path of ['/written', '/app/written', '/usr/local/bin/node'])
  if (mayWrite(path)) wrong.push(`${path} can be written`);
if (!mayWrite('/tmp/written')) wrong.push('/tmp cannot be written');

process.stdout.write(wrong.map((line) => `${line}\n`).join(''));
process.exit(wrong.length === 0 && files.size > 0 ? 0 : 1);
