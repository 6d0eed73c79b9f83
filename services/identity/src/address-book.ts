import { DomainError } from '@social/contracts/errors';
import { line, normalisePhone } from './domain.ts';
import { districtOf } from './regions.ts';
import type { RequestRecord } from './requests.ts';

/** Where a person's parcels may go. */
export type Address = {
  addressId: string;
  recipient: string;
  phone: string;
  districtCode: string;
  detail: string;
};

/** A person's addresses, oldest first. As soon as there is one, exactly one is the default. */
export type AddressBook = {
  userId: string;
  addresses: Address[];
  defaultId: string;
  /** Taken out, but not forgotten yet: an order that chose one may still have to be paid. Shown to nobody. */
  removed: Address[];
  /** When the removed ones are forgotten; absent without any. */
  forgetAt?: Date;
  requests: RequestRecord[];
};

export const ADDRESS_LIMIT = 20;

/** How long a removed address is known, in ms: longer than a seat waits for its payment (a day at most). */
export const REMEMBERED_MS = 2 * 86_400_000;

const LONGEST_RECIPIENT = 40;
const LONGEST_DETAIL = 200;

/** What a person writes down for an address; `preferred` when it is to be the default one. */
export type AddressForm = Omit<Address, 'addressId'> & { preference: 'preferred' | 'as-it-is' };

/** The form in the shape that is stored. Errors: request-invalid, phone-invalid, region-unknown. */
export function checkedForm(form: AddressForm): AddressForm {
  return {
    ...form,
    recipient: line('recipient', form.recipient, LONGEST_RECIPIENT),
    phone: normalisePhone(form.phone),
    districtCode: districtOf(form.districtCode).districtCode,
    detail: line('detail', form.detail, LONGEST_DETAIL),
  };
}

export const emptyBook = (userId: string): AddressBook => ({
  userId,
  addresses: [],
  defaultId: '',
  removed: [],
  requests: [],
});

/** Errors: address-not-found. */
export function addressOf(book: AddressBook, addressId: string): Address {
  const address = book.addresses.find((known) => known.addressId === addressId);
  if (!address) throw new DomainError('address-not-found');

  return address;
}

/** Adds an address; the first one is the default. Errors: address-limit. */
export function addAddress(book: AddressBook, addressId: string, form: AddressForm): AddressBook {
  if (book.addresses.length >= ADDRESS_LIMIT) throw new DomainError('address-limit');

  const { preference, ...fields } = form;
  const isDefault = preference === 'preferred' || book.addresses.length === 0;
  return {
    ...book,
    addresses: [...book.addresses, { addressId, ...fields }],
    defaultId: isDefault ? addressId : book.defaultId,
  };
}

/** Changes an address. The default stays so until another takes its place. Errors: address-not-found. */
export function changeAddress(book: AddressBook, addressId: string, form: AddressForm): AddressBook {
  addressOf(book, addressId);

  const { preference, ...fields } = form;
  return {
    ...book,
    addresses: book.addresses.map((known) => (known.addressId === addressId ? { addressId, ...fields } : known)),
    defaultId: preference === 'preferred' ? addressId : book.defaultId,
  };
}

/** Takes an address out; when it was the default, the newest of the others is. Errors: address-not-found. */
export function removeAddress(book: AddressBook, addressId: string, now: Date): AddressBook {
  const address = addressOf(book, addressId);
  const addresses = book.addresses.filter((known) => known.addressId !== addressId);
  const defaultId = book.defaultId === addressId ? (addresses.at(-1)?.addressId ?? '') : book.defaultId;
  const removed = [...book.removed, address].slice(-ADDRESS_LIMIT);
  return { ...book, addresses, defaultId, removed, forgetAt: new Date(now.getTime() + REMEMBERED_MS) };
}
