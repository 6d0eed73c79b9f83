import type { Server } from '@grpc/grpc-js';
import type { CartServiceDefinition } from '@social/contracts/generated/social/orders/v1/CartService';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import { services } from '@social/rpc/proto';
import { type ServerOptions, serveRpc } from '@social/rpc/server';
import type { CheckoutDeps } from './cart/checkout.ts';
import { cartHandlers } from './cart/rpc.ts';
import { exportHandler } from './export-rpc.ts';
import { handlers } from './grpc.ts';

type Both = OrdersServiceDefinition & CartServiceDefinition;
type Deps = CheckoutDeps & Parameters<typeof handlers>[0] & Parameters<typeof exportHandler>[0];

/** Both services of this process at one address: every RPC is known by its whole path. */
export const serveOrders = (deps: Deps, address: string, options: ServerOptions): Promise<Server> =>
  serveRpc<Both, 'ExportOrders'>(
    { ...services.orders(), ...services.cart() },
    { ...handlers(deps), ...cartHandlers(deps) },
    address,
    options,
    { ExportOrders: exportHandler(deps, options) },
  );
