import { DomainError } from '@social/contracts/errors';
import { openAggregates } from '@social/messaging/aggregates';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_INDEX, type Relay } from '@social/messaging/outbox';
import { batchedFind, batchedInsert } from '@social/runtime/batched';
import type { Clock } from '@social/runtime/clock';
import type { Collection, Db } from 'mongodb';
import type { Change, Intent, RequestKey } from './domain.ts';

export type IntentDoc = Intent & { outbox?: Envelope[] };

/** Requests that a payment remembers. */
const REQUESTS_KEPT = 20;

const WITHOUT_OUTBOX = { projection: { outbox: 0 } } as const;

/** The collection of payments. */
export const intentsCollection = (db: Db): Collection<IntentDoc> => db.collection<IntentDoc>('intents');

/** The indexes of the collection; safe to repeat. */
export async function ensureIndexes(db: Db): Promise<void> {
  const present = (field: string) => ({ [field]: { $exists: true } });
  await intentsCollection(db).createIndexes([
    OUTBOX_INDEX,
    { key: { 'requests.id': 1 }, name: 'request', unique: true, partialFilterExpression: present('requests.id') },
    { key: { open_key: 1 }, name: 'open', unique: true, partialFilterExpression: present('open_key') },
    {
      key: { 'refunds.refund_id': 1 },
      name: 'refund',
      unique: true,
      partialFilterExpression: present('refunds.refund_id'),
    },
    { key: { 'refunds.due_at': 1 }, name: 'refunds_due', partialFilterExpression: present('refunds.due_at') },
    { key: { query_at: 1 }, name: 'queries_due', partialFilterExpression: present('query_at') },
    { key: { 'entries.at': 1 }, name: 'entries' },
    { key: { 'orders.order_id': 1 }, name: 'orders' },
  ]);
}

export type Intents = ReturnType<typeof intentsIn>;

/** Reads and writes payments; a change and what it means to others are one write. */
export function intentsIn(db: Db, relay: Relay, clock: Clock) {
  const intents = intentsCollection(db);
  const aggregates = openAggregates(intents, relay);
  const requestsOf = ({ requests = [] }: IntentDoc) => requests.map(({ id }) => id);
  return {
    find: (id: string): Promise<Intent | undefined> => aggregates.find(id),
    findByRequest: batchedFind<IntentDoc>(intents, 'requests.id', requestsOf, WITHOUT_OUTBOX),
    open: opening(intents),
    /**
     * Applies a rule to a payment. `changed` tells whether it was this call that changed it.
     * Errors: payment-not-found, service-unavailable (outbox full, or too many at once), the rule's own.
     */
    update: async (id: string, decide: (intent: Intent) => Change): Promise<{ intent: Intent; changed: boolean }> => {
      const decided = await aggregates.update(id, (intent) => {
        const change = decide(intent);
        const envelopes = change?.facts.map(({ event, data }) => envelope(event, id, data, clock.now())) ?? [];
        return change && { next: change.intent, envelopes };
      });
      if (!decided) throw new DomainError('payment-not-found');
      return { intent: decided.document, changed: decided.changed };
    },
    withDueRefunds: (now: Date): Promise<Intent[]> =>
      intents
        .find({ 'refunds.due_at': { $lte: now } }, WITHOUT_OUTBOX)
        .sort({ 'refunds.due_at': 1 })
        .limit(50)
        .toArray(),
    withDueQuery: (now: Date): Promise<Intent[]> =>
      intents
        .find({ query_at: { $lte: now } }, WITHOUT_OUTBOX)
        .sort({ query_at: 1 })
        .limit(50)
        .toArray(),
  };
}

/** Writes a new payment, or finds the open one of the same kind and notes the request on it. */
function opening(intents: Collection<IntentDoc>) {
  const insert = batchedInsert(intents);
  return async (intent: Intent, request: RequestKey | undefined): Promise<Intent> => {
    if (await insert({ ...intent, ...(request ? { requests: [request] } : {}) })) return intent;

    if (request) {
      await intents.updateOne(
        { open_key: intent.open_key, 'requests.id': { $ne: request.id } },
        { $push: { requests: { $each: [request], $slice: -REQUESTS_KEPT } } },
      );
    }
    const found = await intents.findOne({ open_key: intent.open_key }, WITHOUT_OUTBOX);
    if (!found) throw new DomainError('order-not-payable', 'it was paid at this moment');
    return found;
  };
}
