import { progressBar } from '@social/local/steps';
import type { Rounds, Sample } from './row.ts';

/** Fewest rounds that a median is taken of. */
export const ROUNDS = 5;

/** Rounds that count for nothing, where a process is new: node goes on optimising it for ten thousands of requests. */
export const LONG_WARM_UP = 3;

export type Sides = { ours: () => Promise<Sample>; limit: () => Promise<Sample>; warmUp?: number };

/**
 * Measures ours and the limit in turns, so that what else the machine does meets both; one round goes before, or as
 * many as `warmUp` says, that counts for nothing. Says how far it is.
 */
export async function interleaved(
  { ours, limit, warmUp = 1 }: Sides,
  rounds: number,
  say: (line: string) => void,
): Promise<Rounds> {
  const result: Rounds = { ours: [], limit: [] };
  for (let round = 0; round < warmUp; round++) {
    await ours();
    await limit();
  }
  for (let round = 1; round <= rounds; round++) {
    result.ours.push(await ours());
    result.limit.push(await limit());
    const [mine, other] = [result.ours.at(-1), result.limit.at(-1)];
    say(`    ${progressBar(round, rounds, 20)}  ours ${shown(mine)}, limit ${shown(other)}`);
  }
  return result;
}

const shown = (sample: Sample | undefined): string => {
  const cpu = sample?.cpuUs === undefined ? '' : ` (${sample.cpuUs.toFixed(1)} µs CPU)`;
  return `${Number(sample?.value.toPrecision(4))}${cpu}`;
};
