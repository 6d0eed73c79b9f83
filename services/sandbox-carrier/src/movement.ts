import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { CallbackSender } from '@social/sandbox/callback-sender';
import { advance, type Motion, type Parcel } from './domain.ts';
import type { Parcels } from './store.ts';

/** Parcels that are read to be moved at once. */
const MOVED_AT_ONCE = 200;

export type MovementDeps = {
  parcels: Parcels;
  callbacks: CallbackSender<Parcel>;
  clock: Clock;
  /** From one scan to the next, in milliseconds. */
  stepMs: number;
};

export type Movement = {
  /** How parcels move at this moment. */
  motion: () => Motion;
  /** Changes a parcel and sends what it owes; answers it as it is then. Errors: 404 parcel-not-found. */
  change: (trackingNumber: string, decide: (parcel: Parcel) => Parcel | undefined) => Promise<Parcel>;
  /** The parcel after every step that is due by now. Errors: 404 parcel-not-found. */
  upToDate: (trackingNumber: string) => Promise<Parcel>;
  /** Moves every parcel whose time has come. */
  moveDue: () => Promise<void>;
};

/** Moves parcels by the clock; their scans and what is owed for them are one write. */
export function movement({ parcels, callbacks, clock, stepMs }: MovementDeps): Movement {
  const motion = (): Motion => ({ now: clock.now(), stepMs, mintId: () => newId('cbk') });
  const change: Movement['change'] = async (trackingNumber, decide) => {
    const { document, changed } = await parcels.change(trackingNumber, decide);
    if (changed) callbacks.send(document);
    return document;
  };
  const upToDate = (trackingNumber: string) => change(trackingNumber, (parcel) => advance(parcel, motion()));
  const moveDue = async () => {
    let due: Parcel[];
    do {
      due = await parcels.withDueSteps(clock.now(), MOVED_AT_ONCE);
      await Promise.all(due.map(({ _id }) => upToDate(_id)));
    } while (due.length === MOVED_AT_ONCE);
  };
  return { motion, change, upToDate, moveDue };
}
