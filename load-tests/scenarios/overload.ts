/**
 * The claim: when far more come than can be served, everybody hears something at once, what is accepted is kept, and no
 * less is accepted than before. Run by `make load s=overload`.
 */
import { check } from 'k6';
import { Counter } from 'k6/metrics';
import { type Answer, call, codeOf, read, type Seat, shoppers } from '../k6/api.ts';
import { countAnswer, countPersisted, nextIndex, report, type Summary } from '../k6/outcomes.ts';
import { checkGroups, closeSale, openSale, ordersOf, type Sale } from '../k6/sale.ts';

/** Seconds of each part. */
const PART = Number(__ENV.PART || 10);
/** People a second who come in the second part; more than the machine can serve. */
const RATE = Number(__ENV.RATE || 1500);
/** People who ask one after the other in the first part, each as soon as the one before has an answer. */
const AT_ONCE = 64;
/** What must still be accepted under overload, of what was accepted before. */
const GOODPUT = 0.6;
const GROUP_SIZE = 10;
/** People who are kept for the part after. */
const RECOVERING = 100;

const calm = new Counter('accepted_at_capacity');
const pressed = new Counter('accepted_under_overload');

export const options = {
  scenarios: {
    capacity: { executor: 'constant-vus', vus: AT_ONCE, duration: `${PART}s`, exec: 'capacity' },
    overload: {
      executor: 'constant-arrival-rate',
      rate: RATE,
      duration: `${PART}s`,
      startTime: `${PART + 5}s`,
      preAllocatedVUs: 1000,
      exec: 'overload',
    },
    recovery: {
      executor: 'constant-arrival-rate',
      rate: 10,
      duration: '5s',
      startTime: `${2 * PART + 15}s`,
      preAllocatedVUs: 50,
      exec: 'recovery',
    },
  },
  setupTimeout: '60s',
  teardownTimeout: '300s',
  thresholds: { unexpected: ['count==0'], checks: ['rate==1'] },
};

export const setup = (): Sale => openSale({ stock: 1_000_000, groupSize: GROUP_SIZE });

/** Groups that this worker opened; each of its people fills the last one up. */
let group: { id: string; left: number } | undefined;

function wish({ activityId }: Sale, index: number): Answer {
  const shopper = shoppers[index % shoppers.length];
  const body = { addressId: shopper?.addressId };
  const path = group && group.left > 0 ? `/v1/groups/${group.id}/members` : `/v1/activities/${activityId}/groups`;
  const started = Date.now();
  const answer = call('POST', path, shopper?.accessToken ?? '', body);
  countAnswer(answer, Date.now() - started);
  if (answer.status === 201 && path.startsWith('/v1/activities')) {
    group = { id: read<Seat>(answer).groupId, left: GROUP_SIZE - 1 };
  } else if (group) group.left = ['group-full', 'group-closed'].includes(codeOf(answer)) ? 0 : group.left - 1;
  return answer;
}

export function capacity(sale: Sale): void {
  if (wish(sale, nextIndex()).status === 201) calm.add(1);
}

export function overload(sale: Sale): void {
  if (wish(sale, shoppers.length - RECOVERING - 1 - nextIndex()).status === 201) pressed.add(1);
}

/** Some seconds later everything is as it was. */
export function recovery(sale: Sale): void {
  const answer = wish(sale, shoppers.length - 1 - nextIndex());
  check(answer, { 'after it, everyone is served again': ({ status }) => status === 201 || status === 409 });
}

export function teardown(sale: Sale): void {
  const orders = ordersOf(sale);
  countPersisted(orders.length);
  const from = (seconds: number) => sale.startedAt + seconds * 1000;
  const during = (start: number, end: number) =>
    orders.filter(({ createdAt }) => Date.parse(createdAt) >= start && Date.parse(createdAt) < end).length;
  // Setting up took a part of the first seconds; the gap between the parts is longer than that.
  const before = during(from(0), from(PART + 4));
  const under = during(from(PART + 4), from(2 * PART + 14));
  check(null, {
    [`under overload at least ${GOODPUT} of the goodput: ${under} orders after ${before}`]: () =>
      under >= GOODPUT * before,
  });
  checkGroups(orders.slice(0, 1000));
  closeSale(sale);
}

export const handleSummary = (summary: Summary) => report('overload', summary);
