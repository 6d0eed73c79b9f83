import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import type { Carrier, Carriers, Told } from './carriers/carrier.ts';
import type { Order } from './domain.ts';
import { claimAsk, orderOfParcel, type Parcel, parcelsOf, track } from './parcels.ts';
import type { Store } from './store.ts';

export type TrackingDeps = {
  store: Store;
  carriers: Carriers;
  clock: Clock;
  log: Logger;
  /** Milliseconds; see config.ts. */
  carrierAskAfterMs: number;
  carrierRetryMs: number;
};

/** Parcels that are looked after in one turn. */
const TURN = 100;

export type Tracking = {
  /** Books what was just sent, without making the merchant wait; a failure is left to the sweep. */
  nudge: (order: Order) => void;
  /** Books parcels and asks after those whose carrier has been silent; answers how many orders were due. */
  sweep: () => Promise<number>;
  /** Errors: carrier-unknown, order-not-found, callback-signature-wrong, callback-malformed. */
  hear: (carrier: string, headers: Readonly<Record<string, string>>, body: Buffer) => Promise<void>;
};

/** Where parcels are: booked with their carrier once, heard of by its notifications, asked after when it is silent. */
export function trackingOf(deps: TrackingDeps): Tracking {
  const { store, carriers, clock, log, carrierAskAfterMs } = deps;

  const note = (told: Told) =>
    store.update(orderOfParcel(told.parcelId), (order) =>
      track(order, told.parcelId, told, carrierAskAfterMs, clock.now()),
    );
  const lookAfter = async (order: Order) => {
    for (const parcel of parcelsOf(order)) {
      if (!parcel.ask_at || parcel.ask_at > clock.now()) continue;
      await askOnce(deps, order, parcel, note).catch((error) =>
        log.warn({ err: error, parcel: parcel.parcel_id }, 'the carrier will be asked again'),
      );
    }
  };
  return {
    nudge: (order) => void lookAfter(order),
    sweep: async () => {
      const due = await store.orders.find({ 'parcels.ask_at': { $lte: clock.now() } }, { limit: TURN }).toArray();
      await Promise.all(due.map(lookAfter));
      return due.length;
    },
    hear: async (name, headers, body) => {
      const carrier = carriers.get(name);
      if (!carrier) throw new DomainError('carrier-unknown');
      await note(carrier.verifyCallback(headers, body, clock.now()));
    },
  };
}

/** One attempt; the next one is due before this one starts, so that a killed process loses no parcel. */
async function askOnce(
  { store, carriers, clock, carrierAskAfterMs, carrierRetryMs }: TrackingDeps,
  order: Order,
  { parcel_id: id, carrier: name, tracking_number }: Parcel,
  note: (told: Told) => Promise<Order>,
): Promise<void> {
  const carrier = carriers.get(name);
  if (!carrier) return;
  const pauseMs = tracking_number === '' ? carrierRetryMs : carrierAskAfterMs;
  const claimed = await store.update(order._id, (current) => claimAsk(current, id, pauseMs, clock.now()));
  const parcel = parcelsOf(claimed).find(({ parcel_id }) => parcel_id === id);
  if (!parcel?.ask_at) return;

  const told = parcel.tracking_number === '' ? await book(carrier, claimed, parcel) : await carrier.ask(id);
  crashPoint('parcel-booked');
  if (told) await note(told);
}

async function book(carrier: Carrier, { address }: Order, { parcel_id, lines }: Parcel): Promise<Told> {
  const { province = '', city = '', district = '' } = address ?? {};
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return carrier.book({ parcelId: parcel_id, to: { province, city, district }, pieces });
}
