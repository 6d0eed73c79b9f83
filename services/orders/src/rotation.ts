import type { FieldCipher } from '@social/runtime/field-cipher';
import type { Collection, Filter } from 'mongodb';
import { openAddress, sealAddress } from './address.ts';
import type { Order } from './domain.ts';
import { resealCode } from './pick-up.ts';

const BATCH = 200;

/** The orders in which something stands under another key than the first. Looks at all of them: this is no everyday question. */
const olderThan = ({ currentKeyId }: FieldCipher): Filter<Order> => {
  const sealedOlder = { $exists: true, $not: new RegExp(`^${currentKeyId}\\.`) };
  return { $or: [{ 'address.recipient': sealedOlder }, { 'pick_up.code': sealedOlder }] };
};

type Sealed = Pick<Order, '_id' | 'version' | 'address' | 'pick_up'>;

/** What is sealed in an order, under the first key. Throws when its key is not given. */
function resealed(cipher: FieldCipher, { _id, address, pick_up }: Sealed): Record<string, unknown> {
  return {
    ...(address ? { address: sealAddress(cipher, _id, openAddress(cipher, _id, address)) } : {}),
    ...(pick_up?.code ? { 'pick_up.code': resealCode(cipher, _id, pick_up.code) } : {}),
  };
}

/** Writes orders back as they were read; answers how many nobody changed meanwhile. */
export async function resealBatch(orders: Collection<Order>, cipher: FieldCipher, docs: Sealed[]): Promise<number> {
  const writes = docs.map((doc) => ({
    updateOne: {
      filter: { _id: doc._id, version: doc.version },
      update: { $set: { ...resealed(cipher, doc), version: doc.version + 1 } },
    },
  }));
  const { modifiedCount } = await orders.bulkWrite(writes, { ordered: false });
  return modifiedCount;
}

export const leftUnderOlder = (orders: Collection<Order>, cipher: FieldCipher): Promise<number> =>
  orders.countDocuments(olderThan(cipher));

/**
 * Seals every order anew that stands under an older key, in the order of their ids. A pass that was cut off is begun again
 * and finds only what is left; what was written meanwhile is left to the next pass. Answers how many it wrote.
 */
export async function rotateKeys(
  orders: Collection<Order>,
  cipher: FieldCipher,
  report: (done: number, total: number) => void,
): Promise<number> {
  const older = olderThan(cipher);
  const total = await orders.countDocuments(older);
  let done = 0;
  for (let after = ''; ; ) {
    const docs = await orders
      .find({ ...older, _id: { $gt: after } })
      .project<Sealed>({ version: 1, address: 1, pick_up: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = docs.at(-1);
    if (!last) return done;

    done += await resealBatch(orders, cipher, docs);
    after = last._id;
    report(done, Math.max(total, done));
  }
}
