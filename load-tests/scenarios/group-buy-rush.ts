/**
 * The claim: however many come at once for an activity of 100 seats, exactly 100 are accepted, everyone is answered,
 * and nobody is charged without a seat. Run by `make load s=group-buy-rush`.
 */
import { check, sleep } from 'k6';
import { Counter } from 'k6/metrics';
import { type Answer, ask, call, codeOf, read, type Seat, type Shopper, shoppers } from '../k6/api.ts';
import { countAnswer, countPersisted, nextIndex, report, type Summary } from '../k6/outcomes.ts';
import {
  checkGroups,
  checkMoney,
  checkStock,
  closeSale,
  type Group,
  openSale,
  pay,
  type Sale,
  settledOrders,
} from '../k6/sale.ts';

const SEATS = 100;
const GROUP_SIZE = Number(__ENV.GROUP_SIZE || 10);
const GROUPS = SEATS / GROUP_SIZE;
/** People a second. */
const RATE = Number(__ENV.RATE || 250);
/** How often someone looks for a place in the groups of others before they believe that there is none. */
const PASSES = 6;

const came = new Counter('came');
const paid = new Counter('paid');

export const options = {
  scenarios: {
    rush: {
      executor: 'constant-arrival-rate',
      rate: RATE,
      // A second more than it takes: whoever comes beyond the last shopper finds nobody to be.
      duration: `${Math.ceil(shoppers.length / RATE) + 1}s`,
      // One for each of them, and for those who come in the second more.
      preAllocatedVUs: Math.min(shoppers.length + RATE, 1000),
    },
  },
  setupTimeout: '60s',
  teardownTimeout: '150s',
  thresholds: {
    came: [`count==${shoppers.length}`],
    accepted: [`count==${SEATS}`],
    persisted: [`count==${SEATS}`],
    paid: [`count==${SEATS}`],
    unexpected: ['count==0'],
    dropped_iterations: ['count==0'],
    checks: ['rate==1'],
  },
};

export const setup = (): Sale => openSale({ stock: SEATS, groupSize: GROUP_SIZE });

/** One person: wants a seat, hears an answer, pays if there is a seat. */
export default function rush({ activityId }: Sale): void {
  const index = nextIndex();
  const shopper = shoppers[index];
  if (!shopper) return;

  came.add(1);
  const started = Date.now();
  const answer = seatFor(shopper, activityId, index);
  countAnswer(answer, Date.now() - started);
  if (answer.status === 201 && pay(shopper, read<Seat>(answer))) paid.add(1);
}

/** Opens a group or, where no whole group is left, looks for a place in the groups of others. */
function seatFor(shopper: Shopper, activityId: string, index: number): Answer {
  let answer = ask(shopper, `/v1/activities/${activityId}/groups`);
  const full = new Set<string>();
  for (let pass = 0; pass < PASSES && codeOf(answer) === 'sold-out' && full.size < GROUPS; pass++) {
    if (pass > 0) sleep(0.3);
    answer = joinAny(shopper, activityId, full, index) ?? answer;
  }
  return answer;
}

/** The seat, or nothing when every open group is full; notes which are. */
function joinAny(shopper: Shopper, activityId: string, full: Set<string>, index: number): Answer | undefined {
  const list = call('GET', `/v1/activities/${activityId}/groups?limit=100`, shopper.accessToken);
  if (list.status !== 200) return list;

  const groups = read<{ items: Group[] }>(list).items.filter(({ groupId }) => !full.has(groupId));
  // Everyone begins at another one, or all would ask for the first.
  const from = index % Math.max(1, groups.length);
  for (const { groupId } of [...groups.slice(from), ...groups.slice(0, from)]) {
    const answer = ask(shopper, `/v1/groups/${groupId}/members`);
    if (!['group-full', 'group-closed'].includes(codeOf(answer))) return answer;
    full.add(groupId);
  }
  return undefined;
}

/** Waits until the payments have worked through, then holds the books against the claim. */
export function teardown(sale: Sale): void {
  const isBought = ({ state }: { state: string }) => state === 'pending_shipment';
  const orders = settledOrders(sale, (all) => all.filter(isBought).length >= SEATS);
  const bought = orders.filter(isBought);
  countPersisted(bought.length);
  check(null, {
    [`${SEATS} orders are paid and may ship`]: () => bought.length === SEATS,
    'every other order was cancelled unpaid': () =>
      orders.every(({ state }) => ['pending_shipment', 'cancelled'].includes(state)),
  });
  const groups = checkGroups(bought);
  check(groups, {
    'the groups succeeded, and have all the seats': () =>
      groups.length === GROUPS &&
      groups.every(({ state, size, members }) => state === 'succeeded' && members.length === size),
  });
  checkMoney(orders, bought);
  checkStock(sale, bought.length);
  closeSale(sale);
}

export const handleSummary = (summary: Summary) => report('group-buy-rush', summary);
