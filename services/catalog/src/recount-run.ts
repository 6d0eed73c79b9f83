import { setTimeout as pause } from 'node:timers/promises';
import { compareHolder, compareSku, type Difference, type Known } from './recount.ts';
import { countedSkus, knownById, knownOf, type Sources, strangers } from './recount-sources.ts';
import { levelOf } from './stock-store.ts';

export type RecountReport = { skus: number; holders: number; differences: Difference[] };

/** How long what differs is given to come true, and how often it is looked at meanwhile, in milliseconds. */
export type Patience = { patienceMs: number; againMs: number };

/** A fact takes a moment from the service that tells it to the one that hears it; long enough for a busy hour. */
export const PATIENCE: Patience = { patienceMs: 15_000, againMs: 1000 };

/** Holders that are kept to be looked at again; more are settled first. */
const MOST_KEPT = 500;

/** What still differs of these after `patience`: what was only on its way has arrived by then. */
async function settled(sources: Sources, ids: string[], { patienceMs, againMs }: Patience): Promise<Difference[]> {
  let left = ids;
  for (let waited = 0; left.length > 0 && waited < patienceMs; waited += againMs) {
    await pause(againMs);
    const known = await knownById(sources, left);
    left = known.filter((one) => compareHolder(one).length > 0).map(({ id }) => id);
  }
  return left.length > 0 ? (await knownById(sources, left)).flatMap(compareHolder) : [];
}

const ofStranger = (holder: NonNullable<Known['holder']>): Difference[] =>
  compareHolder({ id: holder._id, holder, claim: undefined, rows: [] }).filter(({ kind }) => kind === 'no-owner');

/**
 * Compares counters with movements, and holders with movements and with what orders and group-buy say of them. Reads page
 * by page, so that it takes the same memory however much there is. In a healthy system nothing differs, also while it
 * works: a page of SKUs is one snapshot, and a holder that differs is looked at again until it does not or time is up.
 */
export async function* recount(sources: Sources, patience: Patience = PATIENCE): AsyncGenerator<RecountReport> {
  const seen = { skus: 0, holders: 0 };
  for await (const page of countedSkus(sources)) {
    seen.skus += page.length;
    const differences = page.flatMap(({ sku_id, doc, sums }) => compareSku(sku_id, doc && levelOf(doc), sums));
    yield { ...seen, differences };
  }
  for (const owner of sources.owners) {
    let doubtful: string[] = [];
    for await (const page of knownOf(sources, owner)) {
      seen.holders += page.length;
      doubtful.push(...page.filter((one) => compareHolder(one).length > 0).map(({ id }) => id));
      const isMuch = doubtful.length >= MOST_KEPT;
      yield { ...seen, differences: isMuch ? await settled(sources, doubtful, patience) : [] };
      if (isMuch) doubtful = [];
    }
    yield { ...seen, differences: await settled(sources, doubtful, patience) };
  }
  for await (const holder of strangers(sources)) {
    seen.holders += 1;
    const differences = ofStranger(holder);
    if (differences.length > 0) yield { ...seen, differences };
  }
  yield { ...seen, differences: [] };
}
