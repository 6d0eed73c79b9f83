import { DomainError, isErrorCode } from '@social/contracts/errors';
import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { TakeStockResult__Output } from '@social/contracts/generated/social/catalog/v1/TakeStockResult';
import type { RpcClient } from '@social/rpc/client';
import { toTimestamp } from '@social/rpc/time';
import { groupCommit } from '@social/runtime/batcher';
import { serviceCaller } from '@social/runtime/caller';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { type Order, plus, type Timing } from './domain.ts';
import type { Store } from './store.ts';

export type Catalog = RpcClient<CatalogServiceDefinition>;

const AS_ORDERS = { caller: serviceCaller('orders') };
/** Most orders that one sweep gives back. */
const SWEEP_LIMIT = 200;

/** So long after it must have ended an unpaid order may still be about to tell the catalog. */
const MARGIN_MS = 60_000;

/**
 * When an order that takes its stock now has been paid or has given it back, unless its word was lost: its time to pay
 * begins with the placing, which may take a while.
 */
export const reservedUntil = ({ pay_by }: Pick<Order, 'pay_by'>, timing: Timing): Date =>
  plus(pay_by, timing.callbackGraceMs + timing.placingMs + MARGIN_MS);

/**
 * What becomes of a plain order's stock. Being paid decides, whatever happened since: what goes back to a shelf after a
 * sale is not this stock.
 */
export function stockFateOf({ state, paid_at }: Pick<Order, 'state' | 'paid_at'>) {
  if (paid_at) return 'sold';
  if (state === 'placing') return 'placing';
  return state === 'abandoned' || state === 'cancelled' || state === 'closed' ? 'released' : 'reserved';
}

/**
 * Reserves the stock of every order or of none; repeating it takes nothing more. Errors: out-of-stock, sku-not-found,
 * stock-holder-closed.
 */
export type TakeStock = (orders: Order[]) => Promise<void>;

/**
 * Takes the stock of checkouts, many in one call. The catalog hears that an order is paid by the fact, that it has ended
 * by `stockReturns`; should either be lost, it asks.
 */
export function stockTaking(catalog: Pick<Catalog, 'TakeStockForMany'>, timing: Timing): TakeStock {
  const takeOf = (order: Order) => ({
    holderId: order._id,
    lines: order.lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity })),
    reserveUntil: toTimestamp(reservedUntil(order, timing)),
  });
  const calls = groupCommit<Order[], undefined>(
    async (checkouts) => {
      const requests = checkouts.map((orders) => ({ takes: orders.map(takeOf) }));
      const { results } = await catalog.TakeStockForMany({ requests }, AS_ORDERS);
      return results.map(refusalOf);
    },
    { maxBatch: 100, maxQueue: 5000 },
  );
  return calls.add;
}

function refusalOf({ errorCode, refusals }: TakeStockResult__Output): DomainError | undefined {
  if (errorCode === '') return undefined;

  const errors = refusals.map(({ skuId, message }) => ({ path: skuId, message }));
  return new DomainError(isErrorCode(errorCode) ? errorCode : 'internal', undefined, { errors });
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
    crashPoint('stock-given-back');
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
