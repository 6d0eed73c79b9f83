const armed = process.env.CRASH_AT;

/**
 * A named place at which a test kills this process, as a power cut would (SIGKILL: nothing is flushed or closed).
 * Armed by CRASH_AT alone; costs one comparison otherwise.
 */
export function crashPoint(name: string): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
