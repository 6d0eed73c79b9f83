import type { Clock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import { newOwnedId } from '@social/runtime/owned-id';
import {
  type Address,
  type AddressBook,
  type AddressForm,
  addAddress,
  addressOf,
  changeAddress,
  checkedForm,
  removeAddress,
} from './address-book.ts';
import type { AddressBooks, AddressOfUser } from './address-store.ts';
import { type District, districtOf } from './regions.ts';
import { type RequestKey, recordOf, remember, repeatOf } from './requests.ts';

/** `tokenKey` marks the ids of addresses, so that other services know a stranger's. */
export type AddressDeps = { books: AddressBooks; clock: Clock; tokenKey: KeyRing };

/** An address with the names of its region. */
export type AddressView = Address & District & { isDefault: boolean };

const viewIn = (book: AddressBook, address: Address): AddressView => ({
  ...address,
  ...districtOf(address.districtCode),
  isDefault: book.defaultId === address.addressId,
});

/** A person's addresses: the default one first, then the newest. */
export async function listAddresses({ books }: AddressDeps, userId: string): Promise<AddressView[]> {
  const book = await books.read(userId);
  const newestFirst = book.addresses.map((address) => viewIn(book, address)).reverse();
  return newestFirst.sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
}

/** Errors: address-not-found. */
export async function getAddress({ books }: AddressDeps, userId: string, addressId: string): Promise<AddressView> {
  const book = await books.read(userId);
  return viewIn(book, addressOf(book, addressId));
}

/** One address each of many people, also one removed lately; undefined for one that its person does not have. */
export async function getAddresses({ books }: AddressDeps, of: AddressOfUser[]): Promise<(AddressView | undefined)[]> {
  const picked = await books.pick(of);
  return picked.map((address) => address && { ...address, ...districtOf(address.districtCode) });
}

/**
 * Adds an address (empty id) or changes one. A repeated request gets the first answer.
 * Errors: region-unknown, phone-invalid, request-invalid, address-not-found, address-limit.
 */
export async function saveAddress(
  { books, clock, tokenKey }: AddressDeps,
  userId: string,
  { addressId, ...form }: AddressForm & { addressId: string },
  key?: RequestKey,
): Promise<AddressView> {
  const checked = checkedForm(form);
  const id = addressId || newOwnedId('adr', userId, tokenKey);
  const book = await books.update(userId, (known) => {
    if (repeatOf(known.requests, key)) return known;
    const next = addressId ? changeAddress(known, id, checked) : addAddress(known, id, checked);
    const record = recordOf(key, viewIn(next, addressOf(next, id)), clock.now());
    return { ...next, requests: remember(next.requests, record) };
  });
  const record = repeatOf(book.requests, key);
  return record ? (JSON.parse(record.answer) as AddressView) : viewIn(book, addressOf(book, id));
}

/** Errors: address-not-found. */
export async function deleteAddress({ books, clock }: AddressDeps, userId: string, addressId: string): Promise<void> {
  await books.update(userId, (book) => removeAddress(book, addressId, clock.now()));
}
