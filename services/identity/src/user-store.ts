import { DomainError } from '@social/contracts/errors';
import { UserRegistered } from '@social/contracts/events/identity';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_INDEX } from '@social/messaging/outbox';
import type { BlindIndex } from '@social/runtime/blind-index';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import type { Role, User } from './domain.ts';
import { type RequestDoc, sealIn } from './sealing.ts';

/** Phone, name and remembered answers are sealed; the phone is found by its blind index. */
export type UserDoc = {
  _id: string;
  phone: string;
  /** The blind index: one, or while its keys change a list, whose every entry is unique. */
  phone_index: string | string[];
  /** Names the keys of the blind index. Documents from before keys had names have none. */
  index_keys?: string;
  name: string;
  /** The key that seals this document. */
  key_id: string;
  password_hash: string;
  role: Role;
  merchant_id?: string;
  created_at: Date;
  session_epoch: number;
  requests: RequestDoc[];
  version: number;
  outbox?: Envelope[];
};

export type Users = {
  byId: (userId: string) => Promise<User | undefined>;
  byPhone: (phone: string) => Promise<User | undefined>;
  byRequest: (requestId: string) => Promise<User | undefined>;
  /** Errors: phone-taken; `request-repeated` is answered when another account had this request's effect. */
  insert: (user: User) => Promise<'inserted' | 'request-repeated'>;
  /** Writes accounts that are new for certain, in one go. */
  insertNew: (users: User[]) => Promise<void>;
  /**
   * Decides on the user as stored and writes the result; decided again when someone wrote meanwhile. Nothing is
   * written when the rule gives the same user back. Errors: user-not-found, phone-taken, version-conflict.
   */
  update: (userId: string, change: (user: User) => User) => Promise<User>;
};

export type UserStoreDeps = {
  collection: Collection<UserDoc>;
  cipher: FieldCipher;
  index: BlindIndex;
  /** Publishes what was written. */
  publish: (id: string, envelopes: Envelope[]) => void;
};

const DECISIONS = 5;

/** Opens the users' collection with its indexes. */
export async function openUserCollection(db: Db): Promise<Collection<UserDoc>> {
  const collection: Collection<UserDoc> = db.collection('users');
  await collection.createIndexes([
    { key: { phone_index: 1 }, name: 'phone', unique: true },
    {
      key: { 'requests.id': 1 },
      name: 'request',
      unique: true,
      partialFilterExpression: { 'requests.id': { $exists: true } },
    },
    { key: { key_id: 1 }, name: 'key' },
    { key: { index_keys: 1 }, name: 'index_keys' },
    OUTBOX_INDEX,
  ]);
  return collection;
}

/** What a phone is stored under: a list only while there are several keys. */
function indexed(index: BlindIndex, phone: string): Pick<UserDoc, 'phone_index' | 'index_keys'> {
  const [first, ...others] = index.of(phone);
  return { phone_index: others.length === 0 ? first : [first, ...others], index_keys: index.keyIds };
}

/** Between a user and the document. */
export function userMapping(cipher: FieldCipher, index: BlindIndex) {
  const { seal, open, requestsToDoc, requestsFromDoc } = sealIn(cipher, 'users');
  return {
    fromDoc: (doc: UserDoc): User => ({
      userId: doc._id,
      phone: open(doc.phone, doc._id, 'phone'),
      name: open(doc.name, doc._id, 'name'),
      passwordHash: doc.password_hash,
      role: doc.role,
      merchantId: doc.merchant_id,
      createdAt: doc.created_at,
      sessionEpoch: doc.session_epoch,
      requests: requestsFromDoc(doc.requests),
    }),
    toDoc: (user: User) => ({
      phone: seal(user.phone, user.userId, 'phone'),
      ...indexed(index, user.phone),
      name: seal(user.name, user.userId, 'name'),
      key_id: cipher.currentKeyId,
      password_hash: user.passwordHash,
      role: user.role,
      merchant_id: user.merchantId,
      created_at: user.createdAt,
      session_epoch: user.sessionEpoch,
      requests: requestsToDoc(user.requests),
    }),
  };
}

/** The fields of a user's document that hang on keys: sealed under the first one, found under all of the blind index. */
export function resealedUser(cipher: FieldCipher, index: BlindIndex): (doc: UserDoc) => Partial<UserDoc> {
  const { fromDoc, toDoc } = userMapping(cipher, index);
  return (doc) => {
    const { phone, phone_index, index_keys, name, requests, key_id } = toDoc(fromDoc(doc));
    return { phone, phone_index, index_keys, name, requests, key_id };
  };
}

const registered = (user: User): Envelope => {
  const at = user.createdAt.toISOString();
  return envelope(
    UserRegistered,
    user.userId,
    { userId: user.userId, roles: [user.role], at, version: 1 },
    user.createdAt,
  );
};

/** Users at rest. */
export function userStore({ collection, cipher, index, publish }: UserStoreDeps): Users {
  const { fromDoc, toDoc } = userMapping(cipher, index);
  const find = async (filter: object) => {
    const doc = await collection.findOne(filter);
    return doc ? fromDoc(doc) : undefined;
  };
  const write = async (user: User, version: number): Promise<boolean> => {
    const $set = { ...toDoc(user), version: version + 1 };
    // An operator works for no merchant: the field goes when a staff member becomes one.
    const leaving = user.merchantId === undefined ? { $unset: { merchant_id: '' as const } } : {};
    try {
      const { matchedCount } = await collection.updateOne({ _id: user.userId, version }, { $set, ...leaving });
      return matchedCount === 1;
    } catch (error) {
      if (isDuplicateKey(error) && error.message.includes('phone_index')) throw new DomainError('phone-taken');
      throw error;
    }
  };

  return {
    byId: (userId) => find({ _id: userId }),
    byPhone: (phone) => find({ phone_index: { $in: [...index.of(phone)] } }),
    byRequest: (requestId) => find({ 'requests.id': requestId }),
    insert: async (user) => {
      const outbox = [registered(user)];
      try {
        await collection.insertOne({ _id: user.userId, ...toDoc(user), version: 1, outbox });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const requestId = user.requests[0]?.id;
        if (requestId && (await find({ 'requests.id': requestId }))) return 'request-repeated';
        throw new DomainError('phone-taken');
      }
      publish(user.userId, outbox);
      return 'inserted';
    },
    insertNew: async (crowd) => {
      const docs = crowd.map((user) => ({ _id: user.userId, ...toDoc(user), version: 1, outbox: [registered(user)] }));
      await collection.insertMany(docs, { ordered: false });
      for (const { _id, outbox } of docs) publish(_id, outbox);
    },
    update: async (userId, change) => {
      for (let decision = 0; decision < DECISIONS; decision++) {
        const doc = await collection.findOne({ _id: userId });
        if (!doc) throw new DomainError('user-not-found');
        const user = fromDoc(doc);
        const next = change(user);
        if (next === user || (await write(next, doc.version))) return next;
      }
      throw new DomainError('version-conflict');
    },
  };
}
