import { setTimeout as pause } from 'node:timers/promises';
import { interruption } from './interruption.ts';
import { Disproved } from './trial.ts';

const ASK_AGAIN_MS = 500;

/** Asks until there is an answer; undefined means not yet. Errors: Disproved, when there is none within `ms`. */
export async function eventually<T>(
  ms: number,
  what: string | (() => string),
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() >= until)
      throw new Disproved(`not within ${Math.round(ms / 1000)} s: ${typeof what === 'string' ? what : what()}`);
    interruption.signal.throwIfAborted();
    await pause(ASK_AGAIN_MS);
  }
}
