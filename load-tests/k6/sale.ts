/** A sale of our own: its product, its activity, and the books that are held against the claims in the end. */
import { check, sleep } from 'k6';
import http from 'k6/http';
import {
  type Answer,
  call,
  codeOf,
  type Money,
  must,
  newKey,
  operator,
  patiently,
  type Seat,
  type Shopper,
} from './api.ts';
import { countPersisted } from './outcomes.ts';

export type Offer = { stock: number; groupSize: number; fillSeconds?: number; paySeconds?: number };
export type Sale = { activityId: string; productId: string; merchant: string; startedAt: number };
export type Order = { orderId: string; state: string; total: Money; createdAt: string; group?: { groupId: string } };
export type Group = { groupId: string; state: string; size: number; members: unknown[] };

const PRICE = 9900;
const GROUP_PRICE = 6900;
const MERCHANT = 'rush';
const SETTLED_WITHIN_S = 90;
/** Orders that fit into one address. */
const AT_ONCE = 100;

/** A merchant with one product, all of whose pieces are set aside for the activity. */
export function openSale({ stock, groupSize, fillSeconds = 600, paySeconds = 300 }: Offer): Sale {
  ensure('/v1/merchants', { slug: MERCHANT, name: '抢购专场', trusted: true }, 'merchant-slug-taken');
  ensure('/v1/categories', { slug: MERCHANT, name: '抢购' }, 'category-slug-taken');
  type Categories = { items: { slug: string; categoryId: string }[] };
  const { items } = must<Categories>(call('GET', '/v1/categories', operator()));
  const product = must<{ productId: string; skus: { skuId: string }[] }>(
    call('POST', `/v1/merchants/${MERCHANT}/products`, operator(), {
      handle: newKey(),
      title: '限量礼盒',
      categoryId: items.find(({ slug }) => slug === MERCHANT)?.categoryId,
      skus: [{ priceAmount: PRICE, stock }],
    }),
  );
  const now = Date.now();
  const { activityId } = must<{ activityId: string }>(
    call('POST', `/v1/merchants/${MERCHANT}/activities`, operator(), {
      ...{ skuId: product.skus[0]?.skuId, groupAmount: GROUP_PRICE, groupSize, fillSeconds, paySeconds, stock },
      startsAt: new Date(now - 1000).toISOString(),
      endsAt: new Date(now + 3_600_000).toISOString(),
    }),
  );
  return { activityId, productId: product.productId, merchant: MERCHANT, startedAt: now };
}

function ensure(path: string, body: unknown, taken: string): void {
  const answer = call('POST', path, operator(), body);
  if (codeOf(answer) !== taken) must(answer);
}

/** Pays for a seat at the sandbox's cashier; whether there was still time to, and the money was taken. */
export function pay({ accessToken }: Shopper, { orderId }: Seat): boolean {
  const asked = patiently('POST', '/v1/payments', accessToken, { orderIds: [orderId] });
  if (codeOf(asked) === 'order-not-payable') return false;

  const payment = must<{ cashierUrl: string }>(asked);
  const headers = { 'content-type': 'application/json' };
  const tags = { name: 'POST cashier' };
  const answer: Answer = http.post(`${payment.cashierUrl}/pay`, '{}', {
    headers,
    tags,
    timeout: '30s',
    responseType: 'text',
  });
  // The time to pay was over between the two requests.
  if (codeOf(answer) === 'charge-expired') return false;

  return check(answer, { 'the cashier took the money': ({ status }) => status === 200 });
}

/** All orders of the sale. */
export function ordersOf({ merchant, activityId }: Sale): Order[] {
  const orders: Order[] = [];
  let cursor = '';
  do {
    const page = `/v1/merchants/${merchant}/orders?activityId=${activityId}&limit=100${cursor}`;
    const { items, nextCursor } = must<{ items: Order[]; nextCursor?: string }>(patiently('GET', page, operator()));
    orders.push(...items);
    cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
  } while (cursor !== '');
  return orders;
}

/** Waits until the orders are as `done` wants them, and gives them. */
export function settledOrders(sale: Sale, done: (orders: Order[]) => boolean): Order[] {
  const until = Date.now() + SETTLED_WITHIN_S * 1000;
  for (;;) {
    const orders = ordersOf(sale);
    if (done(orders) || Date.now() > until) return orders;
    sleep(1);
  }
}

/** Ends the sale and its product, so that the next run finds nothing of it. */
export function closeSale({ activityId, productId }: Sale): void {
  call('POST', `/v1/activities/${activityId}/end`, operator());
  call('DELETE', `/v1/products/${productId}`, operator());
}

/** The groups of these orders; none may be larger than its size. */
export function checkGroups(orders: Order[]): Group[] {
  const ids = [...new Set(orders.map(({ group }) => group?.groupId ?? ''))];
  const groups = ids.map((id) => must<Group>(patiently('GET', `/v1/groups/${id}`, operator())));
  check(groups, {
    'no group is larger than its size': () => groups.every(({ size, members }) => members.length <= size),
  });
  return groups;
}

/** What came in less what went back is the goods that stay sold, to the fen. */
export function checkMoney(orders: Order[], bought: Order[]): void {
  const goods = bought.reduce((sum, { total }) => sum + total.amount, 0);
  type Balance = { captured: Money; refunded: Money; refundsPending: Money };
  const sums = { captured: 0, refunded: 0, pending: 0 };
  for (let from = 0; from < orders.length; from += AT_ONCE) {
    const ids = orders.slice(from, from + AT_ONCE).map(({ orderId }) => orderId);
    const balance = must<Balance>(call('GET', `/v1/balance?orderIds=${ids.join(',')}`, operator()));
    sums.captured += balance.captured.amount;
    sums.refunded += balance.refunded.amount;
    sums.pending += balance.refundsPending.amount;
  }
  check(sums, {
    'money in, less money back, is the goods': ({ captured, refunded }) => captured - refunded === goods,
    'the goods are sold at the group price': () => goods === bought.length * GROUP_PRICE,
    'no refund is waiting': ({ pending }) => pending === 0,
  });
}

/** What the sale counts as sold is what was bought. */
export function checkStock({ activityId }: Sale, bought: number): void {
  const activity = must<{ stock: number; sold: number }>(call('GET', `/v1/activities/${activityId}`, operator()));
  check(activity, {
    'what the sale counts as sold is what was bought': ({ sold }) => sold === bought,
    'never more than was set aside': ({ stock }) => bought <= stock,
  });
}

/**
 * Ends a sale in which people paid, forgot and left, waits until none of its orders is pending, and holds its books: no
 * group is left waiting, each has its members or gives their money back.
 */
export function settleSale(sale: Sale, paySeconds: number): void {
  sleep(paySeconds);
  call('POST', `/v1/activities/${sale.activityId}/end`, operator());
  const ended = ({ state }: Order) => ['pending_shipment', 'closed', 'cancelled'].includes(state);
  const orders = settledOrders(sale, (all) => all.every(ended));
  countPersisted(orders.length);
  const bought = orders.filter(({ state }) => state === 'pending_shipment');
  check(orders, { 'every order ended bought, refunded or cancelled': (all) => all.every(ended) });
  const groups = checkGroups(bought);
  check(groups, {
    'only groups that succeeded keep their orders': () => groups.every(({ state }) => state === 'succeeded'),
  });
  checkMoney(orders, bought);
  checkStock(sale, bought.length);
  closeSale(sale);
}
