const known = new Map<string, number>();

const lookUp = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** How many decimals amounts of a currency have, e.g. 2 for CNY and 0 for JPY. */
export function decimalsOf(currency: string): number {
  const decimals = known.get(currency) ?? lookUp(currency);
  known.set(currency, decimals);
  return decimals;
}

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

/** Minor units as a decimal text, which `minorUnits` reads as the same amount: 990 fen is `9.90`. */
export function priceText(amount: number, decimals: number): string {
  if (decimals === 0) return String(amount);
  const digits = String(amount).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
