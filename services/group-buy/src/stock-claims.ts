import { DomainError } from '@social/contracts/errors';
import type { StockClaim } from '@social/contracts/generated/social/common/v1/StockClaim';
import type { GroupBuyServiceDefinition } from '@social/contracts/generated/social/groupbuy/v1/GroupBuyService';
import type { Handlers } from '@social/rpc/server';
import { requireRole } from '@social/runtime/caller';
import type { ActivityDoc, Collections } from './store.ts';

/** Most activities in one answer. */
const MAX_CLAIMS = 1000;

/** Pieces in succeeded groups, by activity: what is sold for good. */
export async function soldBy({ groups }: Collections, activityIds: string[]): Promise<Map<string, number>> {
  const rows = await groups
    .aggregate<{ _id: string; sold: number }>([
      { $match: { activity_id: { $in: activityIds }, state: 'succeeded' } },
      { $group: { _id: '$activity_id', sold: { $sum: { $sum: '$members.quantity' } } } },
    ])
    .toArray();
  return new Map(rows.map(({ _id, sold }) => [_id, sold]));
}

type HasStock = Pick<ActivityDoc, '_id' | 'sku_id' | 'stock' | 'placing' | 'settled_at'>;

function claimMessage(activity: HasStock, sold: number): StockClaim {
  const { _id: holderId, sku_id: skuId, stock } = activity;
  const claim = { holderId, lines: [{ skuId, quantity: stock }] };
  if (activity.placing) return { ...claim, fate: 'STOCK_FATE_PLACING' };
  if (!activity.settled_at) return { ...claim, fate: 'STOCK_FATE_RESERVED' };
  if (sold === 0) return { ...claim, fate: 'STOCK_FATE_RELEASED' };
  return { ...claim, fate: 'STOCK_FATE_SOLD', sold: sold < stock ? [{ skuId, quantity: sold }] : [] };
}

/** What the catalog asks: what became of the stock that was set aside for activities. */
export const stockClaims = (
  collections: Collections,
): Pick<Handlers<GroupBuyServiceDefinition>, 'ListStockClaims'> => ({
  ListStockClaims: async ({ ids, afterId, limit }, { caller }) => {
    requireRole(caller, 'service');
    if (ids.length > MAX_CLAIMS) throw new DomainError('request-invalid', `at most ${MAX_CLAIMS} ids`);

    const wanted = ids.length > 0 ? { _id: { $in: ids } } : { _id: { $gt: afterId } };
    const projection = { sku_id: 1, stock: 1, placing: 1, settled_at: 1 };
    const found = await collections.activities
      .find<HasStock>(wanted, { projection })
      .sort({ _id: 1 })
      .limit(Math.min(Math.max(limit || MAX_CLAIMS, 1), MAX_CLAIMS))
      .toArray();
    const settled = found.filter(({ settled_at }) => settled_at).map(({ _id }) => _id);
    const sold = await soldBy(collections, settled);
    return { claims: found.map((activity) => claimMessage(activity, sold.get(activity._id) ?? 0)) };
  },
});
