import type { RecountStockRequest__Output } from '@social/contracts/generated/social/catalog/v1/RecountStockRequest';
import type { RecountStockResponse } from '@social/contracts/generated/social/catalog/v1/RecountStockResponse';
import type { ServerOptions } from '@social/rpc/server';
import { serverStream } from '@social/rpc/server-stream';
import { requireRole } from '@social/runtime/caller';
import type { Difference } from './recount.ts';
import { recount } from './recount-run.ts';
import type { Sources } from './recount-sources.ts';

const differenceToProto = ({ kind, sku_id, holder_id, sides }: Difference) => ({
  ...{ kind, skuId: sku_id, holderId: holder_id, sides },
});

/** Serves RecountStock: how far it is and what differs, as it is found. */
export const recountHandler = (sources: Sources, options: ServerOptions) =>
  serverStream<RecountStockRequest__Output, RecountStockResponse>(
    'social.catalog.v1.CatalogService/RecountStock',
    async function* (_request, { caller }) {
      requireRole(caller, 'operator');
      let last = { skus: 0, holders: 0 };
      for await (const { skus, holders, differences } of recount(sources)) {
        last = { skus, holders };
        yield { ...last, differences: differences.map(differenceToProto), done: false };
      }
      yield { ...last, differences: [], done: true };
    },
    options,
  );
