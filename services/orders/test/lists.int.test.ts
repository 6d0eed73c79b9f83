import { newId } from '@social/runtime/ids';
import { openMongo } from '@social/runtime/mongo';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { Collection, Filter, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Order, type OrderState, VISIBLE_STATES } from '../src/domain.ts';
import { aSeat } from '../src/fixtures.ts';
import { ensureIndexes, findPage, ordersOf } from '../src/store.ts';

const LIMIT = 21;
const ORDERS = 2100;
const namespace = aNamespace();
let client: MongoClient;
let orders: Collection<Order>;
let ids: string[];

/** Nearly all orders are of one merchant, as in a young shop: there MongoDB is tempted to go by ids alone. */
const merchantOf = (index: number) => (index % 71 === 0 ? 'mer_small' : 'mer_big');
const stateOf = (index: number) => VISIBLE_STATES[index % VISIBLE_STATES.length] ?? 'closed';

beforeAll(async () => {
  const opened = await openMongo(SERVERS.mongoUrl, namespace, 'orders');
  client = opened.client;
  orders = ordersOf(opened.db);
  await ensureIndexes(orders);
  const { outbox: _told, due_at: _due, ...seat } = aSeat();
  const seats = Array.from({ length: ORDERS }, (_, index) => ({
    ...seat,
    ...{ _id: newId('ord'), buyer_id: `usr_${index % 30}`, merchant_id: merchantOf(index), state: stateOf(index) },
    group: { activity_id: `act_${index % 3}`, group_id: 'grp_1', placed_group_id: 'grp_1', quantity: 1 },
    request: { id: newId('req'), body_hash: 'h' },
  }));
  await orders.insertMany(seats);
  ids = seats.map(({ _id }) => _id);
});
afterAll(async () => {
  await client?.close();
  await dropNamespace(namespace);
});

type Stats = { nReturned: number; totalDocsExamined: number; totalKeysExamined: number };

async function explained(of: Filter<Order>, states: readonly OrderState[], before: string | undefined) {
  const explain = await findPage(orders, of, states, before, LIMIT).explain('executionStats');
  return { plan: JSON.stringify(explain.queryPlanner.winningPlan), stats: explain.executionStats as Stats };
}

const SCOPES: [string, Filter<Order>][] = [
  ['a buyer', { buyer_id: 'usr_7', hidden: { $exists: false } }],
  ['a merchant of many orders', { merchant_id: 'mer_big' }],
  ['a merchant of few', { merchant_id: 'mer_small' }],
  ['an activity', { 'group.activity_id': 'act_1' }],
];
const STATES: [string, readonly OrderState[]][] = [
  ['every state', VISIBLE_STATES],
  ['one state', ['completed']],
];

it.each(SCOPES.flatMap(([name, of]) => STATES.map(([which, states]) => [name, which, of, states] as const)))(
  'the list of %s in %s neither sorts nor looks at more than it answers',
  async (_name, _which, of, states) => {
    for (const before of [undefined, ids[Math.floor(ids.length / 2)]]) {
      const { plan, stats } = await explained(of, states, before);

      expect(plan).not.toMatch(/"(COLLSCAN|SORT)"/);
      expect(stats.nReturned).toBeGreaterThan(0);
      expect(stats.totalDocsExamined).toBe(stats.nReturned);
      // One key is looked at where each state's run ends, or where the page is full.
      expect(stats.totalKeysExamined).toBeLessThanOrEqual(stats.nReturned + 2 * states.length);
    }
  },
);

it("a buyer's orders of one activity are looked for among the buyer's, not the activity's", async () => {
  const { stats } = await explained({ buyer_id: 'usr_7', 'group.activity_id': 'act_1' }, VISIBLE_STATES, undefined);
  expect(stats.totalDocsExamined).toBeLessThanOrEqual(ORDERS / 30);
});
