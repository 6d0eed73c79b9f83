import { describe, expect, it } from 'vitest';
import { confirm } from './domain.ts';
import { ANN, aPaidOrder, aPayment, aSeat, KNOWN, NOON, PARCEL, STAFF, TIMING } from './fixtures.ts';
import { ship } from './parcels.ts';
import { capture, moveSeat } from './payment.ts';
import { answerTo, asPlaced, once } from './requests.ts';

const KEY = { id: 'req_1', body_hash: 'h1' };
const shipOnce = (key = KEY) => once(aPaidOrder(), key, (o) => ship(o, STAFF, PARCEL, KNOWN, NOON, TIMING));

describe('a repeated request', () => {
  it('changes nothing', () => {
    const { order } = shipOnce();
    const again = once(order, KEY, (o) => ship(o, STAFF, PARCEL, KNOWN, NOON, TIMING));

    expect(again).toEqual({ order, facts: [] });
    expect(again.order).toBe(order);
  });

  it('with another body is refused', () => {
    const { order } = shipOnce();

    expect(() => once(order, { ...KEY, body_hash: 'h2' }, (o) => confirm(o, ANN, NOON))).toThrow(
      expect.objectContaining({ code: 'idempotency-key-reused' }),
    );
  });

  it('hears the first answer, whatever happened since', () => {
    const shipped = shipOnce().order;
    const completed = confirm(shipped, ANN, NOON).order;

    expect(answerTo(completed, KEY)).toMatchObject({ state: 'shipped', version: shipped.version });
    expect(answerTo(completed, KEY).completed_at).toBeUndefined();
  });

  it('is forgotten after twenty others', () => {
    const start = {
      ...aPaidOrder(),
      requests: Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, body_hash: '', version: 1 })),
    };
    const { order } = once(start, KEY, (o) => ship(o, STAFF, PARCEL, KNOWN, NOON, TIMING));

    expect(order.requests).toHaveLength(20);
    expect(order.requests.at(-1)?.id).toBe(KEY.id);
  });

  it('of a placing hears the order as it was placed', () => {
    const placed = aSeat();
    const moved = moveSeat(capture(placed, aPayment(), NOON).order, 'grp_2', NOON).order;

    expect(asPlaced(moved)).toMatchObject({ state: 'pending_payment', version: 1, group: { group_id: 'grp_1' } });
    expect(asPlaced(moved).paid_at).toBeUndefined();
  });

  it('without a key is not compared with anything', () => {
    const { order } = once(aPaidOrder(), undefined, (o) => ship(o, STAFF, PARCEL, KNOWN, NOON, TIMING));

    expect(order.requests).toEqual([]);
  });
});
