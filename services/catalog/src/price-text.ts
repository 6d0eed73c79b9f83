const DECIMAL = /^(\d{1,12})(?:\.(\d+))?$/;

/**
 * A decimal text in minor units, digit by digit and never through a fraction; undefined when it is no amount of a
 * currency with so many decimals. Zeros beyond them are fine: `9.900` is 990 fen.
 */
export function minorUnits(text: string, decimals: number): number | undefined {
  const [, whole, fraction = ''] = DECIMAL.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return undefined;

  return Number(whole + significant.padEnd(decimals, '0'));
}
