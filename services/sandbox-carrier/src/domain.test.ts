import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  book,
  bookingAnswer,
  type Motion,
  misbehave,
  notificationOf,
  type Parcel,
  type ParcelMisbehaviour,
  parcelAnswer,
  REVERSED_GAP_MS,
} from './domain.ts';

const NOON = Date.parse('2026-06-01T12:00:00Z');
const STEP_MS = 5000;
const WELL = { delay_seconds: 0, duplicates: 0, fail_first: 0, drop: false, reverse: false, returned: false };

let minted = 0;
/** So many steps after noon. */
const after = (steps: number): Motion => ({
  now: new Date(NOON + steps * STEP_MS),
  stepMs: STEP_MS,
  mintId: () => `cbk_${++minted}`,
});

const aParcel = (): Parcel =>
  book(
    {
      out_parcel_no: 'par_1',
      to: { province: '浙江省', city: '杭州市', district: '西湖区' },
      pieces: 2,
      grams: 800,
      notify_url: 'http://shop.example/callback',
    },
    'SBX000000000001',
    after(0),
  );
const moved = (parcel: Parcel, steps: number): Parcel => advance(parcel, after(steps)) ?? parcel;
const badly = (parcel: Parcel, how: Partial<ParcelMisbehaviour & { lost: boolean }>, steps = 0): Parcel =>
  misbehave(parcel, { ...WELL, lost: false, ...how }, after(steps));
const states = ({ scans }: Parcel) => scans.map(({ state }) => state);
const told = ({ callbacks }: Parcel) => callbacks.map(({ scan_seq }) => scan_seq);

describe('a parcel', () => {
  it('is booked with its first scan, which is told', () => {
    expect(aParcel()).toMatchObject({ state: 'booked', next_step_at: new Date(NOON + STEP_MS), version: 1 });
    expect(told(aParcel())).toEqual([1]);
  });

  it('takes a step when its time has come, and not a millisecond earlier', () => {
    const early = { ...after(1), now: new Date(NOON + STEP_MS - 1) };
    expect(advance(aParcel(), early)).toBeUndefined();
    expect(states(moved(aParcel(), 1))).toEqual(['booked', 'picked-up']);
  });

  it('makes up the steps that nobody took, each at its own time, and is delivered once', () => {
    const there = moved(aParcel(), 100);
    expect(states(there)).toEqual(['booked', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered']);
    expect(there.scans.map(({ at }) => at.getTime())).toEqual([0, 1, 2, 3, 4].map((step) => NOON + step * STEP_MS));
    expect(there.callbacks.slice(1).map(({ due_at }) => due_at)).toEqual(Array(4).fill(after(100).now));
    expect(there.next_step_at).toBeUndefined();
    expect(advance(there, after(200))).toBeUndefined();
  });

  it('has the same scans however often it is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8000 }), { maxLength: 12 }), (looks) => {
        const ending = [...looks.toSorted((a, b) => a - b).map((at) => at / 1000), 8];
        const often = ending.reduce((parcel, steps) => moved(parcel, steps), aParcel());
        expect(often.scans).toEqual(moved(aParcel(), 8).scans);
        expect(often.scans.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      }),
    );
  });

  it('is answered as of its booking again, and as of now', () => {
    const parcel = moved(aParcel(), 2);
    expect(bookingAnswer(parcel)).toEqual(parcelAnswer(aParcel()));
    expect(parcelAnswer(parcel)).toMatchObject({
      outParcelNo: 'par_1',
      trackingNumber: 'SBX000000000001',
      state: 'in-transit',
      scans: [{}, {}, { seq: 3, state: 'in-transit', at: '2026-06-01T12:00:10.000Z', place: '杭州市 分拨中心' }],
    });
  });

  it('is notified with the facts of each scan, the same bytes every time', () => {
    const parcel = moved(aParcel(), 4);
    const [, second] = parcel.callbacks;
    if (!second) throw new Error('two scans are told');
    expect(notificationOf(parcel, second)).toBe(notificationOf(moved(aParcel(), 1), second));
    expect(JSON.parse(notificationOf(parcel, second))).toEqual({
      event: 'parcel.scanned',
      outParcelNo: 'par_1',
      trackingNumber: 'SBX000000000001',
      scan: { seq: 2, state: 'picked-up', at: '2026-06-01T12:00:05.000Z', place: '发货地网点' },
    });
  });
});

describe('a parcel that misbehaves', () => {
  it('tells its scans to come late, many times or never', () => {
    const parcel = moved(badly(aParcel(), { delay_seconds: 3, duplicates: 1, fail_first: 2 }), 1);
    expect(told(parcel)).toEqual([1, 2, 2]);
    const late = { due_at: new Date(NOON + STEP_MS + 3000), fail_first: 2 };
    expect(parcel.callbacks.slice(1)).toMatchObject([late, late]);
    expect(told(moved(badly(aParcel(), { drop: true }), 4))).toEqual([1]);
  });

  it('was still well in the steps that were due before', () => {
    const parcel = moved(badly(aParcel(), { drop: true }, 2), 4);
    expect(states(parcel)).toHaveLength(5);
    expect(told(parcel)).toEqual([1, 2, 3]);
  });

  it('is told backwards only when it stops, one after the other', () => {
    const reversed = badly(aParcel(), { reverse: true });
    expect(told(moved(reversed, 3))).toEqual([1]);
    const there = moved(moved(reversed, 2), 4);
    expect(told(there)).toEqual([1, 5, 4, 3, 2]);
    const dueAts = there.callbacks.slice(1).map(({ due_at }) => due_at?.getTime());
    expect(dueAts).toEqual([0, 1, 2, 3].map((place) => NOON + 4 * STEP_MS + place * REVERSED_GAP_MS));
  });

  it('never moves again once it is lost, and what was kept back is told then', () => {
    const lost = badly(moved(badly(aParcel(), { reverse: true }), 2), { lost: true }, 2);
    expect(told(lost)).toEqual([1, 3, 2]);
    expect(advance(lost, after(100))).toBeUndefined();
    expect(advance(badly(lost, {}, 3), after(100)), 'also when it is well otherwise').toBeUndefined();
  });

  it('goes back with its next scan', () => {
    const parcel = moved(badly(moved(aParcel(), 1), { returned: true }, 1), 10);
    expect(states(parcel)).toEqual(['booked', 'picked-up', 'returned']);
    expect(parcel.next_step_at).toBeUndefined();
  });
});
