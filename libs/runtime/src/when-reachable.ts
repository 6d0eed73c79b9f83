import type { Logger } from './log.ts';

/** Opens a connection that a service cannot do without, again and again until the other side is up. */
export async function whenReachable<T>(what: string, log: Logger, open: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      const pauseMs = Math.min(250 * 2 ** attempt, 5000);
      log.warn({ err: error, pause_ms: pauseMs }, `${what} is not reachable yet`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
