import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK, cancel, type Order, plus, type Step } from './domain.ts';
import { aFullSeat, anOrder, aPaidOrder, aPaidSeat, aPayment, aSeat, MINUTE, NOON, TOTAL } from './fixtures.ts';
import { capture, completeGroup, giveUpSeat, moveSeat, ownRefundId, refunded, strayRefundId } from './payment.ts';

const types = ({ facts }: Step) => facts.map(({ event }) => event.type.replace(/orders\.order\.|\.v1/g, ''));
const payBy = plus(NOON, 15 * MINUTE);
const hourLater = plus(NOON, 60 * MINUTE);
const tooLate = { paidAt: plus(payBy, 1) };

describe('a captured payment', () => {
  it('makes a plain order ready to ship', () => {
    const step = capture(anOrder(), aPayment(), NOON);

    expect(step.order).toMatchObject({ state: 'pending_shipment', payment_id: 'pay_1' });
    expect(types(step)).toEqual(['paid', 'ready-to-ship']);
  });

  it('makes a group order wait for its group', () => {
    const step = capture(aSeat(), aPayment(), NOON);

    expect(step.order.state).toBe('awaiting_group');
    expect(types(step)).toEqual(['paid']);
    expect(step.facts[0]?.data).toMatchObject({ late: false, group: { groupId: 'grp_1' } });
  });

  it('changes nothing when it is told again', () => {
    const paid = aPaidOrder();

    expect(capture(paid, aPayment(), NOON).order).toBe(paid);
  });

  it('counts as in time at the last moment, however late it is heard', () => {
    const step = capture(anOrder(), aPayment({ paidAt: payBy }), hourLater);

    expect(step.order.state).toBe('pending_shipment');
  });

  it('one millisecond after the last moment ends a plain order and goes back', () => {
    const step = capture(anOrder(), aPayment(tooLate), hourLater);

    expect(step.order).toMatchObject({ state: 'cancelled', cancel_reason: 'paid-too-late', stock_to_return: true });
    expect(types(step)).toEqual(['cancelled', 'refund-requested']);
  });

  it('one millisecond after the last moment frees the seat and asks group-buy for a place', () => {
    const step = capture(aSeat(), aPayment(tooLate), hourLater);

    expect(step.order.state).toBe('awaiting_group');
    expect(types(step)).toEqual(['cancelled', 'paid']);
    expect(step.facts[1]?.data).toMatchObject({ late: true });
  });

  it('revives a cancelled group order', () => {
    const cancelled = cancel(aSeat(), CLOCK, 'not-paid-in-time', hourLater).order;
    const step = capture(cancelled, aPayment(), hourLater);

    expect(step.order.state).toBe('awaiting_group');
    expect(step.order.cancel_reason).toBeUndefined();
    expect(step.facts[0]?.data).toMatchObject({ late: true });
  });

  it('for a cancelled plain order goes back, and the order closes when it has arrived', () => {
    const cancelled = cancel(anOrder(), CLOCK, 'not-paid-in-time', hourLater).order;
    const asked = capture(cancelled, aPayment(), hourLater);
    const refundId = strayRefundId(cancelled._id, 'pay_1');

    expect(asked.facts[0]?.data).toMatchObject({ refundId, amount: TOTAL, reason: 'paid-after-close' });
    expect(capture(asked.order, aPayment(), hourLater).order).toBe(asked.order);
    expect(types(refunded(asked.order, refundId, hourLater, hourLater))).toEqual(['closed']);
  });

  it('that is a second one goes back alone and leaves the order as it is', () => {
    const step = capture(aPaidOrder(), aPayment({ paymentId: 'pay_2' }), NOON);
    const refundId = strayRefundId(step.order._id, 'pay_2');

    expect(step.facts[0]?.data).toMatchObject({ refundId, paymentId: 'pay_2', reason: 'paid-twice' });
    expect(refunded(step.order, refundId, NOON, NOON).order).toMatchObject({ state: 'pending_shipment' });
  });

  it.each([{ amount: TOTAL - 1 }, { amount: TOTAL + 1 }, { currency: 'USD' }])(
    'of another amount than the order’s goes back: %o',
    (change) => {
      const step = capture(anOrder(), aPayment(change), NOON);

      expect(step.order.state).toBe('pending_payment');
      expect(step.facts[0]?.data).toMatchObject({ reason: 'amount-wrong', amount: change.amount ?? TOTAL });
    },
  );
});

describe('a group', () => {
  it('that succeeds makes its orders ready to ship, once', () => {
    const step = completeGroup(aPaidSeat(), 'grp_1', NOON);

    expect(types(step)).toEqual(['ready-to-ship']);
    expect(completeGroup(step.order, 'grp_1', NOON).order).toBe(step.order);
  });

  it('that took a latecomer of another group is known from its success alone', () => {
    expect(completeGroup(aPaidSeat(), 'grp_2', NOON).order.group?.group_id).toBe('grp_2');
  });

  it('that fails asks for the whole amount back, once', () => {
    const step = giveUpSeat(aPaidSeat(), 'not-filled', NOON);

    expect(step.facts[0]?.data).toMatchObject({ refundId: ownRefundId(step.order._id), amount: TOTAL });
    expect(giveUpSeat(step.order, 'not-filled', NOON).order).toBe(step.order);
  });

  it('cannot succeed for an order that is being refunded', () => {
    const givenUp = giveUpSeat(aPaidSeat(), 'not-filled', NOON).order;

    expect(() => completeGroup(givenUp, 'grp_1', NOON)).toThrow('is being refunded');
  });

  it('cannot fail for an order that may be shipped', () => {
    expect(() => giveUpSeat(aFullSeat(), 'not-filled', NOON)).toThrow('the order is pending_shipment');
  });

  it('gives an order another group as long as it waits for one', () => {
    const full = aFullSeat();

    expect(moveSeat(aPaidSeat(), 'grp_2', NOON).order.group?.group_id).toBe('grp_2');
    expect(moveSeat(full, 'grp_2', NOON).order).toBe(full);
  });
});

describe('a refund', () => {
  it('closes the order when the money has arrived, once', () => {
    const asked = giveUpSeat(aPaidSeat(), 'not-filled', NOON).order;
    const step = refunded(asked, ownRefundId(asked._id), hourLater, hourLater);

    expect(step.order).toMatchObject({ state: 'closed', refunds: [{ refunded_at: hourLater }] });
    expect(refunded(step.order, ownRefundId(asked._id), hourLater, hourLater).order).toBe(step.order);
  });

  it.each([aPaidSeat, aPaidOrder])(
    'that came before what the order knows closes it: it is not sent for nothing',
    (paid) => {
      const order = paid();
      for (const id of [ownRefundId(order._id), strayRefundId(order._id, order.payment_id ?? '')]) {
        const step = refunded(order, id, NOON, hourLater);

        expect(step.order).toMatchObject({ state: 'closed', refunds: [{ refund_id: id, refunded_at: NOON }] });
        expect(types(step)).toEqual(['closed']);
        expect(refunded(step.order, id, NOON, hourLater).order).toBe(step.order);
      }
    },
  );

  it('that nobody asked for is refused', () => {
    expect(() => refunded(aPaidSeat(), 'ref_x', NOON, NOON)).toThrow('asked for no refund ref_x');
  });
});

describe('whatever arrives in whatever order', () => {
  type News = (order: Order) => Step;
  const pays = fc.record({ n: fc.integer({ min: 1, max: 3 }), afterMs: fc.integer({ min: 0, max: 20 * MINUTE }) }).map(
    ({ n, afterMs }): News =>
      (o) =>
        capture(o, aPayment({ paymentId: `pay_${n}`, paidAt: plus(NOON, afterMs) }), NOON),
  );
  const ends = fc.constantFrom<News>(
    (o) => completeGroup(o, 'grp_1', NOON),
    (o) => giveUpSeat(o, 'not-filled', NOON),
    (o) => cancel(o, CLOCK, 'not-paid-in-time', NOON),
    (o) => {
      const open = o.refunds.find(({ refunded_at }) => !refunded_at);
      return open ? refunded(o, open.refund_id, NOON, NOON) : { order: o, facts: [] };
    },
  );

  const attempt = (order: Order, news: News): Order => {
    try {
      return news(order).order;
    } catch {
      return order;
    }
  };

  it('every payment is kept for the goods or sent back, never both, never twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(anOrder, aSeat), fc.array(fc.oneof(pays, ends), { maxLength: 12 }), (start, news) => {
        const order = news.reduce(attempt, start());
        const sentBack = order.refunds.map(({ payment_id }) => payment_id);

        expect(new Set(sentBack).size).toBe(sentBack.length);
        if (['pending_shipment', 'shipped'].includes(order.state)) {
          expect(order.payment_id).toBeDefined();
          expect(sentBack).not.toContain(order.payment_id);
        }
        if (order.state === 'closed') expect(order.refunds.some(({ refunded_at }) => refunded_at)).toBe(true);
      }),
    );
  });
});
