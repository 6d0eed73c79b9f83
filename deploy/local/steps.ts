/** What the commands say as they go: a line a step with its seconds; lines are redrawn only where a terminal watches. */

/** A refusal the user can act on; printed as its one sentence, without a stack. */
export class Refusal extends Error {}

/** Where lines go; `isTTY` decides whether a line may be redrawn. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

/** Steps may run side by side: each gets its line when it ends, and those under way share the last one. */
export interface Steps {
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  say(line: string): void;
}

/** The finished line of a step: mark, title, seconds. */
export function stepLine(mark: string, title: string, ms: number): string {
  return `  ${mark} ${title.padEnd(46)} ${(ms / 1000).toFixed(1).padStart(6)} s`;
}

/** A bar of `width` cells for `done` of `total`; a total of 0 is an empty bar. */
export function progressBar(done: number, total: number, width: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const filled = Math.floor(share * width);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${percent}%`;
}

/** Steps on a screen, timed by a clock in milliseconds. */
export function createSteps(screen: Screen, now: () => number): Steps {
  const underWay = new Set<string>();
  const erase = () => screen.isTTY && screen.write('\r\u001b[K');
  const draw = () => {
    if (!screen.isTTY || underWay.size === 0) return;
    screen.write(`  … ${[...underWay].join(', ')}`.slice(0, (screen.columns || 80) - 1));
  };
  const say = (line: string) => {
    erase();
    screen.write(`${line}\n`);
    draw();
  };
  return {
    say,
    async step(title, work) {
      const started = now();
      erase();
      underWay.add(title);
      draw();
      try {
        const result = await work();
        underWay.delete(title);
        say(stepLine('✓', title, now() - started));
        return result;
      } catch (error) {
        underWay.delete(title);
        say(stepLine('✗', title, now() - started));
        throw error;
      }
    },
  };
}

/** Runs a command line; a refusal ends it with its sentence and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // A reader that closes early (make up | head) must not end the work.
  process.stdout.on('error', () => {});
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
