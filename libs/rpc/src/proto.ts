import { fileURLToPath } from 'node:url';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { GroupBuyServiceDefinition } from '@social/contracts/generated/social/groupbuy/v1/GroupBuyService';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import type { MediaServiceDefinition } from '@social/contracts/generated/social/media/v1/MediaService';
import type { CartServiceDefinition } from '@social/contracts/generated/social/orders/v1/CartService';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { PaymentsServiceDefinition } from '@social/contracts/generated/social/payments/v1/PaymentsService';

const PROTOS = fileURLToPath(new URL('../../../protos', import.meta.url));

/** The same options as in `libs/contracts/generate.sh`, so that the generated types are true. */
const OPTIONS = { longs: Number, enums: String, defaults: true, oneofs: true, arrays: true, includeDirs: [PROTOS] };

/**
 * Loads one service's definition.
 * @param file below `protos/`, e.g. `social/orders/v1/orders.proto`
 * @param name e.g. `social.orders.v1.OrdersService`
 */
function load<D extends ServiceDefinition>(file: string, name: string): D {
  return loadSync(file, OPTIONS)[name] as unknown as D;
}

/** Every gRPC service of the platform, loaded when first asked for. */
export const services = {
  identity: () =>
    load<IdentityServiceDefinition>('social/identity/v1/identity.proto', 'social.identity.v1.IdentityService'),
  catalog: () => load<CatalogServiceDefinition>('social/catalog/v1/catalog.proto', 'social.catalog.v1.CatalogService'),
  orders: () => load<OrdersServiceDefinition>('social/orders/v1/orders.proto', 'social.orders.v1.OrdersService'),
  /** Served by orders, beside its own. */
  cart: () => load<CartServiceDefinition>('social/orders/v1/cart.proto', 'social.orders.v1.CartService'),
  payments: () =>
    load<PaymentsServiceDefinition>('social/payments/v1/payments.proto', 'social.payments.v1.PaymentsService'),
  media: () => load<MediaServiceDefinition>('social/media/v1/media.proto', 'social.media.v1.MediaService'),
  groupBuy: () =>
    load<GroupBuyServiceDefinition>('social/groupbuy/v1/group_buy.proto', 'social.groupbuy.v1.GroupBuyService'),
};
