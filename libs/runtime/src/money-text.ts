const known = new Map<string, number>();

const lookUp = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** How many decimals amounts of a currency have, e.g. 2 for CNY and 0 for JPY. */
export function decimalsOf(currency: string): number {
  const decimals = known.get(currency) ?? lookUp(currency);
  known.set(currency, decimals);
  return decimals;
}

/** Minor units as a decimal text, with all decimals of its currency: 990 fen is `9.90`. */
export function priceText(amount: number, decimals: number): string {
  if (decimals === 0) return String(amount);
  const digits = String(amount).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
