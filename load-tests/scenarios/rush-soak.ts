/**
 * The claim: a rush that does not end is borne as its first minutes are: everyone is answered, every fen and every piece
 * is accounted for, and no service's heap grows (soak/heaps.ts). Run by `make load s=rush-soak`.
 */
import { type Answer, actAs, ask, call, must, patiently, read, type Seat, type Shopper } from '../k6/api.ts';
import { secondsOf } from '../k6/duration.ts';
import { nextShopper, operatorToken } from '../k6/handouts.ts';
import { countAnswer, nextIndex, report, type Summary } from '../k6/outcomes.ts';
import { type Group, openSale, pay, type Sale, settleSale } from '../k6/sale.ts';

/** People a second. */
const RATE = Number(__ENV.RATE || 20);
const GROUP_SIZE = 10;
const FILL_SECONDS = 60;
const PAY_SECONDS = 30;
/** One in so many takes a seat and forgets to pay. */
const FORGETS = 10;

const seconds = secondsOf(__ENV.WARM_UP ?? '') + secondsOf(__ENV.DURATION ?? '');

export const options = {
  scenarios: {
    rush: { executor: 'constant-arrival-rate', rate: RATE, duration: `${seconds}s`, preAllocatedVUs: RATE * 20 },
  },
  setupTimeout: '60s',
  teardownTimeout: '900s',
  thresholds: { unexpected: ['count==0'], dropped_iterations: ['count==0'], checks: ['rate==1'] },
};

/** There is enough for everybody, so that the rush goes on to the end: a group takes all of its seats when it opens. */
export const setup = (): Sale =>
  openSale({
    stock: RATE * seconds * GROUP_SIZE,
    groupSize: GROUP_SIZE,
    fillSeconds: FILL_SECONDS,
    paySeconds: PAY_SECONDS,
  });

/** Joins a group that lacks somebody; opens one when there is none, or it was full before. */
function seatFor(shopper: Shopper, { activityId }: Sale, index: number): Answer {
  const list = patiently('GET', `/v1/activities/${activityId}/groups?limit=100`, shopper.accessToken);
  const { items } = must<{ items: Group[] }>(list);
  const open = items[index % Math.max(1, items.length)];
  const joined = open && ask(shopper, `/v1/groups/${open.groupId}/members`);
  return joined && joined.status !== 409 ? joined : ask(shopper, `/v1/activities/${activityId}/groups`);
}

export default function rush(sale: Sale): void {
  const index = nextIndex();
  const shopper = nextShopper();
  call('GET', `/v1/products/${sale.productId}`, shopper.accessToken);
  const started = Date.now();
  const answer = seatFor(shopper, sale, index);
  countAnswer(answer, Date.now() - started);
  if (answer.status === 201 && index % FORGETS > 0) pay(shopper, read<Seat>(answer));
}

export function teardown(sale: Sale): void {
  actAs(operatorToken());
  settleSale(sale, PAY_SECONDS);
}

export const handleSummary = (summary: Summary) => report('rush-soak', summary);
