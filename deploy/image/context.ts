/** What a build of Docker is sent: the source without what `Dockerfile.dockerignore` leaves out. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IGNORE_FILE = 'deploy/Dockerfile.dockerignore';

/**
 * What an ignore file leaves out: paths for which, or for a folder above which, one of the expressions holds. Exceptions (`!`)
 * are refused: they are not read here. Errors: RangeError.
 */
export function ignorePatterns(text: string): RegExp[] {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const exception = patterns.find((pattern) => pattern.startsWith('!'));
  if (exception) throw new RangeError(`${IGNORE_FILE}: exceptions are not supported: ${exception}`);
  return patterns.map(expressionOf);
}

/** `**` and a slash stand for any folders or none, `*` for what is in a name; what is below a folder goes with it. */
function expressionOf(pattern: string): RegExp {
  const anywhere = pattern.startsWith('**/');
  const name = (anywhere ? pattern.slice(3) : pattern).replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  return new RegExp(`^${anywhere ? '(?:.*/)?' : ''}${name}(?:/|$)`);
}

/** Paths are relative, with slashes. */
export function isIgnored(path: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

/** Files of the working tree that a build is sent; what git ignores is not there in a clone either. */
export function contextFiles(root: string): string[] {
  const patterns = ignorePatterns(readFileSync(join(root, IGNORE_FILE), 'utf8'));
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0');
  const present = listed.filter((path) => path !== '' && existsSync(join(root, path)));
  return present.filter((path) => !isIgnored(path, patterns));
}

/** Copies the files that a build is sent into a folder. */
export function copyContext(root: string, out: string): void {
  for (const path of contextFiles(root)) {
    mkdirSync(join(out, dirname(path)), { recursive: true });
    copyFileSync(join(root, path), join(out, path));
  }
}
