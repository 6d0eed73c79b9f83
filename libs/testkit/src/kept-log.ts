import { createLogger } from '@social/runtime/log';

/** A log whose lines a test reads. */
export function keptLog() {
  const lines: string[] = [];
  const log = createLogger('test', 'info', { write: (line) => void lines.push(line) });
  return { log, lines };
}
