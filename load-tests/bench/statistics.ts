/** The middle of the values, or the mean of the two in the middle. Errors: RangeError for no values. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value below which a share (0–1) of the values lies, between two neighbours in proportion. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values');

  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
