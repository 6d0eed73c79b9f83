/** Autoscaler → the fewest pods it is to keep. */
export type Minima = Record<string, number>;

/** Reads the JSON that the chart writes. Errors: RangeError, naming what is no number of pods. */
export function minimaFrom(json: string): Minima {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new RangeError('MINIMA is a JSON object: autoscaler → fewest pods');

  const entries = Object.entries(read).map(([name, fewest]): [string, number] => {
    if (Number.isInteger(fewest) && fewest >= 1) return [name, fewest];
    throw new RangeError(`MINIMA: ${name} is to have a whole number of pods from 1, not ${JSON.stringify(fewest)}`);
  });
  return Object.fromEntries(entries);
}
