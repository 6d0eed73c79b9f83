import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Whether a process tells how large its heap is. On a development stack only (DEV_ENDPOINTS), because each answer
 * stands it still.
 */
export const tellsHeap = (): boolean => process.env.DEV_ENDPOINTS === 'true';

let collect: (() => void) | undefined;

/** V8 hands its collector out to the contexts that are made after the flag was set; the process need not start with it. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Bytes that the heap still holds right after a full collection. */
export function heapAfterCollection(): number {
  collect ??= collector();
  collect();
  return process.memoryUsage().heapUsed;
}
