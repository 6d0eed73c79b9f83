import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { RpcClient } from '@social/rpc/client';
import { serviceCaller } from '@social/runtime/caller';
import type { Logger } from '@social/runtime/log';
import type { Order } from './domain.ts';
import type { Store } from './store.ts';

export type Catalog = RpcClient<CatalogServiceDefinition>;

const AS_ORDERS = { caller: serviceCaller('orders') };
/** Most orders that one sweep gives back. */
const SWEEP_LIMIT = 200;

/** Takes the stock of every order or of none; repeating it takes nothing more. Errors: out-of-stock, sku-not-found. */
export async function takeStock(catalog: Catalog, orders: Order[]): Promise<void> {
  const takes = orders.map(({ _id, lines }) => ({
    holderId: _id,
    lines: lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity })),
  }));
  await catalog.TakeStock({ takes }, AS_ORDERS);
}

export type StockReturns = {
  /** Tells the catalog now, without making the caller wait; a failure is left to the sweep. */
  nudge: (order: Order) => void;
  /** Tells the catalog what it has not been told yet; answers how many orders were found. */
  sweep: () => Promise<number>;
};

/** Gives the stock of ended orders back. The catalog takes it back once an order, so that telling it twice is safe. */
export function stockReturns({ store, catalog, log }: { store: Store; catalog: Catalog; log: Logger }): StockReturns {
  const giveBack = async (id: string): Promise<void> => {
    await catalog.GiveBackStock({ holderId: id, lines: [] }, AS_ORDERS);
    await store.orders.updateOne({ _id: id }, { $unset: { stock_to_return: '' } });
  };
  const tryToGiveBack = (id: string) =>
    giveBack(id).catch((error) => log.warn({ err: error, order: id }, 'stock will be given back later'));
  return {
    nudge: ({ _id, stock_to_return }) => {
      if (stock_to_return) void tryToGiveBack(_id);
    },
    sweep: async () => {
      const due = await store.orders
        .find({ stock_to_return: true }, { projection: { _id: 1 }, limit: SWEEP_LIMIT })
        .toArray();
      for (const { _id } of due) await tryToGiveBack(_id);
      return due.length;
    },
  };
}
