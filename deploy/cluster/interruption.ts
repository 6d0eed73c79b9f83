/** Aborted when the user interrupts the command: what waits ends, and what was made is taken away. */
export const interruption = new AbortController();
