import { migration } from '@social/runtime/migrations';
import type { Order } from '../domain.ts';
import { parcelsOf } from '../parcels.ts';

/**
 * An order that was sent before parcels were told apart has one parcel with everything. Until all are so, readers ask
 * `parcelsOf`, which tells the same of both forms.
 */
export function withParcel(order: Order): Order | undefined {
  if (!order.shipment) return undefined;

  const { shipment: _, ...rest } = order;
  return { ...rest, parcels: parcelsOf(order) };
}

export const shipmentToParcel = migration<Order>({
  id: '0001-shipment-to-parcel',
  collection: 'orders',
  of: { shipment: { $exists: true } },
  up: withParcel,
});
