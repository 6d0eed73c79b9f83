import type { Scan } from '../parcels.ts';

/** What orders needs of an outside carrier that gives numbers and tells where a parcel is. */
export type Carrier = {
  name: string;
  /** Announces a parcel; its id makes a repeat safe. Errors: service-unavailable (the outcome is unknown). */
  book: (parcel: ParcelToBook) => Promise<Told>;
  /** Where a parcel is; undefined: never heard of it. Errors: service-unavailable. */
  ask: (parcelId: string) => Promise<Told | undefined>;
  /** Reads a notification. Errors: callback-signature-wrong, callback-malformed. */
  verifyCallback: (headers: Readonly<Record<string, string>>, body: Buffer, now: Date) => Told;
};

/** `to` without names, numbers and doors: those are on the parcel. */
export type ParcelToBook = {
  parcelId: string;
  to: { province: string; city: string; district: string };
  pieces: number;
};

/** What a carrier says of a parcel. */
export type Told = { parcelId: string; trackingNumber: string; scans: Scan[] };

export type Carriers = ReadonlyMap<string, Carrier>;
