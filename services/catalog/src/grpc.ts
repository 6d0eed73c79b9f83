import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { Relay } from '@social/messaging/outbox';
import type { Handlers } from '@social/rpc/server';
import type { Clock } from '@social/runtime/clock';
import type { MongoClient } from 'mongodb';
import type { BrandStore } from './brand-store.ts';
import type { CategoryStore } from './category-store.ts';
import type { Collections } from './documents.ts';
import { brandHandlers } from './grpc-brands.ts';
import { bulkHandlers } from './grpc-bulk.ts';
import { lowStockHandlers } from './grpc-low-stock.ts';
import { merchantHandlers } from './grpc-merchants.ts';
import { pictureHandlers } from './grpc-pictures.ts';
import { productHandlers } from './grpc-products.ts';
import { publicationHandlers } from './grpc-publication.ts';
import { skuHistoryHandlers } from './grpc-sku-history.ts';
import { stockHandlers } from './grpc-stock.ts';
import type { MerchantStore } from './merchant-store.ts';
import type { ProductStore } from './product-store.ts';
import type { StockStore } from './stock-store.ts';

export type Deps = {
  collections: Collections;
  client: MongoClient;
  relay: Relay;
  merchants: MerchantStore;
  categories: CategoryStore;
  brands: BrandStore;
  products: ProductStore;
  stock: StockStore;
  clock: Clock;
};

/** The unary RPCs of one topic. */
export type CatalogHandlers = Handlers<CatalogServiceDefinition, 'ImportProducts' | 'ExportProducts' | 'RecountStock'>;

/** Every unary RPC of the catalog; import and export are streams. */
export const catalogHandlers = (deps: Deps): CatalogHandlers => ({
  ...merchantHandlers(deps),
  ...brandHandlers(deps),
  ...productHandlers(deps),
  ...bulkHandlers(deps),
  ...publicationHandlers(deps),
  ...stockHandlers(deps),
  ...skuHistoryHandlers(deps),
  ...lowStockHandlers(deps),
  ...pictureHandlers(deps),
});
