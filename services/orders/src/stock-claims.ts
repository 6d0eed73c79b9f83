import { DomainError } from '@social/contracts/errors';
import type { StockClaim } from '@social/contracts/generated/social/common/v1/StockClaim';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import { toTimestamp } from '@social/rpc/time';
import { requireRole } from '@social/runtime/caller';
import type { Timing } from './domain.ts';
import { reservedUntil, stockFateOf } from './stock.ts';
import type { HasStock, Store } from './store.ts';

type ClaimsDeps = { store: Store; timing: Timing };

/** Most orders in one answer. */
const MAX_CLAIMS = 1000;

const FATES = {
  placing: 'STOCK_FATE_PLACING',
  reserved: 'STOCK_FATE_RESERVED',
  sold: 'STOCK_FATE_SOLD',
  released: 'STOCK_FATE_RELEASED',
} as const;

function claimMessage(order: HasStock, timing: Timing): StockClaim {
  const fate = stockFateOf(order);
  return {
    holderId: order._id,
    fate: FATES[fate],
    lines: order.lines.map(({ sku_id, quantity }) => ({ skuId: sku_id, quantity })),
    reserveUntil: fate === 'reserved' ? toTimestamp(reservedUntil(order, timing)) : undefined,
  };
}

/** What the catalog asks: what became of the stock that orders took. */
export const stockClaims = ({
  store,
  timing,
}: ClaimsDeps): Pick<Handlers<OrdersServiceDefinition>, 'ListStockClaims'> => ({
  ListStockClaims: async ({ ids, afterId, limit }, { caller }) => {
    requireRole(caller, 'service');
    if (ids.length > MAX_CLAIMS) throw new DomainError('request-invalid', `at most ${MAX_CLAIMS} ids`);

    const most = Math.min(Math.max(limit || MAX_CLAIMS, 1), MAX_CLAIMS);
    const orders = await store.stockOf({ ids, after: afterId, limit: most });
    return { claims: orders.map((order) => claimMessage(order, timing)) };
  },
});
