/** Tells a group-buy as a story on the running platform, through the public API, a line an event. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Span } from '../spans.ts';
import { TRACES_PORT } from '../system.ts';
import { table } from '../table.ts';
import { type Audience, openAudience } from './group-buy-audience.ts';
import { type Cast, gatherCast, type Shopper } from './group-buy-cast.ts';
import { env, teller } from './stage.ts';
import { payAtCashier, until, yuan } from './telling.ts';

const { tell, chapter } = teller;
const url = env.PUBLIC_URL;

const activitySchema = z.object({ activityId: z.string() });
const seatSchema = z.object({ groupId: z.string(), orderId: z.string() });
const moneySchema = z.object({ amount: z.number(), currency: z.string() });
const orderSchema = z.object({
  state: z.string(),
  total: moneySchema,
  group: z.object({ groupId: z.string() }).optional(),
});
const paymentSchema = z.object({ cashierUrl: z.string() });
const balanceSchema = z.object({ captured: moneySchema, refunded: moneySchema, refundsPending: moneySchema });

type Seat = z.output<typeof seatSchema>;

const orderOf = (person: Shopper, { orderId }: Seat) => person.api.get(`/v1/orders/${orderId}`, orderSchema);
const become = (person: Shopper, seat: Seat, state: string) =>
  until(
    `${person.name}'s order ${state}`,
    () => orderOf(person, seat),
    (order) => order.state === state,
  );

async function openSale({ merchant }: Cast, offer: Record<string, number>): Promise<string> {
  const { sku, api, slug } = merchant;
  const groupAmount = Math.floor(sku.price.amount * 0.7);
  const now = Date.now();
  const body = {
    ...{ skuId: sku.skuId, groupAmount, stock: 6, limitPerPerson: 2, limitPerOrder: 1, paySeconds: 60 },
    ...{ startsAt: new Date(now).toISOString(), endsAt: new Date(now + 600_000).toISOString() },
    ...offer,
  };
  const { activityId } = await api.post(`/v1/merchants/${slug}/activities`, body, activitySchema);
  const terms = `${sku.title}: ${yuan(sku.price.amount)} alone, ${yuan(groupAmount)} in a group of ${offer.groupSize}`;
  tell(merchant.name, `opens a sale — ${terms}`);
  return activityId;
}

const wish = ({ addressId }: Shopper) => ({ quantity: 1, addressId });

async function open(person: Shopper, activityId: string, audience: Audience): Promise<Seat> {
  const seat = await person.api.post(`/v1/activities/${activityId}/groups`, wish(person), seatSchema);
  await audience.watch(seat.groupId);
  tell(person.name, `opens a group and shares ${url}/v1/groups/${seat.groupId}`);
  return seat;
}

async function join(person: Shopper, { groupId }: Seat): Promise<Seat> {
  const seat = await person.api.post(`/v1/groups/${groupId}/members`, wish(person), seatSchema);
  tell(person.name, 'joins by the link; a seat is held until the order is paid');
  return seat;
}

/** To the cashier; `delaySeconds` holds the provider's notification back. */
async function pay(person: Shopper, seat: Seat, delaySeconds = 0): Promise<void> {
  const body = { orderIds: [seat.orderId], provider: 'sandbox' };
  const { cashierUrl } = await person.api.post('/v1/payments', body, paymentSchema);
  await payAtCashier(cashierUrl, { delaySeconds });
  const { total } = await orderOf(person, seat);
  tell(person.name, `pays ${yuan(total.amount)}${delaySeconds ? `, which we hear of ${delaySeconds} s later` : ''}`);
}

async function groupThatFills(cast: Cast, audience: Audience): Promise<void> {
  chapter('1 · Three people buy together');
  const [ann, bob, cat] = cast.shoppers;
  const activityId = await openSale(cast, { groupSize: 3, fillSeconds: 300 });
  const a = await open(ann, activityId, audience);
  const b = await join(bob, a);
  const c = await join(cat, a);
  for (const [person, seat] of [
    [ann, a],
    [bob, b],
    [cat, c],
  ] as const)
    await pay(person, seat);
  for (const [person, seat] of [
    [ann, a],
    [bob, b],
    [cat, c],
  ] as const) {
    await become(person, seat, 'pending_shipment');
    const parcel = { carrier: 'SF', trackingNumber: `SF${seat.orderId.slice(-12)}` };
    await cast.merchant.api.post(`/v1/orders/${seat.orderId}/ship`, parcel, orderSchema);
    tell(cast.merchant.name, `ships ${person.name}'s parcel, ${parcel.trackingNumber}`);
    await person.api.post(`/v1/orders/${seat.orderId}/confirm`, {}, orderSchema);
    tell(person.name, `confirms; the order is ${(await orderOf(person, seat)).state}`);
  }
}

async function groupThatExpires(cast: Cast, audience: Audience): Promise<void> {
  chapter('2 · A group that stays half full');
  const [ann, bob] = cast.shoppers;
  const activityId = await openSale(cast, { groupSize: 4, fillSeconds: 8 });
  const a = await open(ann, activityId, audience);
  const b = await join(bob, a);
  await pay(ann, a);
  await pay(bob, b);
  tell('', 'nobody else comes; 8 s to fill, and 5 s in which money paid in time may still be heard of');
  for (const [person, seat] of [
    [ann, a],
    [bob, b],
  ] as const) {
    const { total } = await become(person, seat, 'closed');
    tell(person.name, `has ${yuan(total.amount)} back, to the fen`);
  }
}

async function latecomer(cast: Cast, audience: Audience): Promise<void> {
  chapter('3 · Money that comes after the last seat went');
  const [ann, bob, cat, dan] = cast.shoppers;
  const activityId = await openSale(cast, { groupSize: 2, fillSeconds: 300 });
  const a = await open(ann, activityId, audience);
  await pay(ann, a);
  const late = await join(bob, a);
  await pay(bob, late, 3);
  await bob.api.remove(`/v1/groups/${a.groupId}/members/me`);
  tell(bob.name, 'leaves while the payment is on its way; the seat is free again');
  const c = await join(cat, a);
  await pay(cat, c);
  await become(cat, c, 'pending_shipment');
  const d = await open(dan, activityId, audience);
  await pay(dan, d);
  const { group } = await become(bob, late, 'pending_shipment');
  const placed = group?.groupId === d.groupId ? `is placed in ${dan.name}'s group` : 'is placed in another group';
  tell(bob.name, `paid, and ${placed}, which that completes`);
  await become(dan, d, 'pending_shipment');
}

/** What each service did in one trace. */
async function showTrace(traceId: string): Promise<void> {
  const spans = await until(
    'the trace',
    async () => {
      const response = await fetch(`http://127.0.0.1:${TRACES_PORT}/traces/${traceId}`);
      return response.ok ? ((await response.json()) as Span[]) : [];
    },
    (found) => found.some(({ name }) => name.startsWith('handle group-buy.group.succeeded')),
  );
  const rows = [...Map.groupBy(spans, ({ service }) => service)].map(([service, own]) => [
    service,
    `${own.filter(({ name }) => /^(GET|POST|PUT|DELETE) /.test(name)).length}`,
    `${own.filter(({ name }) => name.startsWith('social.')).length}`,
    `${own.filter(({ name }) => name.startsWith('handle ')).length}`,
    `${own.filter(({ failed }) => failed).length}`,
  ]);
  chapter(`The first journey is trace ${traceId} (make trace id=${traceId})`);
  const lines = table(['service', 'HTTP requests', 'RPCs made or served', 'events handled', 'failed'], rows);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Three groups: one fills, one expires, one is paid for too late. */
export async function tellGroupBuy(): Promise<void> {
  const operator = { phone: env.BOOTSTRAP_OPERATOR_PHONE, password: env.BOOTSTRAP_OPERATOR_PASSWORD };
  const traceId = randomBytes(16).toString('hex');
  const cast = await gatherCast(url, operator.password);
  const audience = await openAudience(url, cast.shoppers[0], tell);
  try {
    await groupThatFills(cast.inTrace(traceId), audience);
    await groupThatExpires(cast, audience);
    await latecomer(cast, audience);
  } finally {
    audience.close();
  }

  const books = await (await cast.logIn(operator.phone)).get('/v1/balance', balanceSchema);
  chapter('The books');
  tell(
    '',
    `taken in ${yuan(books.captured.amount)}, given back ${yuan(books.refunded.amount)}, on its way back ${yuan(books.refundsPending.amount)}`,
  );
  await showTrace(traceId);
}
