/**
 * The claim: a day with its hours, in a minute or as long as you like: people look, open and join groups, pay or think
 * better of it, groups fill or expire, and in the end every fen and every piece is accounted for.
 * Run by `make load s=mixed-day`.
 */
import { check, sleep } from 'k6';
import { ask, codeOf, must, newKey, patiently, read, type Seat, shoppers } from '../k6/api.ts';
import { countAnswer, nextIndex, report, type Summary } from '../k6/outcomes.ts';
import { type Group, openSale, pay, type Sale, settleSale } from '../k6/sale.ts';

/** Seconds that the day takes. */
const DAY = Number(__ENV.DAY || 60);
/** At the evening's peak: pages, and people who want a seat, a second. */
const PAGES = Number(__ENV.PAGES || 100);
const BUYERS = Number(__ENV.BUYERS || 15);
const FILL_SECONDS = 20;
const PAY_SECONDS = 10;

/** Morning, noon, an afternoon's lull, the evening's peak, night. */
const hours = (peak: number) =>
  [0.3, 0.6, 0.4, 1, 0.1].map((share) => ({ target: Math.ceil(peak * share), duration: `${Math.ceil(DAY / 5)}s` }));

export const options = {
  scenarios: {
    look: {
      executor: 'ramping-arrival-rate',
      startRate: 1,
      stages: hours(PAGES),
      preAllocatedVUs: 100,
      exec: 'look',
    },
    buy: {
      executor: 'ramping-arrival-rate',
      startRate: 1,
      stages: hours(BUYERS),
      preAllocatedVUs: 200,
      exec: 'buy',
    },
  },
  setupTimeout: '60s',
  teardownTimeout: '300s',
  thresholds: { unexpected: ['count==0'], dropped_iterations: ['count==0'], checks: ['rate==1'] },
};

export const setup = (): Sale =>
  openSale({ stock: 10_000, groupSize: 3, fillSeconds: FILL_SECONDS, paySeconds: PAY_SECONDS });

export function look({ activityId, productId }: Sale): void {
  const pages = ['/v1/products?limit=20', `/v1/products/${productId}`, `/v1/activities/${activityId}/groups`];
  const index = nextIndex();
  const shopper = shoppers[index % shoppers.length];
  const answer = patiently('GET', pages[index % pages.length] ?? '', shopper?.accessToken ?? newKey());
  check(answer, { 'a page is there': ({ status }) => status === 200 });
}

/** One buyer: joins a group that lacks somebody or opens one; most pay, some leave, some forget. */
export function buy({ activityId }: Sale): void {
  const index = nextIndex();
  const shopper = shoppers[index];
  if (!shopper) return;

  const list = must<{ items: Group[] }>(patiently('GET', `/v1/activities/${activityId}/groups`, shopper.accessToken));
  const open = list.items[index % Math.max(1, list.items.length)];
  const started = Date.now();
  let answer = ask(shopper, open ? `/v1/groups/${open.groupId}/members` : `/v1/activities/${activityId}/groups`);
  if (answer.status === 409) answer = ask(shopper, `/v1/activities/${activityId}/groups`);
  countAnswer(answer, Date.now() - started);
  if (answer.status !== 201) return;

  sleep(Math.random() * 2);
  const seat = read<Seat>(answer);
  const mood = index % 10;
  if (mood === 8) {
    const left = patiently('DELETE', `/v1/groups/${seat.groupId}/members/me`, shopper.accessToken);
    check(left, {
      'who leaves before paying is let go': (one) => one.status === 200 || codeOf(one) === 'group-closed',
    });
  } else if (mood !== 9) pay(shopper, seat);
}

export const teardown = (sale: Sale): void => settleSale(sale, PAY_SECONDS);

export const handleSummary = (summary: Summary) => report('mixed-day', summary);
