import { z } from 'zod';
import { event, instant, positiveAmount } from './event.ts';

export const ORDERS_TOPIC = 'orders.order.v1';

/** Present on orders for a seat in a group. */
const group = z.object({ activityId: z.string(), groupId: z.string(), quantity: z.number().int().min(1) });
const order = { orderId: z.string(), buyerId: z.string(), merchantId: z.string(), version: z.number().int() };

/** A cart became an order; nothing is paid. An order for a seat is first told of when it is paid or cancelled. Key: orderId. */
export const OrderPlaced = event(
  ORDERS_TOPIC,
  'orders.order.placed.v1',
  z.object({ ...order, total: positiveAmount, currency: z.string(), payBy: instant }),
);

/** The whole amount was captured. `late`: the order had been cancelled, its seat may be gone. */
export const OrderPaid = event(
  ORDERS_TOPIC,
  'orders.order.paid.v1',
  z.object({
    ...order,
    total: positiveAmount,
    currency: z.string(),
    paymentId: z.string(),
    paidAt: instant,
    late: z.boolean(),
    group: group.optional(),
    lines: z.array(z.object({ productId: z.string(), skuId: z.string(), quantity: z.number().int() })),
  }),
);

/** Ended unpaid: by its buyer, by time, or because its seat was gone. */
export const OrderCancelled = event(
  ORDERS_TOPIC,
  'orders.order.cancelled.v1',
  z.object({ ...order, reason: z.string(), group: group.optional() }),
);

/** Paid and, if in a group, the group succeeded: the merchant may ship. */
export const OrderReadyToShip = event(ORDERS_TOPIC, 'orders.order.ready-to-ship.v1', z.object({ ...order }));
/** All is sent; carrier and number are of the parcel that left nothing to be sent. */
export const OrderShipped = event(
  ORDERS_TOPIC,
  'orders.order.shipped.v1',
  z.object({ ...order, carrier: z.string(), trackingNumber: z.string(), shippedAt: instant }),
);
/** A parcel was handed to a carrier, of some of the order's pieces or of all; `trackingNumber` may still be empty. */
export const ParcelShipped = event(
  ORDERS_TOPIC,
  'orders.order.parcel-shipped.v1',
  z.object({
    ...order,
    parcelId: z.string(),
    carrier: z.string(),
    trackingNumber: z.string(),
    lines: z.array(z.object({ skuId: z.string(), quantity: z.number().int() })),
    shippedAt: instant,
  }),
);
/** A carrier said that it delivered a parcel; `deliveredAt` is its own time. */
export const ParcelDelivered = event(
  ORDERS_TOPIC,
  'orders.order.parcel-delivered.v1',
  z.object({ ...order, parcelId: z.string(), deliveredAt: instant }),
);
export const OrderCompleted = event(
  ORDERS_TOPIC,
  'orders.order.completed.v1',
  z.object({ ...order, completedAt: instant }),
);

/** Money is to go back. `refundId` is the idempotency key all the way to the provider. Key: orderId. */
export const RefundRequested = event(
  ORDERS_TOPIC,
  'orders.order.refund-requested.v1',
  z.object({
    ...order,
    refundId: z.string(),
    paymentId: z.string(),
    amount: positiveAmount,
    currency: z.string(),
    reason: z.string(),
  }),
);

/** Paid and given back in full. */
export const OrderClosed = event(ORDERS_TOPIC, 'orders.order.closed.v1', z.object({ ...order, refundedAt: instant }));
