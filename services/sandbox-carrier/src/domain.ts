import { type Callback, callbacksFor } from '@social/sandbox/callbacks';

export type ParcelState = 'booked' | 'picked-up' | 'in-transit' | 'out-for-delivery' | 'delivered' | 'returned';

/** Where a parcel goes: as much of an address as is shown to everybody. */
export type Destination = { province: string; city: string; district: string };

/** A parcel was seen somewhere. */
export type Scan = {
  /** From 1, without gaps in a parcel. */
  seq: number;
  state: ParcelState;
  at: Date;
  place: string;
};

export type ScanCallback = Callback & { scan_seq: number };

/** What goes wrong with a parcel, and with the callbacks of its scans to come. */
export type ParcelMisbehaviour = {
  delay_seconds: number;
  duplicates: number;
  fail_first: number;
  drop: boolean;
  /** Nothing is told until the parcel stops; then the last scan first. */
  reverse: boolean;
  /** It goes back instead of taking its next step. */
  returned: boolean;
};

/** What the merchant books; together with its number the content of a booking. */
export type Booking = {
  /** The merchant's own number of the parcel; one parcel a number. */
  out_parcel_no: string;
  to: Destination;
  pieces: number;
  grams: number;
  notify_url: string;
};

/** A parcel, as it stands in the collection `parcels`. */
export type Parcel = Booking & {
  /** The tracking number. */
  _id: string;
  traceparent?: string;
  state: ParcelState;
  scans: Scan[];
  /** When it moves next; absent when it does so no more. */
  next_step_at?: Date;
  misbehaviour?: ParcelMisbehaviour;
  /** The scans that are told in reverse, later. */
  untold: number[];
  callbacks: ScanCallback[];
  version: number;
};

/** What moving a parcel depends on beside the parcel. */
export type Motion = { now: Date; stepMs: number; mintId: () => string };

/** Between the callbacks of scans that are told in reverse, so that they leave one after the other. */
export const REVERSED_GAP_MS = 500;

const NEXT: Partial<Record<ParcelState, ParcelState>> = {
  booked: 'picked-up',
  'picked-up': 'in-transit',
  'in-transit': 'out-for-delivery',
  'out-for-delivery': 'delivered',
};

/** Where a parcel is in a state, in the carrier's words. */
function placeOf(state: ParcelState, { city, district }: Destination): string {
  if (state === 'booked') return '线上下单';
  if (state === 'in-transit') return `${city} 分拨中心`;
  if (state === 'out-for-delivery') return `${city} ${district}营业部`;
  return state === 'delivered' ? `${city} ${district}` : '发货地网点';
}

const later = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds);

/** Owes the callbacks of what is untold, the last scan's first. */
function tell(parcel: Parcel, { now, mintId }: Motion): Parcel {
  const { delay_seconds = 0, duplicates = 0, fail_first = 0, drop = false } = parcel.misbehaviour ?? {};
  const how = { delaySeconds: delay_seconds, duplicates, failFirst: fail_first, drop };
  const owed = parcel.untold
    .toReversed()
    .flatMap((scan_seq, place) =>
      callbacksFor(how, later(now, place * REVERSED_GAP_MS), mintId).map((callback) => ({ ...callback, scan_seq })),
    );
  return { ...parcel, untold: [], callbacks: [...parcel.callbacks, ...owed] };
}

/** A parcel is seen in a state, and moves on from there unless it is the last. */
function scan(parcel: Parcel, state: ParcelState, at: Date, motion: Motion): Parcel {
  const { next_step_at: _, ...rest } = parcel;
  const seq = parcel.scans.length + 1;
  const seen: Parcel = {
    ...rest,
    state,
    scans: [...parcel.scans, { seq, state, at, place: placeOf(state, parcel.to) }],
    untold: [...parcel.untold, seq],
    ...(NEXT[state] ? { next_step_at: later(at, motion.stepMs) } : {}),
  };
  return seen.next_step_at && seen.misbehaviour?.reverse ? seen : tell(seen, motion);
}

/** A new parcel: its booking is its first scan. */
export const book = (booking: Booking & Pick<Parcel, 'traceparent'>, trackingNumber: string, motion: Motion): Parcel =>
  scan(
    { ...booking, _id: trackingNumber, state: 'booked', scans: [], untold: [], callbacks: [], version: 1 },
    'booked',
    motion.now,
    motion,
  );

/** Takes every step that is due, each at the time at which it was; undefined when none is. */
export function advance(parcel: Parcel, motion: Motion): Parcel | undefined {
  let moved = parcel;
  while (moved.next_step_at && moved.next_step_at <= motion.now) {
    const state = moved.misbehaviour?.returned ? 'returned' : NEXT[moved.state];
    if (!state) break;
    moved = scan(moved, state, moved.next_step_at, motion);
  }
  return moved === parcel ? undefined : { ...moved, version: parcel.version + 1 };
}

/** From now on things go wrong with the parcel; what was due before was still well. A lost one never moves again. */
export function misbehave(
  parcel: Parcel,
  { lost, ...misbehaviour }: ParcelMisbehaviour & { lost: boolean },
  motion: Motion,
): Parcel {
  const moved = { ...(advance(parcel, motion) ?? parcel), misbehaviour, version: parcel.version + 1 };
  if (!lost) return moved;

  const { next_step_at: _, ...stopped } = moved;
  return tell(stopped, motion);
}

/** A scan as merchants read it. */
export const scanAnswer = ({ seq, state, at, place }: Scan) => ({ seq, state, at: at.toISOString(), place });

/** A parcel as merchants read it. */
export const parcelAnswer = ({ out_parcel_no, _id, state, scans }: Parcel) => ({
  outParcelNo: out_parcel_no,
  trackingNumber: _id,
  state,
  scans: scans.map(scanAnswer),
});

/** The parcel's first answer, which repeats of its booking get too. */
export const bookingAnswer = (parcel: Parcel) =>
  parcelAnswer({ ...parcel, state: 'booked', scans: parcel.scans.slice(0, 1) });

/** The body of the notification of a scan; the same bytes at every attempt. */
export function notificationOf({ out_parcel_no, _id, scans }: Parcel, { scan_seq }: ScanCallback): string {
  const seen = scans.filter(({ seq }) => seq === scan_seq).map(scanAnswer);
  return JSON.stringify({ event: 'parcel.scanned', outParcelNo: out_parcel_no, trackingNumber: _id, scan: seen[0] });
}
