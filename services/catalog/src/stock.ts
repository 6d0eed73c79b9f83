import { DomainError } from '@social/contracts/errors';

/** So many pieces of one SKU. */
export type Line = { sku_id: string; quantity: number };

/** What one holder (an order, an activity) wants. */
export type Take = { holder_id: string; lines: Line[] };

/** Who has taken stock; closed once it was given back, or closed before it ever took. */
export type Holder = { _id: string; state: 'holding' | 'closed'; lines: Line[] };

/** Most pieces of one SKU in one take; an activity sets a whole sale aside. */
const MAX_TAKE = 1_000_000_000;

/** Adds up lines of the same SKU. Errors: quantity-invalid. */
export function merge(lines: Line[]): Line[] {
  const bySku = new Map<string, number>();
  for (const { sku_id, quantity } of lines) {
    const whole = Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_TAKE;
    if (!whole) throw new DomainError('quantity-invalid', `a quantity is from 1 to ${MAX_TAKE}`);
    bySku.set(sku_id, (bySku.get(sku_id) ?? 0) + quantity);
  }
  return [...bySku].map(([sku_id, quantity]) => ({ sku_id, quantity }));
}

/** One take for each holder of a request, one line for each SKU. Errors: quantity-invalid. */
export function perHolder(takes: Take[]): Take[] {
  const byHolder = Map.groupBy(takes, ({ holder_id }) => holder_id);
  return [...byHolder].map(([holder_id, same]) => ({ holder_id, lines: merge(same.flatMap(({ lines }) => lines)) }));
}

export type Decision = {
  /** One for each request: why it was refused, or undefined. */
  verdicts: (DomainError | undefined)[];
  /** The takes that are to be written. */
  takes: Take[];
  /** What they come to for each SKU. */
  demand: Map<string, number>;
};

/**
 * Decides requests one after the other against what is left: each gets all of its takes or none, a holder takes once.
 * Ten left for forty that want one each go to the first ten.
 * @param requests each as `perHolder` makes it
 * @param stock what is left of each SKU that exists
 */
export function decide(requests: Take[][], holders: Map<string, Holder>, stock: Map<string, number>): Decision {
  const left = new Map(stock);
  const taken = new Set<string>();
  const takes: Take[] = [];
  const verdicts = requests.map((request) => {
    const fresh = request.filter(
      ({ holder_id }) => !taken.has(holder_id) && holders.get(holder_id)?.state !== 'holding',
    );
    const refusal = refusalOf(fresh, holders, left);
    if (refusal) return refusal;
    for (const take of fresh) {
      taken.add(take.holder_id);
      takes.push(take);
      for (const { sku_id, quantity } of take.lines) left.set(sku_id, (left.get(sku_id) ?? 0) - quantity);
    }
    return undefined;
  });
  const demand = new Map(merge(takes.flatMap(({ lines }) => lines)).map((line) => [line.sku_id, line.quantity]));
  return { verdicts, takes, demand };
}

function refusalOf(takes: Take[], holders: Map<string, Holder>, left: Map<string, number>): DomainError | undefined {
  if (takes.some(({ holder_id }) => holders.has(holder_id))) return new DomainError('stock-holder-closed');

  const wanted = merge(takes.flatMap(({ lines }) => lines));
  const unknown = wanted.filter(({ sku_id }) => !left.has(sku_id));
  if (unknown.length > 0) return new DomainError('sku-not-found', undefined, { errors: unknown.map(noSku) });

  const short = wanted.filter(({ sku_id, quantity }) => (left.get(sku_id) ?? 0) < quantity);
  if (short.length === 0) return undefined;
  const errors = short.map(({ sku_id }) => ({ path: sku_id, message: `${left.get(sku_id) ?? 0} left` }));
  return new DomainError('out-of-stock', undefined, { errors });
}

const noSku = ({ sku_id }: Line) => ({ path: sku_id, message: 'there is no such SKU' });

/**
 * What a holder gives back: the lines it names, or all that it took.
 * Errors: quantity-invalid, when that is more than it took.
 */
export function returned(holder: Holder, lines: Line[]): Line[] {
  if (lines.length === 0) return holder.lines;

  const merged = merge(lines);
  const took = new Map(holder.lines.map(({ sku_id, quantity }) => [sku_id, quantity]));
  const over = merged.some(({ sku_id, quantity }) => quantity > (took.get(sku_id) ?? 0));
  if (over) throw new DomainError('quantity-invalid', 'more is given back than was taken');
  return merged;
}
