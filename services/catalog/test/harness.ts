import { createSecretKey } from 'node:crypto';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import { CATALOG_TOPIC } from '@social/contracts/events/catalog';
import type { ImportProductsResponse__Output } from '@social/contracts/generated/social/catalog/v1/ImportProductsResponse';
import type { Product } from '@social/contracts/generated/social/catalog/v1/Product';
import type { FileChunk__Output } from '@social/contracts/generated/social/common/v1/FileChunk';
import { type Bus, ensureTopics, openBus } from '@social/messaging/bus';
import { callMetadata, createRpcClient, type RpcClient } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import { services } from '@social/rpc/proto';
import { serveRpc, stopRpc } from '@social/rpc/server';
import { type Caller, serviceCaller } from '@social/runtime/caller';
import type { KeyRing } from '@social/runtime/key-ring';
import { openMongo } from '@social/runtime/mongo';
import { turnableClock } from '@social/testkit/clock';
import { aNamespace, dropNamespace, freePort, SERVERS, silentLog } from '@social/testkit/servers';
import { collectionsOf, ensureIndexes } from '../src/documents.ts';
import { exportHandler } from '../src/export-rpc.ts';
import { catalogHandlers } from '../src/grpc.ts';
import { importHandler } from '../src/import-rpc.ts';
import { type Catalog, openCatalog } from '../src/service.ts';
import { TOPICS } from '../src/topics.ts';

export const TOPIC = CATALOG_TOPIC;
export const TOKEN_KEY: KeyRing = [createSecretKey(Buffer.alloc(32, 7))];
export const OPERATOR: Caller = { userId: 'usr_operator', roles: ['operator'] };
export const SHOPPER: Caller = { userId: 'usr_shopper', roles: ['shopper'] };
export const ORDERS = serviceCaller('orders');
export const staffOf = (merchantId: string): Caller => ({ userId: 'usr_staff', roles: ['merchant-staff'], merchantId });

export type Running = {
  catalog: Catalog;
  bus: Bus;
  rpc: RpcClient<ReturnType<typeof services.catalog>>;
  clock: ReturnType<typeof turnableClock>;
  close: () => Promise<void>;
};

/** The catalog in this process, on real servers and behind real gRPC. */
export async function startCatalog(): Promise<Running> {
  const namespace = aNamespace();
  const clock = turnableClock();
  const { client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'catalog');
  const bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'catalog', log: silentLog });
  const collections = collectionsOf(db);
  await ensureIndexes(collections);
  await ensureTopics(bus, TOPICS);
  const catalog = openCatalog({ client, collections, bus, clock });
  const address = `127.0.0.1:${await freePort()}`;
  const options = { tokenKey: TOKEN_KEY, log: silentLog };
  const server = await serveRpc(services.catalog(), catalogHandlers(catalog), address, options, {
    ImportProducts: importHandler(catalog, options),
    ExportProducts: exportHandler(catalog, options),
  });
  const rpc = createRpcClient(services.catalog(), address, { tokenKey: TOKEN_KEY });
  const close = async () => {
    rpc.close();
    await stopRpc(server);
    await catalog.relay.stop();
    await catalog.alerts.stop();
    await bus.close();
    await client.close();
    await dropNamespace(namespace);
  };
  return { catalog, bus, rpc, clock, close };
}

let names = 0;
/** A name that no other test has. */
export const aName = (prefix: string): string => `${prefix}-${++names}`;

/** A merchant and a category to put products into. */
export async function aShop(
  { rpc }: Running,
  { trusted = true } = {},
): Promise<{ merchantId: string; categoryId: string; slug: string }> {
  const slug = aName('shop');
  const merchant = await rpc.CreateMerchant({ slug, name: slug, trusted }, { caller: OPERATOR });
  const category = await rpc.CreateCategory({ slug: aName('tea'), name: 'Tea' }, { caller: OPERATOR });
  return { merchantId: merchant.merchantId, categoryId: category.categoryId, slug };
}

/** What a merchant hands in for a product of one SKU. */
export const aProduct = (categoryId: string, { price = 1000, stock = 10, handle = aName('tea') } = {}) => ({
  handle,
  title: 'Green tea',
  categoryId,
  currency: 'CNY',
  onSale: true,
  skus: [{ priceAmount: price, stock }],
});

/** A product on sale in a shop of its own; answers it and its only SKU. */
export async function onSale(running: Running, { stock = 10, price = 1000 } = {}) {
  const shop = await aShop(running);
  const caller = staffOf(shop.merchantId);
  const request = { merchantId: shop.merchantId, product: aProduct(shop.categoryId, { stock, price }) };
  const product: Product = await running.rpc.CreateProduct(request, { caller });
  return { ...shop, caller, product, productId: product.productId ?? '', skuId: product.skus?.[0]?.skuId ?? '' };
}

/** The code of the refusal that a call is expected to end with. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );

export type ImportAnswer = { reports: ImportProductsResponse__Output[]; refusal: string; detail: string };

/** Sends a file through ImportProducts in chunks; answers every report, and the refusal that ended it, if any. */
export async function importFile(
  { rpc }: Running,
  options: { merchant: string; currency?: string; totalBytes?: number },
  file: Uint8Array,
  caller: Caller = OPERATOR,
): Promise<ImportAnswer> {
  const { path, requestSerialize, responseDeserialize } = services.catalog().ImportProducts;
  const metadata = callMetadata({ caller }, TOKEN_KEY);
  const call = rpc.raw.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata);
  const reports: ImportProductsResponse__Output[] = [];
  call.on('data', (report: ImportProductsResponse__Output) => reports.push(report));
  const ended = new Promise<{ refusal: string; detail: string }>((resolve) => {
    call.on('end', () => resolve({ refusal: '', detail: '' }));
    call.on('error', (error: ServiceError) => {
      const { code, message } = fromServiceError(error);
      resolve({ refusal: code, detail: message });
    });
  });
  call.write({ options: { currency: 'CNY', ...options } });
  for (let at = 0; at < file.length; at += 64 * 1024)
    call.write({ chunk: Buffer.from(file.subarray(at, at + 64 * 1024)) });
  call.end();
  return { reports, ...(await ended) };
}

/** Starts ExportProducts. */
export function openExport({ rpc }: Running, merchant: string, caller: Caller = OPERATOR) {
  const { path, requestSerialize, responseDeserialize } = services.catalog().ExportProducts;
  const metadata = callMetadata({ caller }, TOKEN_KEY);
  return rpc.raw.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { merchant }, metadata);
}

/** A merchant's products as the file that they are exported as. Errors: the refusal that ended it. */
export async function exportFile(running: Running, merchant: string, caller: Caller = OPERATOR): Promise<Buffer> {
  const call: ClientReadableStream<FileChunk__Output> = openExport(running, merchant, caller);
  const chunks: Buffer[] = [];
  try {
    for await (const { chunk } of call) chunks.push(chunk);
  } catch (error) {
    throw fromServiceError(error as ServiceError);
  }
  return Buffer.concat(chunks);
}
