import type { Logger } from './log.ts';

/** Runs `work` every `everyMs`, never twice at once; a failure is logged and tried again at the next turn. */
export function startSweeper(
  name: string,
  everyMs: number,
  log: Logger,
  work: () => Promise<unknown>,
): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const turn = () => {
    running = (async () => work())()
      .catch((error) => log.warn({ err: error, sweeper: name }, 'sweep failed'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
  };
  timer = setTimeout(turn, everyMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
