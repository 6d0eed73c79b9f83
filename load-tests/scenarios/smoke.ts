/** The claim: a handful of people buy together, and every step answers. Run by `make load s=smoke`. */
import { check } from 'k6';
import { ask, call, must, read, type Seat, shoppers } from '../k6/api.ts';
import { countAnswer, countPersisted, nextIndex, report, type Summary } from '../k6/outcomes.ts';
import { checkMoney, checkStock, closeSale, openSale, pay, type Sale, settledOrders } from '../k6/sale.ts';

const PEOPLE = 10;

export const options = {
  scenarios: {
    smoke: { executor: 'constant-arrival-rate', rate: 2, duration: `${PEOPLE / 2}s`, preAllocatedVUs: PEOPLE },
  },
  teardownTimeout: '150s',
  thresholds: {
    accepted: [`count==${PEOPLE}`],
    persisted: [`count==${PEOPLE}`],
    unexpected: ['count==0'],
    dropped_iterations: ['count==0'],
    checks: ['rate==1'],
  },
};

export const setup = (): Sale => openSale({ stock: PEOPLE * 2, groupSize: 2 });

/** Two in a group: each opens one and finds a partner for it among the other minted people. */
export default function smoke({ activityId, productId }: Sale): void {
  const index = nextIndex();
  const [head, partner] = [shoppers[index * 2], shoppers[index * 2 + 1]];
  if (index >= PEOPLE || !head || !partner) return;

  must(call('GET', `/v1/products/${productId}`, head.accessToken));
  must(call('GET', `/v1/activities/${activityId}`, head.accessToken));
  const started = Date.now();
  const opened = ask(head, `/v1/activities/${activityId}/groups`);
  countAnswer(opened, Date.now() - started);
  const seat = read<Seat>(opened);
  const joined = ask(partner, `/v1/groups/${seat.groupId}/members`);
  check(joined, { 'a partner joined': ({ status }) => status === 201 });
  pay(head, seat);
  pay(partner, read<Seat>(joined));
}

export function teardown(sale: Sale): void {
  const isBought = ({ state }: { state: string }) => state === 'pending_shipment';
  const orders = settledOrders(sale, (all) => all.filter(isBought).length >= 2 * PEOPLE);
  const bought = orders.filter(isBought);
  countPersisted(bought.length / 2);
  checkMoney(orders, bought);
  checkStock(sale, bought.length);
  closeSale(sale);
}

export const handleSummary = (summary: Summary) => report('smoke', summary);
