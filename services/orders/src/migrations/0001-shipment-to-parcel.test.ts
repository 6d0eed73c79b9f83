import { describe, expect, it } from 'vitest';
import { confirm, type Order } from '../domain.ts';
import { aShipped, NOON, STAFF } from '../fixtures.ts';
import { leftToSend, parcelsOf } from '../parcels.ts';
import { withParcel } from './0001-shipment-to-parcel.ts';

const SHIPMENT = { carrier: 'SF', tracking_number: 'SF9', shipped_at: NOON };

/** As orders were written before parcels were told apart. */
function anOldOne(): Order {
  const { parcels: _, ...rest } = aShipped();
  return { ...rest, shipment: SHIPMENT };
}

describe('an order that was sent before parcels were told apart', () => {
  it('has one parcel with everything, of the version that sent it', () => {
    const order = confirm(anOldOne(), { ...STAFF, role: 'buyer' }, NOON).order;
    const { shipment, parcels } = withParcel(order) ?? order;

    expect(shipment).toBeUndefined();
    expect(parcels).toEqual([
      {
        ...SHIPMENT,
        ...{ parcel_id: `${order._id}-1`, lines: [{ sku_id: 'sku_1', quantity: 2 }] },
        ...{ version: aShipped().version, scans: [] },
      },
    ]);
  });

  it('is read the same in both forms', () => {
    const old = anOldOne();
    const now = withParcel(old) ?? old;

    expect(parcelsOf(now)).toEqual(parcelsOf(old));
    expect(leftToSend(now)).toEqual(leftToSend(old));
  });

  it('is left alone once it has its parcel, like all others', () => {
    expect(withParcel(aShipped())).toBeUndefined();
    expect(withParcel(withParcel(anOldOne()) ?? anOldOne())).toBeUndefined();
  });
});
