import type { StockClaim__Output } from '@social/contracts/generated/social/common/v1/StockClaim';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { RpcClient } from '@social/rpc/client';
import { fromTimestamp } from '@social/rpc/time';
import { serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import type { Collections } from './documents.ts';
import type { StockStore } from './stock-store.ts';

export type OrdersClient = RpcClient<OrdersServiceDefinition>;

type Deps = { collections: Collections; stock: StockStore; orders: OrdersClient; clock: Clock; log: Logger };

/** Reservations that one turn asks about. */
const TURN = 200;
/** When an order that has not ended is asked about again, at the earliest. */
const AGAIN_MS = 60_000;
/** And one that orders does not know. */
const UNKNOWN_AGAIN_MS = 60 * 60_000;

/**
 * Asks orders what became of reservations that are past their deadline, instead of guessing: its word may have been
 * lost. Costs what is due. Answers how many were due.
 */
export async function sweepReservations(deps: Deps): Promise<number> {
  const { collections, orders, clock } = deps;
  const due = await collections.holders
    .find({ due_at: { $lte: clock.now() } }, { projection: { _id: 1 }, sort: { due_at: 1 }, limit: TURN })
    .toArray();
  if (due.length === 0) return 0;

  const ids = due.map(({ _id }) => _id);
  const { claims } = await orders.ListStockClaims({ ids }, { caller: serviceCaller('catalog') });
  const byId = new Map(claims.map((claim) => [claim.holderId, claim]));
  await Promise.all(ids.map((id) => settle(deps, id, byId.get(id))));
  return due.length;
}

async function settle(deps: Deps, id: string, claim: StockClaim__Output | undefined): Promise<void> {
  const { stock, log } = deps;
  try {
    if (claim?.fate === 'STOCK_FATE_SOLD') return await stock.commit(id, []);
    if (claim?.fate === 'STOCK_FATE_RELEASED') return await stock.giveBack(id, []);
    await askLater(deps, id, claim);
  } catch (error) {
    log.warn({ err: error, holder: id }, 'reservation will be settled later');
  }
}

async function askLater({ collections, clock, log }: Deps, id: string, claim: StockClaim__Output | undefined) {
  if (!claim) log.error({ holder: id }, 'orders does not know whom this stock is reserved for; it stays so');
  const now = clock.now().getTime();
  const wanted = fromTimestamp(claim?.reserveUntil)?.getTime() ?? 0;
  const next = claim ? Math.max(wanted, now + AGAIN_MS) : now + UNKNOWN_AGAIN_MS;
  await collections.holders.updateOne({ _id: id, state: 'reserved' }, { $set: { due_at: new Date(next) } });
}
