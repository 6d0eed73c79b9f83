import type { ExportProductsRequest__Output } from '@social/contracts/generated/social/catalog/v1/ExportProductsRequest';
import type { FileChunk } from '@social/contracts/generated/social/common/v1/FileChunk';
import type { ServerOptions } from '@social/rpc/server';
import { inChunks, serverStream } from '@social/rpc/server-stream';
import { requireMerchant } from '@social/runtime/caller';
import { exportProducts } from './export-run.ts';
import type { Catalog } from './service.ts';

/** Serves ExportProducts: a merchant's products as a file in pieces, no faster than they are taken. */
export const exportHandler = (catalog: Catalog, options: ServerOptions) =>
  serverStream<ExportProductsRequest__Output, FileChunk>(
    'social.catalog.v1.CatalogService/ExportProducts',
    async function* ({ merchant: idOrSlug }, { caller }) {
      const merchant = await catalog.merchants.get(idOrSlug);
      requireMerchant(caller, merchant._id);

      for await (const text of exportProducts(catalog, merchant._id)) yield* inChunks(text);
    },
    options,
  );
