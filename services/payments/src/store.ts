import { DomainError } from '@social/contracts/errors';
import { type Envelope, envelope } from '@social/messaging/envelope';
import { OUTBOX_HAS_ROOM, OUTBOX_INDEX, type Relay } from '@social/messaging/outbox';
import type { Clock } from '@social/runtime/clock';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db, UpdateFilter } from 'mongodb';
import type { Change, Intent, RequestKey } from './domain.ts';

export type IntentDoc = Intent & { outbox?: Envelope[] };

/** How often a rule is decided again because the payment changed meanwhile. */
const DECISIONS_MAX = 20;
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
  return {
    find: (id: string): Promise<Intent | null> => intents.findOne({ _id: id }, WITHOUT_OUTBOX),
    findByRequest: (requestId: string): Promise<Intent | null> =>
      intents.findOne({ 'requests.id': requestId }, WITHOUT_OUTBOX),
    open: (intent: Intent, request: RequestKey | undefined) => open(intents, intent, request),
    update: (id: string, decide: (intent: Intent) => Change) => update(intents, relay, clock, id, decide),
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
async function open(intents: Collection<IntentDoc>, intent: Intent, request: RequestKey | undefined): Promise<Intent> {
  try {
    await intents.insertOne({ ...intent, ...(request ? { requests: [request] } : {}) });
    return intent;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  if (request) {
    await intents.updateOne(
      { open_key: intent.open_key, 'requests.id': { $ne: request.id } },
      { $push: { requests: { $each: [request], $slice: -REQUESTS_KEPT } } },
    );
  }
  const found = await intents.findOne({ open_key: intent.open_key }, WITHOUT_OUTBOX);
  if (!found) throw new DomainError('order-not-payable', 'it was paid at this moment');
  return found;
}

/** What to write so that a document becomes its next state. Fields that became undefined are taken out. */
function writeOf(before: Intent, after: Intent, envelopes: Envelope[]): UpdateFilter<IntentDoc> {
  const { _id, ...set } = after;
  const gone = Object.keys(before).filter((field) => after[field as keyof Intent] === undefined);
  return {
    $set: set,
    ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((field) => [field, ''])) } : {}),
    ...(envelopes.length > 0 ? { $push: { outbox: { $each: envelopes } } } : {}),
  };
}

/**
 * Applies a rule to a payment, deciding again when another write came first. `changed` tells whether it was this call
 * that changed it. Errors: payment-not-found, service-unavailable (outbox full, or too many at once), the rule's own.
 */
async function update(
  intents: Collection<IntentDoc>,
  relay: Relay,
  clock: Clock,
  id: string,
  decide: (intent: Intent) => Change,
): Promise<{ intent: Intent; changed: boolean }> {
  for (let decision = 0; decision < DECISIONS_MAX; decision++) {
    const intent = await intents.findOne({ _id: id }, WITHOUT_OUTBOX);
    if (!intent) throw new DomainError('payment-not-found');
    const change = decide(intent);
    if (!change) return { intent, changed: false };

    const envelopes = change.facts.map(({ event, data }) => envelope(event, id, data, clock.now()));
    const { matchedCount } = await intents.updateOne(
      { _id: id, version: intent.version, ...OUTBOX_HAS_ROOM },
      writeOf(intent, change.intent, envelopes),
    );
    if (matchedCount === 0) continue;
    relay.nudge(id, envelopes);
    return { intent: change.intent, changed: true };
  }
  throw new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });
}
