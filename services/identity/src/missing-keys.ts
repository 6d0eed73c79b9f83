import { areShared, type BlindIndex } from '@social/runtime/blind-index';
import type { FieldCipher } from '@social/runtime/field-cipher';
import { type KeyNotes, NOTE_EVERY_MS } from '@social/runtime/key-notes';
import type { Collection, Db } from 'mongodb';
import type { SigningKeys } from './tokens.ts';
import { type UserDoc, userMapping } from './user-store.ts';

const PUT_BACK = 'put it back behind the new one, and run rotate-keys before it goes';

/** Keys that documents are sealed with and that are not given. */
async function unknownSeals(db: Db, { keyIds }: FieldCipher): Promise<string[]> {
  const collections = ['users', 'address_books'];
  const used = await Promise.all(collections.map((name) => db.collection(name).distinct('key_id')));
  return [...new Set(used.flat())]
    .filter((keyId) => !keyIds.has(keyId))
    .map((keyId) => `documents are sealed with key ${keyId}, which IDENTITY_ENCRYPTION_KEYS lacks: ${PUT_BACK}`);
}

/** Whether an account from before the blind index named its keys would be found. */
async function isFoundUnnamed(users: Collection<UserDoc>, cipher: FieldCipher, index: BlindIndex): Promise<boolean> {
  const doc = await users.findOne({ index_keys: { $exists: false } });
  if (!doc || !cipher.keyIds.has(doc.key_id)) return true;

  const { phone } = userMapping(cipher, index).fromDoc(doc);
  return index.of(phone).some((fingerprint) => [doc.phone_index].flat().includes(fingerprint));
}

/** Keys by which accounts would have to be looked up and that are not given. */
async function unknownIndexes(users: Collection<UserDoc>, cipher: FieldCipher, index: BlindIndex): Promise<string[]> {
  const used: unknown[] = await users.distinct('index_keys');
  const lost = used.filter((keys) => typeof keys === 'string' && !areShared(keys, index.keyIds));
  if (!(await isFoundUnnamed(users, cipher, index))) lost.push('without a name');
  return lost.map(
    (keys) => `accounts are found by key ${keys}, IDENTITY_BLIND_INDEX_KEY has ${index.keyIds}: ${PUT_BACK}`,
  );
}

/**
 * Keys whose tokens are still good and that are not published: a sentence each. Who has such a token is asked to refresh
 * it, so this is no reason not to serve; a key that has leaked must go at once.
 */
export async function unpublishedKeys(
  notes: KeyNotes,
  keys: SigningKeys,
  lifeMs: number,
  now: Date,
): Promise<string[]> {
  const published = new Set(keys.map(({ kid }) => kid));
  const endOf = (usedAt: Date) => new Date(usedAt.getTime() + NOTE_EVERY_MS + lifeMs);
  return (await notes.noted())
    .filter(({ keyId, usedAt }) => !published.has(keyId) && endOf(usedAt) > now)
    .map(
      ({ keyId, usedAt }) =>
        `tokens that key ${keyId} signed are good until ${endOf(usedAt).toISOString()}, and IDENTITY_SIGNING_KEYS ` +
        'lacks it: they are refused, unless you put it back behind the new one until then',
    );
}

/** Keys without which something could not be read or found: a sentence each, with what to do. */
export async function missingKeys(db: Db, cipher: FieldCipher, index: BlindIndex): Promise<string[]> {
  const users = db.collection<UserDoc>('users');
  const found = await Promise.all([unknownSeals(db, cipher), unknownIndexes(users, cipher, index)]);
  return found.flat();
}
