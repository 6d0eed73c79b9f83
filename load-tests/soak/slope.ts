/** How large a heap was at a time, in minutes from any beginning. */
export type HeapSample = { minutes: number; bytes: number };

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How fast a heap grows, in per cent a minute of what it was at first: the line of least squares through the samples,
 * read at the first of them. Errors: RangeError for samples of fewer than two moments.
 */
export function growthOf(samples: readonly HeapSample[]): number {
  const middle = mean(samples.map(({ minutes }) => minutes));
  const level = mean(samples.map(({ bytes }) => bytes));
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - middle) ** 2, 0);
  if (!(spread > 0)) throw new RangeError('a slope takes two moments');

  const shared = samples.reduce((sum, { minutes, bytes }) => sum + (minutes - middle) * (bytes - level), 0);
  const slope = shared / spread;
  const first = Math.min(...samples.map(({ minutes }) => minutes));
  return (100 * slope) / (level + slope * (first - middle));
}
