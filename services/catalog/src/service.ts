import type { Bus } from '@social/messaging/bus';
import { type Relay, startRelay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import type { MongoClient } from 'mongodb';
import { brandStore } from './brand-store.ts';
import { categoryStore } from './category-store.ts';
import type { Collections } from './documents.ts';
import type { Deps } from './grpc.ts';
import { merchantStore } from './merchant-store.ts';
import { productStore } from './product-store.ts';
import { salesStore } from './sales-store.ts';
import { stockStore } from './stock-store.ts';

type Servers = { client: MongoClient; collections: Collections; bus: Bus; clock: Clock };

export type Catalog = Deps & { sales: ReturnType<typeof salesStore>; relay: Relay; alerts: Relay; client: MongoClient };

/** Everything the catalog is made of, over servers that are reachable, with indexes and topics; the relay runs from here on. */
export function openCatalog({ client, collections, bus, clock }: Servers): Catalog {
  const relay = startRelay(collections.products, bus);
  const alerts = startRelay(collections.alerts, bus);
  const deps = { collections, client, clock };
  return {
    ...deps,
    relay,
    alerts,
    merchants: merchantStore(collections, clock),
    categories: categoryStore(collections, clock),
    brands: brandStore(collections, clock),
    products: productStore({ ...deps, relay }),
    stock: stockStore({ ...deps, alerts }),
    sales: salesStore(deps),
  };
}
