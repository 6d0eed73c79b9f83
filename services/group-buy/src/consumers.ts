import { OrderCancelled, OrderPaid } from '@social/contracts/events/orders';
import { type Handler, on } from '@social/messaging/consumer';
import { type PlacementDeps, seatPaidOrder } from './placements.ts';
import { freeSeat } from './seating.ts';

/** What other services' facts cause here. */
export const handlers = (deps: PlacementDeps): Handler[] => [
  on(OrderPaid, async (paid) => {
    if (paid.group) await seatPaidOrder(deps, { ...paid, group: paid.group });
  }),
  on(OrderCancelled, async ({ group, buyerId, orderId }) => {
    if (group) await freeSeat(deps, { ...group, userId: buyerId, orderId });
  }),
];
