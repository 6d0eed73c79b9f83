import { median } from './statistics.ts';

/** One claim: our figure against a limit that was measured in the same run. */
export type Claim = {
  name: string;
  unit: string;
  /** What the ratio ours ÷ limit is held to; 0 for one that is only shown. */
  bar: number;
  /** `at-least` where more is better, `at-most` where less is. */
  holds: 'at-least' | 'at-most';
};

/** What one side of one round gave: its figure, and the CPU time of the processes that served it. */
export type Sample = {
  value: number;
  /** Microseconds of CPU a request, event or row; absent where nothing was served. */
  cpuUs?: number;
};

/** All rounds of both sides. */
export type Rounds = { ours: Sample[]; limit: Sample[] };

/** One line of `results/bench.json`. */
export type Row = {
  name: string;
  ours: number;
  limit: number;
  unit: string;
  /** ours ÷ limit. */
  ratio: number;
  bar: number;
  /** Whether the ratio must reach the bar (true) or stay at or below it (false). */
  atLeast: boolean;
  pass: boolean;
  cpuUsOurs: number | null;
  cpuUsLimit: number | null;
};

/** Four digits that mean something; more would be noise. */
const rounded = (value: number): number => Number(value.toPrecision(4));

function cpuOf(samples: Sample[]): number | null {
  const given = samples.map(({ cpuUs }) => cpuUs).filter((cpu) => cpu !== undefined);
  return given.length === 0 ? null : rounded(median(given));
}

/** Sums the rounds up by their medians and holds the ratio to the claim's bar. */
export function rowOf({ name, unit, bar, holds }: Claim, { ours, limit }: Rounds): Row {
  const [middle, limiting] = [ours, limit].map((samples) => median(samples.map(({ value }) => value)));
  const ratio = (middle ?? 0) / (limiting ?? 0);
  return {
    name,
    ours: rounded(middle ?? 0),
    limit: rounded(limiting ?? 0),
    unit,
    ratio: rounded(ratio),
    bar,
    atLeast: holds === 'at-least',
    pass: holds === 'at-least' ? ratio >= bar : ratio <= bar,
    cpuUsOurs: cpuOf(ours),
    cpuUsLimit: cpuOf(limit),
  };
}
