import { serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { type Collections, DUE } from './documents.ts';
import { fallDue } from './on-sale.ts';
import type { ProductStore } from './product-store.ts';

/** Products decided in one turn, and how many of them at once. */
const TURN = 200;
const AT_ONCE = 8;

/** Who changes a product whose time has come. */
const BY_TIME = serviceCaller('catalog').userId;

export type SalePeriodDeps = { collections: Collections; products: ProductStore; clock: Clock; log: Logger };

/**
 * Puts products on and off sale when their time has come. Costs what is due, through the index on `due_at`. Should two
 * replicas run it at once, each write is decided under the product's version. Answers how many were due.
 */
export async function sweepSalePeriods({ collections, products, clock, log }: SalePeriodDeps): Promise<number> {
  const due = await collections.products
    .find({ due_at: { ...DUE, $lte: clock.now() } }, { projection: { _id: 1 }, sort: { due_at: 1 }, limit: TURN })
    .toArray();
  const settle = async (id: string) => {
    try {
      await products.update(id, BY_TIME, (product) => ({ product: fallDue(product, clock.now()), opening: [] }));
    } catch (error) {
      log.warn({ err: error, product: id }, 'sale period will be tried again');
    }
  };
  const queue = due.map(({ _id }) => _id);
  const worker = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) await settle(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return due.length;
}
