import { describe, expect, it } from 'vitest';
import { cancel, confirm, type Order, plus } from '../domain.ts';
import { ANN, anOrder, aPaidSeat, aShipped, MINUTE, NOON } from '../fixtures.ts';
import { giveUpSeat, ownRefundId, refunded } from '../payment.ts';
import { archivedAs, isArchivable } from './rules.ts';

const LATER = plus(NOON, MINUTE);
const completed = (): Order => confirm(aShipped(), ANN, NOON).order;
const cancelled = (): Order => cancel(anOrder(), ANN, 'by-buyer', NOON).order;

describe('an order', () => {
  it('may be archived once it is over for long enough', () => {
    expect(isArchivable(completed(), LATER)).toBe(true);
    expect(isArchivable(completed(), NOON)).toBe(false);
  });

  it('stays as long as something can happen to it', () => {
    for (const order of [anOrder(), aPaidSeat(), aShipped()]) expect(isArchivable(order, LATER)).toBe(false);
  });

  it('stays as long as its stock is to be given back', () => {
    const order = cancelled();
    expect(isArchivable(order, LATER)).toBe(false);
    expect(isArchivable({ ...order, stock_to_return: undefined }, LATER)).toBe(true);
  });

  it('stays as long as money is on its way back', () => {
    const asked = giveUpSeat(aPaidSeat(), 'not-filled', NOON).order;
    const closed = refunded(asked, ownRefundId(asked._id), NOON, NOON).order;
    expect(isArchivable({ ...asked, state: 'cancelled' }, LATER)).toBe(false);
    expect(isArchivable(closed, LATER)).toBe(true);
  });

  it('stays as long as it has facts to tell, a deadline, or a parcel to ask about', () => {
    const order = completed();
    const fact = { id: 'e', topic: 't', type: 'x', key: order._id, at: NOON, data: {} };
    expect(isArchivable({ ...order, outbox: [fact] }, LATER)).toBe(false);
    expect(isArchivable({ ...order, due_at: NOON }, LATER)).toBe(false);
    const parcels = order.parcels?.map((parcel) => ({ ...parcel, ask_at: NOON }));
    expect(isArchivable({ ...order, parcels }, LATER)).toBe(false);
  });
});

describe('what is left of an archived order', () => {
  it('tells whose it was and what became of its stock, and nothing of a person', () => {
    const { _id, buyer_id, merchant_id, version, pay_by, paid_at } = completed();
    expect(archivedAs(completed(), 'orders/2026/a', LATER)).toEqual({
      ...{ _id, buyer_id, merchant_id, version, pay_by, paid_at, state: 'completed', hidden: undefined },
      ...{ lines: [{ sku_id: 'sku_1', quantity: 2 }], file: 'orders/2026/a', archived_at: LATER },
    });
  });

  it('leaves the stock of a seat to its activity', () => {
    expect(archivedAs(aPaidSeat(), 'f', LATER)).not.toHaveProperty('lines');
  });
});
