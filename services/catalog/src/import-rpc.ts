import type { ServerDuplexStream } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import type { ImportOptions__Output } from '@social/contracts/generated/social/catalog/v1/ImportOptions';
import type { ImportProductsRequest__Output } from '@social/contracts/generated/social/catalog/v1/ImportProductsRequest';
import type { ImportProductsResponse } from '@social/contracts/generated/social/catalog/v1/ImportProductsResponse';
import { contextOfCall, type ServerOptions } from '@social/rpc/server';
import { observed, write } from '@social/rpc/server-stream';
import { requireMerchant } from '@social/runtime/caller';
import { editorOf } from './editor.ts';
import { type ImportReport, runImport } from './import-run.ts';
import { importBatch } from './import-store.ts';
import type { Catalog } from './service.ts';

type Call = ServerDuplexStream<ImportProductsRequest__Output, ImportProductsResponse>;
type Messages = AsyncIterator<ImportProductsRequest__Output>;

const NAME = 'social.catalog.v1.CatalogService/ImportProducts';

async function optionsOf(messages: Messages): Promise<ImportOptions__Output> {
  const { value } = await messages.next();
  if (!value?.options) throw new DomainError('request-invalid', 'the first message carries the options');

  return value.options;
}

/**
 * The file's bytes as they come, counted. Errors: import-invalid, when fewer or more come than were announced: a file
 * that was cut off must not pass for a whole one.
 */
async function* chunksOf(call: Call, messages: Messages, announced: number, count: { bytes: number }) {
  for (let next = await messages.next(); !next.done; next = await messages.next()) {
    const chunk = next.value.chunk;
    if (!chunk?.length) continue;
    count.bytes += chunk.length;
    yield chunk;
  }
  if (call.cancelled) throw new DomainError('import-invalid', 'the upload was broken off');
  if (announced > 0 && announced !== count.bytes) {
    throw new DomainError('import-invalid', `the file was cut off: ${count.bytes} of ${announced} bytes came`);
  }
}

const messageOf = ({ progress, errors }: ImportReport, bytes: number): ImportProductsResponse => ({
  progress: { bytes, ...progress },
  errors,
  done: false,
});

async function run(catalog: Catalog, call: Call, { tokenKey }: ServerOptions): Promise<void> {
  const { caller } = contextOfCall(call.metadata, tokenKey);
  const messages: Messages = call[Symbol.asyncIterator]();
  const options = await optionsOf(messages);
  const merchant = await catalog.merchants.get(options.merchant);
  requireMerchant(caller, merchant._id);

  const owner = { merchantId: merchant._id, by: editorOf(caller, merchant) };
  const count = { bytes: 0 };
  const reports = runImport({
    chunks: chunksOf(call, messages, options.totalBytes, count),
    currency: options.currency,
    categories: catalog.categories,
    store: (items) => importBatch({ ...catalog, by: caller.userId }, owner, items),
  });
  let last: ImportReport = { progress: { rows: 0, created: 0, updated: 0, refused: 0 }, errors: [] };
  for await (const report of reports) {
    last = { ...report, errors: [] };
    await write(call, messageOf(report, count.bytes));
  }
  await write(call, { ...messageOf(last, count.bytes), done: true });
}

/** Serves ImportProducts: bytes in, progress and row errors out, each side no faster than the other can take. */
export const importHandler = (catalog: Catalog, options: ServerOptions) => (call: Call) =>
  observed(NAME, call, options, () => run(catalog, call, options));
