/** What the processes of the lag rows say to each other. */
import { setTimeout as pause } from 'node:timers/promises';

/** What each process is told when it starts. */
export type LagSettings = { mongoUrl: string; kafkaBrokers: string; namespace: string; topic: string };

/** The order of one round: so many probes, one every so many milliseconds. */
export type ProbeOrder = { count: number; everyMs: number };

export const settings = (): LagSettings => JSON.parse(process.argv[2] ?? '');

/** The monotonic clock, which all processes of a machine share; microseconds. */
export const nowUs = (): number => Number(process.hrtime.bigint() / 1000n);

/** Tells the measuring process that this one is ready; ends with it. */
export function ready(): void {
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}

/** Tells how long a probe took, in microseconds. */
export const tell = (lagUs: number): void => void process.send?.(lagUs);

/** Sends probes at a steady rate whenever a round is ordered; no probe waits for the one before it. */
export function probeWhenAsked(send: (startedUs: number) => Promise<void>): void {
  process.on('message', async ({ count, everyMs }: ProbeOrder) => {
    const first = performance.now();
    for (let index = 0; index < count; index++) {
      await pause(Math.max(0, first + index * everyMs - performance.now()));
      send(nowUs()).catch((error) => {
        process.stderr.write(`${error}\n`);
        process.exit(1);
      });
    }
  });
}
