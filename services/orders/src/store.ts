import { DomainError } from '@social/contracts/errors';
import { openAggregates, type Ruling } from '@social/messaging/aggregates';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_INDEX, type Relay } from '@social/messaging/outbox';
import { DOCUMENT_BATCH } from '@social/runtime/batched';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import { insertNew } from '@social/runtime/mongo';
import { inTraceOf } from '@social/runtime/telemetry';
import type { Collection, Db, Filter, FindCursor, WithId } from 'mongodb';
import type { Archived } from './archive/rules.ts';
import { archivedOf } from './archive/store.ts';
import type { Fact, Order, OrderState, Step } from './domain.ts';

export const ordersOf = (db: Db): Collection<Order> => db.collection<Order>('orders');

/** The indexes, each with the question that it answers. */
export async function ensureIndexes(orders: Collection<Order>): Promise<void> {
  const ofSeats = { 'group.activity_id': { $exists: true } };
  await orders.createIndexes([
    { name: 'buyer', key: { buyer_id: 1, state: 1, _id: -1 } },
    { name: 'merchant', key: { merchant_id: 1, state: 1, _id: -1 } },
    { name: 'activity', key: { 'group.activity_id': 1, state: 1, _id: -1 }, partialFilterExpression: ofSeats },
    {
      name: 'request',
      key: { 'request.id': 1, merchant_id: 1 },
      unique: true,
      partialFilterExpression: { 'request.id': { $exists: true } },
    },
    { name: 'due', key: { due_at: 1 }, partialFilterExpression: { due_at: { $exists: true } } },
    {
      name: 'stock_to_return',
      key: { stock_to_return: 1 },
      partialFilterExpression: { stock_to_return: { $exists: true } },
    },
    {
      name: 'parcels_to_ask',
      key: { 'parcels.ask_at': 1 },
      partialFilterExpression: { 'parcels.ask_at': { $exists: true } },
    },
    { ...OUTBOX_INDEX },
  ]);
}

/** The index of a list: MongoDB would try another where one merchant has most orders, and keep to it for those who have few. */
function indexOf(of: Filter<Order>): 'activity' | 'merchant' | 'buyer' {
  if ('buyer_id' in of) return 'buyer';
  return 'group.activity_id' in of ? 'activity' : 'merchant';
}

/** The query of one page of a list, as it runs: in each state a straight run of an index, merged by the newest. */
export const findPage = (
  orders: Collection<Order>,
  of: Filter<Order>,
  states: readonly OrderState[],
  before: string | undefined,
  limit: number,
): FindCursor<WithId<Order>> =>
  orders
    .find({ ...of, state: { $in: [...states] }, ...(before ? { _id: { $lt: before } } : {}) })
    .sort({ _id: -1 })
    .hint(indexOf(of))
    .limit(limit);

/** A group's orders are told in one order, so that group-buy seats them one after another instead of all at once. */
const envelopesOf = (order: Order, facts: Fact[], now: Date): Envelope[] =>
  facts.map(({ event, data }) => envelope(event, order._id, data, now, order.group?.placed_group_id));

/** What a rule decided of a document, for its aggregate. */
const rulingOf = (before: Order, { order, facts }: Step, now: Date): Ruling<Order> =>
  order === before ? undefined : { next: order, envelopes: envelopesOf(order, facts, now) };

/** What a rebuild of the gate asks of an order. */
export type HeldSeat = Pick<Order, '_id' | 'group' | 'buyer_id' | 'pay_by'>;

/** What an order's stock depends on. */
export type HasStock = Pick<Order, '_id' | 'state' | 'paid_at' | 'pay_by'> & {
  lines: Pick<Order['lines'][number], 'sku_id' | 'quantity'>[];
};

export type StoreDeps = { orders: Collection<Order>; relay: Relay; clock: Clock };
export type Store = ReturnType<typeof openStore>;

/** Loads orders and writes what the rules decide, state and events in one atomic write. */
export function openStore({ orders, relay, clock }: StoreDeps) {
  const aggregates = openAggregates(orders, relay);
  const archive = archivedOf(orders.db);

  /** Errors: order-not-found. */
  async function get(id: string): Promise<Order> {
    const order = await aggregates.find(id);
    if (!order) throw new DomainError('order-not-found');
    return order;
  }

  /** Decides, and decides again when the order changed meanwhile. Errors: order-not-found, the rule's own. */
  async function update(id: string, rule: (order: Order) => Step): Promise<Order> {
    const decided = await aggregates.update(id, (order) => rulingOf(order, rule(order), clock.now()));
    if (!decided) throw new DomainError('order-not-found');
    return decided.document;
  }

  /**
   * Writes new orders in one go; answers which were new. Those whose id or request is taken are left as they are:
   * the caller looks them up.
   */
  async function insert(steps: Step[]): Promise<Set<string>> {
    if (steps.length === 0) return new Set();
    const documents = steps.map(({ order, facts, traceparent }) => {
      const outbox = inTraceOf(traceparent, () => envelopesOf(order, facts, clock.now()));
      return outbox.length > 0 ? { ...order, outbox } : order;
    });
    const fresh = await inserts.add(documents);
    for (const { _id, outbox } of fresh) relay.nudge(_id, outbox ?? []);
    return new Set(fresh.map(({ _id }) => _id));
  }

  /** What different callers insert at once goes in one command, each caller's documents side by side and in order. */
  const inserts = groupCommit<Order[], Order[]>(async (batches) => {
    const all = batches.flat();
    const taken = await insertNew(orders, all);
    const fresh = new Set(all.filter((_, index) => !taken.has(index)));
    return batches.map((documents) => documents.filter((document) => fresh.has(document)));
  }, DOCUMENT_BATCH);

  const byRequests = (ids: string[]): Promise<Order[]> => orders.find({ 'request.id': { $in: ids } }).toArray();
  const ofRequests = groupCommit<string, Order[]>(async (ids) => {
    const byRequest = Map.groupBy(await byRequests([...new Set(ids)]), ({ request }) => request?.id);
    return ids.map((id) => byRequest.get(id) ?? []);
  }, DOCUMENT_BATCH);
  const byIds = (ids: string[]): Promise<Order[]> => orders.find({ _id: { $in: ids } }).toArray();

  /** Newest first, below `before`. */
  const page = (of: Filter<Order>, states: readonly OrderState[], before: string | undefined, limit: number) =>
    findPage(orders, of, states, before, limit).toArray();

  /** The seats of an activity's unpaid orders in the order of their ids, above `after`. */
  const unpaidSeats = (activityId: string, after: string, limit: number) =>
    orders
      .find({ 'group.activity_id': activityId, state: 'pending_payment', _id: { $gt: after } })
      .project<HeldSeat>({ group: 1, buyer_id: 1, pay_by: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();

  /** What is left of an order that lies in the archive. */
  const archived = async (id: string): Promise<Archived | undefined> =>
    (await archive.findOne({ _id: id })) ?? undefined;

  /**
   * What plain orders say of their stock, archived ones too: those with these ids, or all in the order of their ids, above
   * `after`. One that is just being archived is asked of both, and told of once.
   */
  const stockOf = async ({
    ids,
    after,
    limit,
  }: {
    ids: string[];
    after: string;
    limit: number;
  }): Promise<HasStock[]> => {
    const of = ids.length > 0 ? { _id: { $in: ids } } : { _id: { $gt: after } };
    const fields = { state: 1, lines: { sku_id: 1, quantity: 1 }, paid_at: 1, pay_by: 1 };
    const old = { ...of, lines: { $exists: true } };
    // Whatever is archived between the two is found by the second.
    const kept = await orders
      .find({ ...of, group: { $exists: false } })
      .project<HasStock>(fields)
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    const gone = await archive.find(old).project<HasStock>(fields).sort({ _id: 1 }).limit(limit).toArray();
    const byId = new Map([...gone, ...kept].map((order) => [order._id, order]));
    return [...byId.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1)).slice(0, limit);
  };

  const { find, remember } = aggregates;
  const reading = { find, get, archived, byRequests, byRequest: ofRequests.add, byIds, page, unpaidSeats, stockOf };
  return { orders, remember, update, insert, ...reading };
}
