import type { Route } from '../route.ts';
import { authRoutes } from './auth.ts';
import { brandRoutes } from './brands.ts';
import { bulkEditRoutes } from './bulk-edit.ts';
import { cartRoutes } from './cart.ts';
import { catalogRoutes } from './catalog.ts';
import { freightRoutes } from './freight.ts';
import { groupBuyRoutes } from './group-buy.ts';
import { identityRoutes } from './identity.ts';
import { mediaRoutes } from './media.ts';
import { orderRoutes } from './orders.ts';
import { paymentRoutes } from './payments.ts';
import { publicationRoutes } from './publication.ts';
import { sessionRoutes } from './session.ts';
import { shopRoutes } from './shops.ts';
import { stockRoutes } from './stock.ts';
import { waitingRoomRoutes } from './waiting-room.ts';

/** The whole public API, as it is in production. */
export const ROUTES: readonly Route[] = [
  ...authRoutes,
  ...sessionRoutes,
  ...identityRoutes,
  ...shopRoutes,
  ...brandRoutes,
  ...catalogRoutes,
  ...publicationRoutes,
  ...stockRoutes,
  ...bulkEditRoutes,
  ...groupBuyRoutes,
  ...waitingRoomRoutes,
  ...orderRoutes,
  ...cartRoutes,
  ...freightRoutes,
  ...paymentRoutes,
  ...mediaRoutes,
];
