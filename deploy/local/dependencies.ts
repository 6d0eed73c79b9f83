/** Exit code 0 when node_modules holds what package-lock.json names, so that `make up` need not install again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of npm's lockfile that tells what is installed. */
export interface Lockfile {
  packages: Record<string, { version?: string; resolved?: string; optional?: boolean; peer?: boolean }>;
}

/** Paths that the lock names and the installation lacks or has in another version; optional ones may be absent. */
export function missingPackages(lock: Lockfile, installed: Lockfile): string[] {
  return Object.entries(lock.packages).flatMap(([path, wanted]) => {
    const found = installed.packages[path];
    const skipped = !path.includes('node_modules/') || wanted.optional || wanted.peer;
    const same = found !== undefined && found.version === wanted.version;
    return skipped || same ? [] : [path];
  });
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const read = (path: string): Lockfile => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const hidden = 'node_modules/.package-lock.json';
  const complete =
    existsSync(join(root, hidden)) && missingPackages(read('package-lock.json'), read(hidden)).length === 0;
  process.exitCode = complete ? 0 : 1;
}
