import type { Clock } from '@social/runtime/clock';
import { insertNew } from '@social/runtime/mongo';
import { openVersioned, updateBetween } from '@social/runtime/versioned';
import type { ClientSession, Collection, Db, MongoClient } from 'mongodb';
import { plus } from '../domain.ts';
import type { Cart, Owner } from './cart.ts';
import { merge } from './merge.ts';

export const cartsOf = (db: Db): Collection<Cart> => db.collection<Cart>('carts');

/** The indexes, each with the question that it answers; by the first MongoDB forgets guests' carts. */
export async function ensureCartIndexes(carts: Collection<Cart>): Promise<void> {
  await carts.createIndexes([
    { name: 'expires', key: { expires_at: 1 }, expireAfterSeconds: 0 },
    { name: 'purchase', key: { 'purchase.at': 1 }, partialFilterExpression: { purchase: { $exists: true } } },
  ]);
}

/** Most carts that one look for dead checkouts finds. */
const SWEEP_LIMIT = 200;

/** A cart that has never been written. Its version is the second: what a forgotten cart of the same id never had. */
const anEmptyCart = (id: string, now: Date): Cart => ({
  _id: id,
  lines: [],
  requests: [],
  version: Math.floor(now.getTime() / 1000),
});

/** What is left of a cart: nothing of an expired one, even if MongoDB has not yet forgotten it. */
const remaining = (cart: Cart, now: Date): Cart =>
  cart.expires_at && cart.expires_at <= now ? { ...cart, lines: [], requests: [], left_out: undefined } : cart;

export type Carts = {
  /** An empty one where there is none. */
  get: (owner: Owner) => Promise<Cart>;
  /** Decides, and decides again when the cart changed meanwhile. Errors: the rule's own. */
  update: (owner: Owner, rule: (cart: Cart) => Cart) => Promise<Cart>;
  /** What is in a guest's cart moves to a user's, both in one write; nothing where it is empty. */
  moveIn: (guestId: string, userId: string) => Promise<void>;
  /** Carts with a checkout that began before. */
  purchasing: (before: Date) => Promise<Cart[]>;
};

export type CartStoreDeps = { client: MongoClient; carts: Collection<Cart>; clock: Clock; guestCartMs: number };

/** Loads carts and writes what the rules decide. */
export function openCarts({ client, carts, clock, guestCartMs }: CartStoreDeps): Carts {
  const documents = openVersioned(carts);
  const written = (next: Cart, { kind }: Owner, now: Date): Cart => ({
    ...next,
    expires_at: kind === 'guest' ? plus(now, guestCartMs) : undefined,
    version: next.version + 1,
  });

  const get = async ({ id }: Owner): Promise<Cart> => {
    const now = clock.now();
    const found = await documents.find(id);
    return found ? remaining(found, now) : anEmptyCart(id, now);
  };

  async function update(owner: Owner, rule: (cart: Cart) => Cart): Promise<Cart> {
    const decided = await documents.update(owner.id, (current) => {
      const now = clock.now();
      const before = remaining(current, now);
      const next = rule(before);
      return next === before ? undefined : { next: written(next, owner, now) };
    });
    if (decided) return remaining(decided.document, clock.now());

    const now = clock.now();
    const empty = anEmptyCart(owner.id, now);
    const first = rule(empty);
    if (first === empty) return empty;
    const made = written(first, owner, now);
    const taken = await insertNew(carts, [made]);
    return taken.size === 0 ? made : update(owner, rule);
  }

  /** The guest's cart stays, empty: a newer version of it, so that nobody goes on with what they remember of it. */
  const moveWithin = async (session: ClientSession, guest: Owner, user: Owner): Promise<void> => {
    const now = clock.now();
    const found = await carts.find({ _id: { $in: [guest.id, user.id] } }, { session }).toArray();
    const [from, to] = [guest, user].map(({ id }) => found.find(({ _id }) => _id === id));
    const moving = from && remaining(from, now);
    if (!from || !moving || !to || moving.lines.length === 0) return;

    const emptied = written({ ...from, lines: [] }, guest, now);
    const merged = written(merge(to, moving, now), user, now);
    await carts.updateOne({ _id: from._id, version: from.version }, updateBetween(from, emptied), { session });
    await carts.updateOne({ _id: to._id, version: to.version }, updateBetween(to, merged), { session });
  };

  async function moveIn(guestId: string, userId: string): Promise<void> {
    const [guest, user] = [{ kind: 'guest', id: guestId } as const, { kind: 'user', id: userId } as const];
    const { lines } = await get(guest);
    if (lines.length === 0) return;

    await insertNew(carts, [anEmptyCart(userId, clock.now())]);
    await client.withSession((session) => session.withTransaction(() => moveWithin(session, guest, user)));
  }

  const purchasing = (before: Date): Promise<Cart[]> =>
    carts
      .find({ 'purchase.at': { $lte: before }, purchase: { $exists: true } })
      .limit(SWEEP_LIMIT)
      .toArray();

  return { get, update, moveIn, purchasing };
}
