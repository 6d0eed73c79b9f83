/** The claim: people who only look are answered at once, whatever they look at. Run by `make load s=browse`. */
import { check } from 'k6';
import { call, newKey, shoppers } from '../k6/api.ts';
import { nextIndex, report, type Summary } from '../k6/outcomes.ts';
import { closeSale, openSale, type Sale } from '../k6/sale.ts';

/** Pages a second, and for how long. */
const RATE = Number(__ENV.RATE || 300);
const DURATION = __ENV.DURATION || '30s';

export const options = {
  scenarios: { browse: { executor: 'constant-arrival-rate', rate: RATE, duration: DURATION, preAllocatedVUs: 100 } },
  thresholds: {
    http_req_duration: ['p(99)<250'],
    dropped_iterations: ['count==0'],
    checks: ['rate==1'],
  },
};

export const setup = (): Sale => openSale({ stock: 100, groupSize: 10 });

export default function browse({ activityId, productId }: Sale): void {
  const index = nextIndex();
  const pages = [
    '/v1/products?limit=20',
    `/v1/products/${productId}`,
    '/v1/activities?limit=20',
    `/v1/activities/${activityId}`,
    `/v1/activities/${activityId}/groups`,
  ];
  const shopper = shoppers[index % shoppers.length];
  const answer = call('GET', pages[index % pages.length] ?? '', shopper?.accessToken ?? newKey());
  check(answer, { 'a page is there': ({ status }) => status === 200 });
}

export const teardown = closeSale;

export const handleSummary = (summary: Summary) => report('browse', summary);
