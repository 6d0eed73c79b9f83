/** How far long work is. `about` may be off: others go on adding and taking away. */
export type Progress = { done: number; about: number };

/** How often it is told, in milliseconds. */
const TELL_EVERY_MS = 1500;

const counted = (count: number): string => count.toLocaleString('en-US');

const lengthOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/**
 * `1,200 of about 48,000, 400/s, 117 s left`: done in all, and the pace of this run.
 * @param done in this run alone; what earlier runs did says nothing about the time that is left
 */
export function progressLine({ done, about }: Progress, doneNow: number, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (doneNow / elapsedMs) * 1000 : 0;
  const far = `${counted(done)} of about ${counted(Math.max(done, about))}`;
  if (rate === 0) return far;

  const left = Math.max(0, about - done) / rate;
  return `${far}, ${counted(Math.round(rate))}/s, ${lengthOf(left)} left`;
}

/** Tells how far work is, now and then; `named` begins each line. */
export function tellProgress(named: string, say: (line: string) => void): (progress: Progress) => void {
  const began = performance.now();
  let told = began;
  let before: number | undefined;
  return (progress) => {
    before ??= progress.done;
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    say(`${named}: ${progressLine(progress, progress.done - before, now - began)}`);
  };
}
