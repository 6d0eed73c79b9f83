import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Order, plus } from './domain.ts';
import { ANN, aPaidOrder, aShipped, KNOWN, MINUTE, NOON, newOrder, PARCEL, STAFF, TIMING } from './fixtures.ts';
import { claimAsk, leftToSend, orderOfParcel, type ParcelWish, parcelsOf, type Scan, ship, track } from './parcels.ts';

const ASK_AFTER = 30 * MINUTE;
/** Two pieces of one SKU, three of another, paid. */
const aMixedOrder = (): Order => ({
  ...aPaidOrder(),
  lines: newOrder().lines.flatMap((line) => [line, { ...line, sku_id: 'sku_2', quantity: 3 }]),
});
const send = (order: Order, wish: Partial<ParcelWish> = {}) =>
  ship(order, STAFF, { ...PARCEL, ...wish }, KNOWN, NOON, TIMING);
const types = ({ facts }: ReturnType<typeof send>) =>
  facts.map(({ event }) => event.type.replace(/orders\.order\.|\.v1/g, ''));
const aBooked = (): Order => send(aMixedOrder(), { carrier: 'sandbox', trackingNumber: '' }).order;
const scan = (seq: number, state: Scan['state'] = 'in-transit'): Scan => ({
  ...{ seq, state, place: '杭州市' },
  at: plus(NOON, seq * MINUTE),
});
const idOf = (order: Order): string => parcelsOf(order)[0]?.parcel_id ?? '';
const hear = (order: Order, ...scans: Scan[]) =>
  track(order, idOf(order), { trackingNumber: 'SBX1', scans }, ASK_AFTER, NOON);

describe('sending', () => {
  it('of all that is there makes the order shipped, and is waited for', () => {
    const step = send(aMixedOrder());

    expect(step.order).toMatchObject({ state: 'shipped', auto_receive_at: plus(NOON, TIMING.autoReceiveMs) });
    expect(step.order.due_at).toEqual(step.order.auto_receive_at);
    expect(types(step)).toEqual(['parcel-shipped', 'shipped']);
    expect(parcelsOf(step.order)).toMatchObject([{ carrier: 'SF Express', tracking_number: 'SF1' }]);
    expect(parcelsOf(step.order)[0]?.ask_at).toBeUndefined();
  });

  it('of some of it leaves the rest to be sent', () => {
    const first = send(aMixedOrder(), { lines: [{ skuId: 'sku_2', quantity: 1 }] });
    expect(first.order).toMatchObject({ state: 'pending_shipment' });
    expect(first.order.auto_receive_at).toBeUndefined();
    expect(types(first)).toEqual(['parcel-shipped']);
    expect([...leftToSend(first.order)]).toEqual([
      ['sku_1', 2],
      ['sku_2', 2],
    ]);

    const second = send(first.order);
    expect(second.order.state).toBe('shipped');
    expect(parcelsOf(second.order).map(({ lines }) => lines)).toEqual([
      [{ sku_id: 'sku_2', quantity: 1 }],
      [
        { sku_id: 'sku_1', quantity: 2 },
        { sku_id: 'sku_2', quantity: 2 },
      ],
    ]);
  });

  it.each([
    [[{ skuId: 'sku_1', quantity: 3 }], '2 left to send'],
    [[{ skuId: 'sku_3', quantity: 1 }], '0 left to send'],
    [[{ skuId: 'sku_1', quantity: 0 }], '2 left to send'],
    [
      [
        { skuId: 'sku_2', quantity: 2 },
        { skuId: 'sku_2', quantity: 2 },
      ],
      '3 left to send',
    ],
  ])('of what is not there is refused: %j', (lines, message) => {
    const refusal = expect.objectContaining({
      code: 'parcel-invalid',
      details: { errors: [{ path: lines[0]?.skuId, message }] },
    });
    expect(() => send(aMixedOrder(), { lines })).toThrow(refusal);
  });

  it('without a number takes a carrier that gives one', () => {
    const unknown = expect.objectContaining({ code: 'carrier-unknown' });
    expect(() => send(aPaidOrder(), { trackingNumber: '' })).toThrow(unknown);
    expect(parcelsOf(aBooked())).toMatchObject([{ tracking_number: '', ask_at: NOON }]);
  });

  it.each([{ carrier: ' ' }, { carrier: 'x'.repeat(65) }, { trackingNumber: 'x'.repeat(65) }])('checks %j', (wish) => {
    expect(() => send(aPaidOrder(), wish)).toThrow('up to 64 characters');
  });

  it('is for the merchant’s staff', () => {
    expect(() => ship(aPaidOrder(), ANN, PARCEL, KNOWN, NOON, TIMING)).toThrow('a buyer cannot ship');
  });

  it('adds up to the order, however it is split', () => {
    const wishes = fc.array(fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.integer({ min: 0, max: 4 }) }));
    fc.assert(
      fc.property(wishes, (splits) => {
        let order = aMixedOrder();
        for (const { a, b } of splits) {
          const lines = [
            { skuId: 'sku_1', quantity: a },
            { skuId: 'sku_2', quantity: b },
          ].filter(({ quantity }) => quantity > 0);
          try {
            order = send(order, { lines }).order;
          } catch {
            // Refused: nothing was sent.
          }
        }
        const sent = (sku: string) =>
          parcelsOf(order)
            .flatMap(({ lines }) => lines)
            .reduce((sum, { sku_id, quantity }) => (sku_id === sku ? sum + quantity : sum), 0);
        const left = leftToSend(order);
        expect(sent('sku_1') + (left.get('sku_1') ?? 0)).toBe(2);
        expect(sent('sku_2') + (left.get('sku_2') ?? 0)).toBe(3);
        expect(order.state).toBe(left.size === 0 ? 'shipped' : 'pending_shipment');
      }),
    );
  });

  it('reads orders that were sent before parcels were told apart', () => {
    const shipment = { carrier: 'SF', tracking_number: 'SF9', shipped_at: NOON };
    const { parcels: _, ...rest } = aShipped();
    const old: Order = { ...rest, shipment };

    expect(parcelsOf(old)).toMatchObject([{ ...shipment, lines: [{ sku_id: 'sku_1', quantity: 2 }], scans: [] }]);
    expect(leftToSend(old).size).toBe(0);
  });
});

describe('a parcel on its way', () => {
  it('tells its order by its id', () => {
    expect(orderOfParcel(idOf(aBooked()))).toBe(aBooked()._id);
  });

  it('gets its number and is asked after once its carrier has been silent', () => {
    const { order } = hear(aBooked(), scan(1, 'booked'));

    expect(parcelsOf(order)).toMatchObject([{ tracking_number: 'SBX1', ask_at: plus(NOON, ASK_AFTER) }]);
  });

  it('ends the same in whatever order and however often its scans are heard', () => {
    const scans = [scan(1, 'booked'), scan(2, 'picked-up'), scan(3), scan(4, 'delivered')];
    const heard = fc.shuffledSubarray([...scans, ...scans], { minLength: 8 });
    fc.assert(
      fc.property(heard, (all) => {
        let order = aBooked();
        let delivered = 0;
        for (const one of all) {
          const step = hear(order, one);
          order = step.order;
          delivered += step.facts.length;
        }
        expect(parcelsOf(order)).toMatchObject([{ scans, delivered_at: scan(4).at }]);
        expect(parcelsOf(order)[0]?.ask_at).toBeUndefined();
        expect(delivered).toBe(1);
      }),
    );
  });

  it('is asked about less and less often while nothing is told, and no more when its order is over', () => {
    const first = claimAsk(aBooked(), idOf(aBooked()), 2000, NOON).order;
    expect(parcelsOf(first)).toMatchObject([{ asks: 1, ask_at: plus(NOON, 2000) }]);
    expect(claimAsk(first, idOf(first), 2000, NOON).order).toBe(first);

    const second = claimAsk(first, idOf(first), 2000, plus(NOON, 2000)).order;
    expect(parcelsOf(second)).toMatchObject([{ asks: 2, ask_at: plus(NOON, 6000) }]);

    const over = claimAsk({ ...second, state: 'completed' }, idOf(second), 2000, plus(NOON, 6000)).order;
    expect(parcelsOf(over)[0]?.ask_at).toBeUndefined();
  });

  it('of no order is told so', () => {
    const attempt = () => track(aBooked(), 'ord_x-9', { trackingNumber: 'S', scans: [] }, ASK_AFTER, NOON);
    expect(attempt).toThrow(expect.objectContaining({ code: 'order-not-found' }));
  });
});
