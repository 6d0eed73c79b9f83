import { DomainError } from '@social/contracts/errors';
import { fromTimestamp } from '@social/rpc/time';
import { requireRole, worksFor } from '@social/runtime/caller';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { requireReason } from './grpc-sku-history.ts';
import { fromDocument } from './product-document.ts';
import { markOf } from './requests.ts';
import { lineFromProto, skuToProto } from './to-proto.ts';

type Names = 'SetStock' | 'TakeStock' | 'CommitStock' | 'GiveBackStock';

/** The stock of SKUs: merchants set it, services reserve it, sell it and give it back. */
export const stockHandlers = ({ collections, stock }: Deps): Pick<CatalogHandlers, Names> => ({
  SetStock: async ({ skuId, stock: pieces, reason, request }, { caller }) => {
    requireReason(reason);
    const found = await collections.products.findOne({ 'skus.sku_id': skuId, deleted: false });
    const product = found && fromDocument(found);
    const sku = product?.skus.find(({ sku_id }) => sku_id === skuId);
    if (!product || !sku || !worksFor(caller, product.merchant_id)) throw new DomainError('sku-not-found');

    const counted = { skuId, by: caller.userId, note: reason, request: markOf(request) };
    return skuToProto(sku, product.currency, await stock.set(pieces, counted), 'staff');
  },
  TakeStock: async ({ takes }, { caller }) => {
    requireRole(caller, 'service');
    if (takes.some(({ holderId, lines }) => holderId === '' || lines.length === 0)) {
      throw new DomainError('request-invalid', 'a take names its holder and lines');
    }

    await stock.take(
      takes.map(({ holderId, lines, reserveUntil }) => ({
        holder_id: holderId,
        lines: lines.map(lineFromProto),
        due_at: fromTimestamp(reserveUntil),
      })),
    );
    return {};
  },
  CommitStock: async ({ holderId, sold }, { caller }) => {
    requireRole(caller, 'service');
    if (holderId === '') throw new DomainError('request-invalid', 'a holder is named');

    await stock.commit(holderId, sold.map(lineFromProto));
    return {};
  },
  GiveBackStock: async ({ holderId, lines }, { caller }) => {
    requireRole(caller, 'service');
    if (holderId === '') throw new DomainError('request-invalid', 'a holder is named');

    await stock.giveBack(holderId, lines.map(lineFromProto));
    return {};
  },
});
