import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealAddress } from './address.ts';
import { adjustPrice, changeAddress, extendReceipt, hide, note, remark } from './adjustments.ts';
import { confirm, fallDue, type Order, plus } from './domain.ts';
import {
  ANN,
  anOrder,
  aPaidOrder,
  aPaidSeat,
  aPayment,
  aSeat,
  aShipped,
  cipher,
  HOME,
  KNOWN,
  NOON,
  PARCEL,
  STAFF,
  TIMING,
  TOTAL,
} from './fixtures.ts';
import type { FreightTemplate } from './freight.ts';
import { ship } from './parcels.ts';
import { capture } from './payment.ts';
import { answerTo, asPlaced, once } from './requests.ts';
import { rolesOn, toMessage } from './view.ts';

const invalid = expect.objectContaining({ code: 'request-invalid' });
const refused = expect.objectContaining({ code: 'order-transition-refused' });
const linesOf = (order: Order) => {
  const shares = (order.price_steps ?? []).flatMap((step) => step.shares);
  return order.lines.map(({ sku_id, unit_amount, quantity }) =>
    shares.filter(({ line_id }) => line_id === sku_id).reduce((sum, s) => sum + s.amount, unit_amount * quantity),
  );
};
/** Goods of 39.80 and 19.90, and 8.00 for sending. */
const aDearOrder = (): Order => ({
  ...anOrder(),
  lines: anOrder().lines.flatMap((line) => [line, { ...line, sku_id: 'sku_2', quantity: 1 }]),
  total: 6770,
  freight: 800,
  price_steps: [{ kind: 'freight', id: 'mer_1', amount: 800, shares: [] }],
});

describe('the seller', () => {
  it('takes less or more before it is paid, spread over the goods and explained', () => {
    const { order, facts } = adjustPrice(aDearOrder(), STAFF, 6000, NOON);
    expect(order).toMatchObject({ total: 6000, freight: 800, state: 'pending_payment', due_at: aDearOrder().due_at });
    expect(order.price_steps?.at(-1)).toMatchObject({
      ...{ kind: 'merchant', id: 'mer_1', amount: -770 },
      shares: [
        { line_id: 'sku_1', amount: -513 },
        { line_id: 'sku_2', amount: -257 },
      ],
    });
    expect(order.history.at(-1)).toMatchObject({ role: 'merchant-staff', by: STAFF.id });
    expect(facts).toEqual([]);
    expect(adjustPrice(order, STAFF, 7000, NOON).order).toMatchObject({ total: 7000 });
  });

  it('always leaves lines and freight that make the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 800, max: 1_000_000 }), { minLength: 1, maxLength: 4 }), (totals) => {
        let order = aDearOrder();
        for (const total of totals) {
          if (linesOf(order).every((amount) => amount === 0)) return;
          order = adjustPrice(order, STAFF, total, NOON).order;
          expect(linesOf(order).every((amount) => Number.isInteger(amount) && amount >= 0)).toBe(true);
          expect(linesOf(order).reduce((sum, amount) => sum + amount, 800)).toBe(total);
        }
      }),
    );
  });

  it('changes nothing with the same total', () => {
    const order = anOrder();
    expect(adjustPrice(order, STAFF, TOTAL, NOON).order).toBe(order);
  });

  it.each([0, -1, 0.5, 2 ** 60, 799])('cannot take %d for it', (total) => {
    expect(() => adjustPrice(aDearOrder(), STAFF, total, NOON)).toThrow(invalid);
  });

  it('cannot do so for a seat, a paid order, or as anybody else', () => {
    expect(() => adjustPrice(aSeat(), STAFF, 100, NOON)).toThrow(refused);
    expect(() => adjustPrice(aPaidOrder(), STAFF, 100, NOON)).toThrow(refused);
    expect(() => adjustPrice(anOrder(), ANN, 100, NOON)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('is paid the new total; a payment of the earlier one goes back', () => {
    const { order } = adjustPrice(anOrder(), STAFF, 3000, NOON);
    expect(capture(order, aPayment({ amount: 3000 }), NOON).order.state).toBe('pending_shipment');
    const { order: still } = capture(order, aPayment(), NOON);
    expect(still).toMatchObject({ state: 'pending_payment', refunds: [{ amount: TOTAL, reason: 'amount-wrong' }] });
  });

  it('does not change what a repeat of an earlier request hears', () => {
    const key = { id: 'req_1', body_hash: 'h' };
    const first = once(anOrder(), key, (order) => adjustPrice(order, STAFF, 3000, NOON)).order;
    const second = adjustPrice(first, STAFF, 2000, NOON).order;
    expect(answerTo(second, key)).toMatchObject({ total: 3000, price_steps: [{ amount: 3000 - TOTAL }] });
    expect(asPlaced(second)).toMatchObject({ total: TOTAL, price_steps: [] });
  });
});

describe('the buyer', () => {
  it('is given more time to receive a parcel, once', () => {
    const shipped = aShipped();
    const { order } = extendReceipt(shipped, ANN, NOON, TIMING);
    const until = plus(NOON, TIMING.autoReceiveMs + TIMING.receiptExtensionMs);
    expect(order).toMatchObject({ state: 'shipped', auto_receive_at: until, due_at: until });
    expect(fallDue(order, plus(NOON, TIMING.autoReceiveMs)).order).toBe(order);
    expect(fallDue(order, until).order.state).toBe('completed');
    expect(() => extendReceipt(order, ANN, NOON, TIMING)).toThrow(refused);
  });

  it('of an order that is not on its way is not', () => {
    expect(() => extendReceipt(aPaidOrder(), ANN, NOON, TIMING)).toThrow(refused);
    expect(() => extendReceipt(aShipped(), STAFF, NOON, TIMING)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('does not change what the seller heard when it was shipped', () => {
    const key = { id: 'req_1', body_hash: 'h' };
    const shipped = once(aPaidOrder(), key, () => ({ order: aShipped(), facts: [] })).order;
    const { order } = extendReceipt(shipped, ANN, NOON, TIMING);
    expect(answerTo(order, key).auto_receive_at).toEqual(shipped.auto_receive_at);
  });
});

describe('before anything is sent', () => {
  const tariff = { first: 1, first_amount: 500, next: 1, next_amount: 100 };
  const FREIGHT: FreightTemplate = {
    ...{ measure: 'piece', currency: 'CNY' },
    rules: [{ regions: ['330000'], tariff }, { regions: ['540000'] }, { regions: [], tariff }],
  };
  const to = (districtCode: string) => sealAddress(cipher, anOrder()._id, { ...HOME, districtCode });
  const move = (order: Order, districtCode: string, freight: FreightTemplate | undefined = FREIGHT) =>
    changeAddress(order, ANN, to(districtCode), freight, NOON).order;

  it.each([anOrder(), aPaidOrder(), aPaidSeat()])('it goes to another address that costs the same', (order) => {
    const moved = move(order, '330203');

    expect(moved).toMatchObject({ state: order.state, address: { district_code: '330203' }, due_at: order.due_at });
    expect(moved.address_id).toBeUndefined();
    expect(moved.history.at(-1)).toMatchObject({ action: 'change-address', role: 'buyer' });
  });

  it('it does not go where sending costs something else, or where nothing is sent', () => {
    const differs = expect.objectContaining({ code: 'freight-differs' });
    const unserved = expect.objectContaining({ code: 'area-not-served' });
    expect(() => move(anOrder(), '110101')).toThrow(differs);
    expect(() => move(anOrder(), '540102')).toThrow(unserved);
    expect(move(aPaidSeat(), '540102').address?.district_code).toBe('540102');
    expect(() => changeAddress(anOrder(), ANN, to('540102'), undefined, NOON)).not.toThrow();
  });

  it('once a parcel is on its way, the rest goes there too', () => {
    const wish = { ...PARCEL, lines: [{ skuId: 'sku_1', quantity: 1 }] };
    const { order } = ship(aPaidOrder(), STAFF, wish, KNOWN, NOON, TIMING);

    expect(() => move(order, '330203')).toThrow('was sent in part');
  });

  it('buyer and merchant say what there is to say, and take it back', () => {
    const told = note(remark(aPaidOrder(), ANN, ' 放门口 ', NOON).order, STAFF, 'regular', NOON).order;
    expect(told).toMatchObject({ remark: '放门口', note: 'regular' });
    expect(remark(told, ANN, '', NOON).order.remark).toBeUndefined();
    expect(() => remark(told, ANN, 'x'.repeat(201), NOON)).toThrow(invalid);
    expect(() => note(told, STAFF, 'x'.repeat(501), NOON)).toThrow(invalid);
  });

  it('what the merchant notes is nothing to the buyer', () => {
    const noted = note(aPaidOrder(), STAFF, 'regular', NOON).order;
    const staff = { userId: STAFF.id, roles: ['merchant-staff'], merchantId: 'mer_1' };
    const toBuyer = toMessage(noted, { userId: ANN.id, roles: ['shopper'] }, cipher);

    expect(toMessage(noted, staff, cipher)).toMatchObject({ note: 'regular' });
    expect(toBuyer).toMatchObject({ note: '' });
    expect(toBuyer.history?.map(({ action }) => action)).not.toContain('note');
  });
});

describe('an order that is over', () => {
  it('is hidden from its buyer, and nobody else', () => {
    const { order } = hide(confirm(aShipped(), ANN, NOON).order, ANN, NOON);

    expect(rolesOn(order, { userId: ANN.id, roles: ['shopper'] })).toEqual([]);
    expect(rolesOn(order, { userId: 'usr_s', roles: ['merchant-staff'], merchantId: 'mer_1' })).not.toEqual([]);
    expect(() => hide(aShipped(), ANN, NOON)).toThrow(refused);
  });
});
