import { DomainError } from '@social/contracts/errors';
import type { TakeStockRequest__Output } from '@social/contracts/generated/social/catalog/v1/TakeStockRequest';
import type { TakeStockResult } from '@social/contracts/generated/social/catalog/v1/TakeStockResult';
import { fromTimestamp } from '@social/rpc/time';
import { requireRole, worksFor } from '@social/runtime/caller';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { requireReason } from './grpc-sku-history.ts';
import { fromDocument } from './product-document.ts';
import { markOf } from './requests.ts';
import type { Take } from './stock.ts';
import { lineFromProto, skuToProto } from './to-proto.ts';

type Names = 'SetStock' | 'TakeStock' | 'TakeStockForMany' | 'CommitStock' | 'GiveBackStock';

const MAX_REQUESTS = 200;

/** Errors: request-invalid. */
function takesOf({ takes }: TakeStockRequest__Output): Take[] {
  if (takes.some(({ holderId, lines }) => holderId === '' || lines.length === 0)) {
    throw new DomainError('request-invalid', 'a take names its holder and lines');
  }

  return takes.map(({ holderId, lines, reserveUntil }) => ({
    holder_id: holderId,
    lines: lines.map(lineFromProto),
    due_at: fromTimestamp(reserveUntil),
  }));
}

const taken = (): TakeStockResult => ({});

/** A refusal is one request's own; anything else is everybody's. */
function refused(error: unknown): TakeStockResult {
  if (!(error instanceof DomainError)) throw error;

  const refusals = (error.details.errors ?? []).map(({ path, message }) => ({ skuId: path, message }));
  return { errorCode: error.code, refusals };
}

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
  TakeStock: async (request, { caller }) => {
    requireRole(caller, 'service');
    await stock.take(takesOf(request));
    return {};
  },
  TakeStockForMany: async ({ requests }, { caller }) => {
    requireRole(caller, 'service');
    if (requests.length > MAX_REQUESTS) throw new DomainError('request-invalid', `at most ${MAX_REQUESTS} requests`);

    // All of them are asked before the first is answered, so that they go in one batch.
    const takeOne = async (request: TakeStockRequest__Output) => stock.take(takesOf(request));
    return { results: await Promise.all(requests.map((request) => takeOne(request).then(taken, refused))) };
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
