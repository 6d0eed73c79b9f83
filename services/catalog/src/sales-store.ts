import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import type { ClientSession, MongoClient } from 'mongodb';
import { type Collections, inTransaction } from './documents.ts';

type Deps = { collections: Collections; client: MongoClient; clock: Clock };

/** Pieces of one product in one paid order. */
export type Sale = { order_id: string; product_id: string; quantity: number };

const keyOf = ({ order_id, product_id }: Sale): string => `${order_id}:${product_id}`;

/** One sale a product and order: lines of several SKUs of it are added up. */
export function salesOf(order_id: string, lines: { productId: string; quantity: number }[]): Sale[] {
  const byProduct = Map.groupBy(lines, ({ productId }) => productId);
  return [...byProduct].map(([product_id, items]) => ({
    order_id,
    product_id,
    quantity: items.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

async function commit({ collections, clock }: Deps, batch: Sale[], session: ClientSession): Promise<void> {
  const { products, sales } = collections;
  const byKey = new Map(batch.map((sale) => [keyOf(sale), sale]));
  const counted = await sales.find({ _id: { $in: [...byKey.keys()] } }, { session, projection: { _id: 1 } }).toArray();
  for (const { _id } of counted) byKey.delete(_id);
  if (byKey.size === 0) return;

  const at = clock.now();
  const rows = [...byKey].map(([_id, { quantity }]) => ({ _id, quantity, at }));
  await sales.insertMany(rows, { session });
  const byProduct = Map.groupBy(byKey.values(), ({ product_id }) => product_id);
  const changes = [...byProduct].map(([_id, items]) => ({
    updateOne: {
      filter: { _id },
      update: { $inc: { sales: items.reduce((sum, { quantity }) => sum + quantity, 0) } },
    },
  }));
  await products.bulkWrite(changes, { session });
}

/**
 * Counts paid pieces into products' sales, once an order and product: the note that it was counted and the counter
 * are one transaction. Many orders of one product become one increment.
 */
export function salesStore(deps: Deps): { count: (sales: Sale[]) => Promise<void> } {
  const commits = groupCommit<Sale[], undefined>(
    async (batches) => {
      await inTransaction(deps.client, (session) => commit(deps, batches.flat(), session));
      return batches.map(() => undefined);
    },
    { maxBatch: 200, maxQueue: 5000 },
  );
  return { count: (sales) => commits.add(sales) };
}
