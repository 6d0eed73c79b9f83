/**
 * The claim: however many come at once for an activity of 100 seats, exactly 100 are accepted, everyone is answered,
 * and nobody is charged without a seat. Run by `make load s=group-buy-rush`.
 */

import { check, fail, sleep } from 'k6';
import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import http, { type RefinedResponse } from 'k6/http';
import { Counter, Trend } from 'k6/metrics';

const SEATS = 100;
const GROUP_SIZE = Number(__ENV.GROUP_SIZE ?? 10);
const GROUPS = SEATS / GROUP_SIZE;
const PRICE = 9900;
const GROUP_PRICE = 6900;
/** How often someone looks for a place in the groups of others before they believe that there is none. */
const PASSES = 6;
const SETTLED_WITHIN_S = 90;

type Shopper = { accessToken: string; addressId: string };
type Sale = { activityId: string; productId: string; merchant: string };
type Seat = { orderId: string; groupId: string };
type Money = { amount: number };
type Order = { orderId: string; state: string; total: Money; group?: { groupId: string } };
type Group = { groupId: string; state: string; size: number; members: unknown[] };
type Answer = RefinedResponse<'text'>;

const shoppers = new SharedArray<Shopper>('shoppers', () => JSON.parse(open(__ENV.SHOPPERS_FILE ?? '')));
const url = __ENV.PUBLIC_URL ?? '';

const answered = new Counter('answered');
const accepted = new Counter('accepted');
const soldOut = new Counter('sold_out');
const refused = new Counter('refused');
const unexpected = new Counter('unexpected');
const paid = new Counter('paid');
const answerTime = new Trend('answer_time', true);

export const options = {
  scenarios: {
    rush: { executor: 'per-vu-iterations', vus: shoppers.length, iterations: 1, maxDuration: '5m' },
  },
  setupTimeout: '60s',
  teardownTimeout: '150s',
  thresholds: {
    answered: [`count==${shoppers.length}`],
    accepted: [`count==${SEATS}`],
    paid: [`count==${SEATS}`],
    unexpected: ['count==0'],
    checks: ['rate==1'],
  },
};

function call(method: 'GET' | 'POST' | 'DELETE', path: string, token: string, body?: unknown, key?: string): Answer {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': key ?? newKey() } : {}),
  };
  return http.request(method, `${url}${path}`, body === undefined ? null : JSON.stringify(body), {
    headers,
    responseType: 'text',
    timeout: '30s',
    // One figure a route, not one an id.
    tags: { name: `${method} ${path.replace(/(grp|act|ord|pay|mer|prd)_[\w-]+/g, ':id').split('?')[0]}` },
  });
}

const newKey = () => `rush-${Date.now()}-${exec.vu.idInTest}-${Math.random().toString(36).slice(2)}`;
const read = <T>(answer: Answer): T => JSON.parse(answer.body || '{}');
const codeOf = (answer: Answer): string => read<{ code?: string }>(answer).code ?? `status ${answer.status}`;

/** What must succeed for the test to mean anything. */
function must<T>(answer: Answer): T {
  if (answer.status >= 300 || answer.status === 0) fail(`${answer.request.url}: ${answer.status} ${answer.body}`);
  return read(answer);
}

const operator = (): string => __ENV.OPERATOR_TOKEN ?? '';

/** A merchant of our own with one product of 100 pieces, all of them set aside for the activity. */
export function setup(): Sale {
  const merchant = 'rush';
  ensure('/v1/merchants', { slug: merchant, name: '抢购专场' }, 'merchant-slug-taken');
  ensure('/v1/categories', { slug: merchant, name: '抢购' }, 'category-slug-taken');
  type Categories = { items: { slug: string; categoryId: string }[] };
  const { items } = must<Categories>(call('GET', '/v1/categories', operator()));
  const product = must<{ productId: string; skus: { skuId: string }[] }>(
    call('POST', `/v1/merchants/${merchant}/products`, operator(), {
      handle: newKey(),
      title: '限量礼盒',
      categoryId: items.find(({ slug }) => slug === merchant)?.categoryId,
      skus: [{ priceAmount: PRICE, stock: SEATS }],
    }),
  );
  const now = Date.now();
  const activity = must<{ activityId: string }>(
    call('POST', `/v1/merchants/${merchant}/activities`, operator(), {
      skuId: product.skus[0]?.skuId,
      groupAmount: GROUP_PRICE,
      groupSize: GROUP_SIZE,
      fillSeconds: 600,
      paySeconds: 300,
      stock: SEATS,
      startsAt: new Date(now - 1000).toISOString(),
      endsAt: new Date(now + 3_600_000).toISOString(),
    }),
  );
  return { activityId: activity.activityId, productId: product.productId, merchant };
}

function ensure(path: string, body: unknown, taken: string): void {
  const answer = call('POST', path, operator(), body);
  if (codeOf(answer) !== taken) must(answer);
}

/** One person: wants a seat, hears an answer, pays if there is a seat. */
export default function rush({ activityId }: Sale): void {
  const shopper = shoppers[exec.vu.idInTest - 1];
  if (!shopper) return;

  const started = Date.now();
  const answer = seatFor(shopper, activityId);
  answerTime.add(Date.now() - started);
  count(answer);
  if (answer.status === 201) pay(shopper, read<Seat>(answer));
}

/** An answer is a seat, or a refusal that says why; anything else is none. */
function count(answer: Answer): void {
  const code = codeOf(answer);
  if (answer.status !== 201 && answer.status !== 409) {
    unexpected.add(1);
    console.error(`${answer.request.url}: ${answer.status} ${code}`);
    return;
  }

  answered.add(1);
  if (answer.status === 201) accepted.add(1);
  else if (code === 'sold-out') soldOut.add(1);
  else refused.add(1);
}

/** Opens a group or, where no whole group is left, looks for a place in the groups of others. */
function seatFor(shopper: Shopper, activityId: string): Answer {
  let answer = ask(shopper, `/v1/activities/${activityId}/groups`);
  const full = new Set<string>();
  for (let pass = 0; pass < PASSES && codeOf(answer) === 'sold-out' && full.size < GROUPS; pass++) {
    if (pass > 0) sleep(0.3);
    answer = joinAny(shopper, activityId, full) ?? answer;
  }
  return answer;
}

/** The seat, or nothing when every open group is full; notes which are. */
function joinAny(shopper: Shopper, activityId: string, full: Set<string>): Answer | undefined {
  const list = call('GET', `/v1/activities/${activityId}/groups?limit=100`, shopper.accessToken);
  if (list.status !== 200) return list;

  const groups = read<{ items: Group[] }>(list).items.filter(({ groupId }) => !full.has(groupId));
  // Everyone begins at another one, or all would ask for the first.
  const from = exec.vu.idInTest % Math.max(1, groups.length);
  for (const { groupId } of [...groups.slice(from), ...groups.slice(0, from)]) {
    const answer = ask(shopper, `/v1/groups/${groupId}/members`);
    if (!['group-full', 'group-closed'].includes(codeOf(answer))) return answer;
    full.add(groupId);
  }
  return undefined;
}

/** Asks for a seat; where the platform says "not now", the same request again when it said. */
function ask({ accessToken, addressId }: Shopper, path: string): Answer {
  const key = newKey();
  let answer = call('POST', path, accessToken, { addressId }, key);
  for (let attempt = 0; attempt < 10 && isForNow(answer); attempt++) {
    sleep(Number(answer.headers['Retry-After'] ?? 1));
    answer = call('POST', path, accessToken, { addressId }, key);
  }
  return answer;
}

const isForNow = (answer: Answer): boolean =>
  [429, 503, 504].includes(answer.status) || codeOf(answer) === 'request-in-progress';

function pay({ accessToken }: Shopper, { orderId }: Seat): void {
  const payment = must<{ cashierUrl: string }>(call('POST', '/v1/payments', accessToken, { orderIds: [orderId] }));
  const headers = { 'content-type': 'application/json' };
  const tags = { name: 'POST cashier' };
  const answer = http.post(`${payment.cashierUrl}/pay`, '{}', { headers, tags, timeout: '30s' });
  if (check(answer, { 'the cashier took the money': ({ status }) => status === 200 })) paid.add(1);
}

/** Waits until the payments have worked through, then holds the books against the claim. */
export function teardown(sale: Sale): void {
  const orders = settledOrders(sale);
  const bought = orders.filter(({ state }) => state === 'pending_shipment');
  const others = orders.filter(({ state }) => !['pending_shipment', 'cancelled'].includes(state));
  check(null, {
    [`${SEATS} orders are paid and may ship`]: () => bought.length === SEATS,
    'every other order was cancelled unpaid': () => others.length === 0,
  });
  checkGroups(bought);
  checkMoney(orders, bought);
  checkStock(sale);
  call('DELETE', `/v1/products/${sale.productId}`, operator());
}

function settledOrders(sale: Sale): Order[] {
  const until = Date.now() + SETTLED_WITHIN_S * 1000;
  for (;;) {
    const orders = ordersOf(sale);
    const done = orders.filter(({ state }) => state === 'pending_shipment').length >= SEATS;
    if (done || Date.now() > until) return orders;
    sleep(1);
  }
}

function ordersOf({ merchant, activityId }: Sale): Order[] {
  const orders: Order[] = [];
  let cursor = '';
  do {
    const page = `/v1/merchants/${merchant}/orders?activityId=${activityId}&limit=100${cursor}`;
    const { items, nextCursor } = must<{ items: Order[]; nextCursor?: string }>(call('GET', page, operator()));
    orders.push(...items);
    cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
  } while (cursor !== '');
  return orders;
}

function checkGroups(bought: Order[]): void {
  const ids = [...new Set(bought.map(({ group }) => group?.groupId ?? ''))];
  const groups = ids.map((id) => must<Group>(call('GET', `/v1/groups/${id}`, operator())));
  check(groups, {
    'all groups succeeded': () => groups.every(({ state }) => state === 'succeeded'),
    'no group is larger than its size': () => groups.every(({ size, members }) => members.length <= size),
    'the groups have all the seats': () =>
      groups.length === GROUPS && groups.every(({ size, members }) => members.length === size),
  });
}

function checkMoney(orders: Order[], bought: Order[]): void {
  const goods = bought.reduce((sum, { total }) => sum + total.amount, 0);
  type Balance = { captured: Money; refunded: Money; refundsPending: Money };
  const sums = { captured: 0, refunded: 0, pending: 0 };
  // The ids stand in the address, which has a length to keep to.
  for (let from = 0; from < orders.length; from += SEATS) {
    const ids = orders.slice(from, from + SEATS).map(({ orderId }) => orderId);
    const balance = must<Balance>(call('GET', `/v1/balance?orderIds=${ids.join(',')}`, operator()));
    sums.captured += balance.captured.amount;
    sums.refunded += balance.refunded.amount;
    sums.pending += balance.refundsPending.amount;
  }
  check(sums, {
    'money in, less money back, is the goods': ({ captured, refunded }) => captured - refunded === goods,
    'the goods are a hundred at the group price': () => goods === SEATS * GROUP_PRICE,
    'no refund is waiting': ({ pending }) => pending === 0,
  });
}

function checkStock({ activityId, productId }: Sale): void {
  const activity = must<{ stock: number; sold: number }>(call('GET', `/v1/activities/${activityId}`, operator()));
  const product = must<{ skus: { stock: number }[] }>(call('GET', `/v1/products/${productId}`, operator()));
  check(activity, {
    'all that was set aside is sold': ({ stock, sold }) => stock === SEATS && sold === SEATS,
    'nothing else is left or missing': () => product.skus[0]?.stock === 0,
  });
}

type Summary = {
  metrics: Record<string, { values: Record<string, number>; thresholds?: Record<string, { ok: boolean }> } | undefined>;
  root_group: { checks?: { name: string; passes: number; fails: number }[]; groups?: Summary['root_group'][] };
};

/** Says what came of everyone, and whether the claims hold. */
export function handleSummary({ metrics, root_group }: Summary) {
  const countOf = (name: string) => metrics[name]?.values.count ?? 0;
  const time = metrics.answer_time?.values ?? {};
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(1)} s`;
  const failed = Object.entries(metrics).filter(([, metric]) =>
    Object.values(metric?.thresholds ?? {}).some(({ ok }) => !ok),
  );
  const checks = [root_group, ...(root_group.groups ?? [])].flatMap((one) => one.checks ?? []);
  const lines = [
    '',
    `  came        ${shoppers.length}`,
    `  answered    ${countOf('answered')}`,
    `  accepted    ${countOf('accepted')}   paid ${countOf('paid')}`,
    `  sold out    ${countOf('sold_out')}`,
    `  refused     ${countOf('refused')}`,
    `  unexpected  ${countOf('unexpected')}`,
    `  answer      median ${seconds(time.med)}, p95 ${seconds(time['p(95)'])}, last ${seconds(time.max)}`,
    '',
    ...checks.map(({ name, fails }) => `  ${fails === 0 ? '✓' : '✗'} ${name}`),
    '',
    failed.length === 0 ? '  The claims hold.' : `  NOT so: ${failed.map(([name]) => name).join(', ')}`,
    '',
  ];
  return { stdout: lines.join('\n') };
}
