import type { Logger } from './log.ts';

/** One step of stopping, e.g. taking no more calls, or closing a connection. */
export type Step = [name: string, stop: () => unknown];

/** A step that takes longer is told of: all of them together have ten seconds. */
const SLOW_MS = 2000;

/** Runs the steps in order: stop taking work, finish it, close connections. One that fails does not keep the next. */
export async function runSteps(log: Logger, steps: readonly Step[]): Promise<void> {
  for (const [name, run] of steps) {
    const began = performance.now();
    try {
      await run();
    } catch (error) {
      log.error({ err: error, step: name }, 'could not stop cleanly');
    }
    const ms = Math.round(performance.now() - began);
    if (ms > SLOW_MS) log.warn({ step: name, ms }, 'slow to stop');
  }
}
