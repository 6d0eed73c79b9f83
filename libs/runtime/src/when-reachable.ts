import { ConfigurationFault, faultLine } from './config.ts';
import type { Logger } from './log.ts';
import { type Need, reasonOf } from './need.ts';

const LONGEST_PAUSE_MS = 2000;

/** What is still the same is told again after this long. */
const REMIND_MS = 60_000;

/** Tells of each reason once, and again each minute: one line, however often it is tried. */
function telling({ name, variable }: Need, log: Logger): (reason: string) => void {
  let told = '';
  let toldAt = Number.NEGATIVE_INFINITY;
  return (reason) => {
    const now = performance.now();
    if (reason === told && now - toldAt < REMIND_MS) return;
    told = reason;
    toldAt = now;
    log.warn(
      { variable, reason },
      `${name} is not reachable: see to it, or correct ${variable}; it is tried again by itself`,
    );
  };
}

/**
 * Opens a connection that a service cannot do without, again and again until the other side is up. What no waiting
 * mends ends the process with code 2 and one line.
 * @param onWaiting hears why each try failed
 */
export async function whenReachable<T>(
  need: Need,
  log: Logger,
  open: () => Promise<T>,
  onWaiting: (reason: string) => void = () => {},
): Promise<T> {
  const tell = telling(need, log);
  for (let attempt = 0; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (error instanceof ConfigurationFault) {
        process.stderr.write(faultLine(error.variable, `it is wrong: ${error.message}`));
        process.exit(2);
      }
      const reason = reasonOf(error);
      onWaiting(reason);
      tell(reason);
      log.debug({ err: error, attempt }, `${need.name} was tried in vain`);
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, LONGEST_PAUSE_MS)));
    }
  }
}
