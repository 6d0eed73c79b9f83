import { describe, expect, it } from 'vitest';
import { cancel, fallDue, payable, plus, type Step } from './domain.ts';
import { ANN, anOrder, aPaidOrder, aPlacing, aSeat, aShipped, MINUTE, NOON, TIMING, TOTAL } from './fixtures.ts';

const types = ({ facts }: Step) => facts.map(({ event }) => event.type);
const payBy = plus(NOON, 15 * MINUTE);

describe('cancelling', () => {
  it('gives the stock of a plain order back', () => {
    const step = cancel(anOrder(), ANN, 'by-buyer', NOON);

    expect(step.order).toMatchObject({ state: 'cancelled', cancel_reason: 'by-buyer', stock_to_return: true });
    expect(types(step)).toEqual(['orders.order.cancelled.v1']);
  });

  it('names the seat that becomes free, whose stock is not the order’s to return', () => {
    const step = cancel(aSeat(), ANN, 'by-buyer', NOON);

    expect(step.order.stock_to_return).toBeUndefined();
    expect(step.facts[0]?.data).toMatchObject({ group: { activityId: 'act_1', groupId: 'grp_1', quantity: 2 } });
  });

  it('is refused once the order is paid', () => {
    expect(() => cancel(aPaidOrder(), ANN, 'by-buyer', NOON)).toThrow('the order is pending_shipment');
  });
});

describe('deadlines', () => {
  it('cancels an unpaid order when the grace after its time to pay is over, not a millisecond before', () => {
    const end = plus(payBy, TIMING.callbackGraceMs);
    const early = anOrder();

    expect(fallDue(early, plus(end, -1)).order).toBe(early);
    expect(fallDue(early, end).order).toMatchObject({ state: 'cancelled', cancel_reason: 'not-paid-in-time' });
  });

  it('takes receipt for granted ten days after shipping', () => {
    const step = fallDue(aShipped(), plus(NOON, TIMING.autoReceiveMs));

    expect(step.order).toMatchObject({ state: 'completed', history: expect.anything() });
    expect(step.order.history.at(-1)?.role).toBe('clock');
    expect(types(step)).toEqual(['orders.order.completed.v1']);
  });

  it('gives up a checkout that died half-way, and frees its request key', () => {
    const step = fallDue({ ...aPlacing(), request: { id: 'r', body_hash: 'h' } }, plus(NOON, TIMING.placingMs));

    expect(step.order).toMatchObject({ state: 'abandoned', stock_to_return: true });
    expect(step.order.request).toBeUndefined();
    expect(step.facts).toEqual([]);
  });

  it('leaves an order alone that has no deadline', () => {
    const paid = aPaidOrder();

    expect(fallDue(paid, plus(NOON, 365 * 24 * 60 * MINUTE)).order).toBe(paid);
  });
});

describe('what is to be paid', () => {
  it('is the total until the time to pay is over, that moment included', () => {
    expect(payable(anOrder(), payBy)).toEqual({ amount: TOTAL, payBy });
    expect(() => payable(anOrder(), plus(payBy, 1))).toThrow('its time to pay is over');
  });

  it('is nothing for a paid order', () => {
    expect(() => payable(aPaidOrder(), NOON)).toThrow('the order is pending_shipment');
  });
});
