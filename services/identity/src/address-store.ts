import { DomainError } from '@social/contracts/errors';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import { type Address, type AddressBook, emptyBook } from './address-book.ts';
import { type RequestDoc, sealIn } from './sealing.ts';

type AddressDoc = { address_id: string; recipient: string; phone: string; district_code: string; detail: string };

/** One document a person, so that limit and default are decided in one write; `_id` is the user's id. */
export type AddressBookDoc = {
  _id: string;
  addresses: AddressDoc[];
  default_id: string;
  removed?: AddressDoc[];
  forget_at?: Date;
  requests: RequestDoc[];
  /** The key that seals this document. */
  key_id: string;
  version: number;
};

export type AddressOfUser = { userId: string; addressId: string };
export type PickedAddress = Address & { isDefault: boolean };

export type AddressBooks = {
  /** Writes the books of people who are new for certain, in one go. */
  insertNew: (books: AddressBook[]) => Promise<void>;
  /** A person's book; an empty one for who has none. */
  read: (userId: string) => Promise<AddressBook>;
  /** One address each of many people in one read, also one removed lately; nothing else of their books is opened. */
  pick: (of: AddressOfUser[]) => Promise<(PickedAddress | undefined)[]>;
  /**
   * Decides on the book as stored and writes the result; decided again when someone wrote meanwhile. Nothing is
   * written when the rule gives the same book back. Errors: version-conflict.
   */
  update: (userId: string, change: (book: AddressBook) => AddressBook) => Promise<AddressBook>;
  /** Forgets for good what was removed long enough ago; answers of how many people. */
  forget: (now: Date) => Promise<number>;
};

const DECISIONS = 5;

/** Opens the address books' collection with its index. */
export async function openAddressCollection(db: Db): Promise<Collection<AddressBookDoc>> {
  const collection: Collection<AddressBookDoc> = db.collection('address_books');
  await collection.createIndexes([
    { key: { key_id: 1 }, name: 'key' },
    { key: { forget_at: 1 }, name: 'forget', sparse: true },
  ]);
  return collection;
}

/** Between a book and the document. */
export function addressMapping(cipher: FieldCipher) {
  const { seal, open, requestsToDoc, requestsFromDoc } = sealIn(cipher, 'address_books');
  const openOne = ({ address_id: addressId, recipient, phone, district_code, detail }: AddressDoc): Address => ({
    addressId,
    recipient: open(recipient, addressId, 'recipient'),
    phone: open(phone, addressId, 'phone'),
    districtCode: district_code,
    detail: open(detail, addressId, 'detail'),
  });
  const sealOne = ({ addressId, recipient, phone, districtCode, detail }: Address): AddressDoc => ({
    address_id: addressId,
    recipient: seal(recipient, addressId, 'recipient'),
    phone: seal(phone, addressId, 'phone'),
    district_code: districtCode,
    detail: seal(detail, addressId, 'detail'),
  });
  return {
    openOne,
    fromDoc: (doc: AddressBookDoc): AddressBook => ({
      userId: doc._id,
      addresses: doc.addresses.map(openOne),
      defaultId: doc.default_id,
      removed: (doc.removed ?? []).map(openOne),
      forgetAt: doc.forget_at,
      requests: requestsFromDoc(doc.requests),
    }),
    toDoc: (book: AddressBook) => ({
      addresses: book.addresses.map(sealOne),
      default_id: book.defaultId,
      removed: book.removed.length > 0 ? book.removed.map(sealOne) : undefined,
      forget_at: book.forgetAt,
      requests: requestsToDoc(book.requests),
      key_id: cipher.currentKeyId,
    }),
  };
}

/** Address books at rest. */
export function addressStore(collection: Collection<AddressBookDoc>, cipher: FieldCipher): AddressBooks {
  const { fromDoc, openOne, toDoc } = addressMapping(cipher);
  const write = async (book: AddressBook, version: number): Promise<boolean> => {
    const $set = { ...toDoc(book), version: version + 1 };
    try {
      // A book that is not there yet has version 0; two first addresses at once meet in the id.
      const options = { upsert: version === 0 };
      const { matchedCount, upsertedCount } = await collection.updateOne(
        { _id: book.userId, version },
        { $set },
        options,
      );
      return matchedCount + upsertedCount === 1;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };

  return {
    read: async (userId) => {
      const doc = await collection.findOne({ _id: userId });
      return doc ? fromDoc(doc) : emptyBook(userId);
    },
    insertNew: async (books) => {
      const docs = books.map((book) => ({ _id: book.userId, ...toDoc(book), version: 1 }));
      await collection.insertMany(docs, { ordered: false });
    },
    pick: async (of) => {
      const userIds = [...new Set(of.map(({ userId }) => userId))];
      const projection = { addresses: 1, default_id: 1, removed: 1 };
      const docs = await collection
        .find<Pick<AddressBookDoc, '_id' | 'addresses' | 'default_id' | 'removed'>>(
          { _id: { $in: userIds } },
          { projection },
        )
        .toArray();
      const books = new Map(docs.map((doc) => [doc._id, doc]));
      return of.map(({ userId, addressId }) => {
        const book = books.get(userId);
        const known = [...(book?.addresses ?? []), ...(book?.removed ?? [])];
        const sealed = known.find(({ address_id }) => address_id === addressId);
        return sealed && { ...openOne(sealed), isDefault: book?.default_id === addressId };
      });
    },
    forget: async (now) => {
      const gone = { $unset: { removed: '', forget_at: '' }, $inc: { version: 1 } } as const;
      return (await collection.updateMany({ forget_at: { $lte: now } }, gone)).modifiedCount;
    },
    update: async (userId, change) => {
      for (let decision = 0; decision < DECISIONS; decision++) {
        const doc = await collection.findOne({ _id: userId });
        const book = doc ? fromDoc(doc) : emptyBook(userId);
        const next = change(book);
        if (next === book || (await write(next, doc?.version ?? 0))) return next;
      }
      throw new DomainError('version-conflict');
    },
  };
}
