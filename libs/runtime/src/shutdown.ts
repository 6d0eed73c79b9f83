import type { Logger } from './log.ts';

type Step = [name: string, stop: () => unknown];

/** A step that takes longer is told of: all of them together have ten seconds. */
const SLOW_MS = 2000;

/**
 * On SIGTERM or SIGINT runs the steps in order (stop taking work, finish it, close connections) and exits 0;
 * after 10 seconds, or at a second signal, exits 1.
 */
export function onShutdown(log: Logger, steps: Step[]): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), 10_000).unref();
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
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
