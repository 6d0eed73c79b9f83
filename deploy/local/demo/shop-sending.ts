/** How the goods get to their buyer: two parcels of one order, one of another, and one over the counter. */
import { z } from 'zod';
import type { Placed } from './shop-buying.ts';
import type { Good, Shopper, Stage } from './shop-people.ts';
import { expectThat, mustBeRefused, type Teller, until } from './telling.ts';

const parcelSchema = z.object({
  ...{ parcelId: z.string(), carrier: z.string(), trackingNumber: z.string().optional() },
  deliveredAt: z.string().optional(),
  scans: z.array(z.object({ state: z.string(), at: z.string(), place: z.string() })),
});
const orderSchema = z.object({
  ...{ orderId: z.string(), state: z.string(), parcels: z.array(parcelSchema) },
  pickUp: z.object({ code: z.string().optional() }).optional(),
  history: z.array(z.object({ state: z.string(), action: z.string().optional(), at: z.string(), role: z.string() })),
});

const told = ({ api }: Shopper, { orderId }: Placed) => api.get(`/v1/orders/${orderId}`, orderSchema);

/** Hands a parcel to the sandbox carrier, which gives its number; without lines, all that is left. */
async function ship({ orderId, seller }: Placed, state: string, line?: { skuId: string; quantity: number }) {
  const parcel = { carrier: 'sandbox', ...(line ? { lines: [line] } : {}) };
  const order = await seller.api.post(`/v1/orders/${orderId}/ship`, parcel, orderSchema);
  expectThat(order.state === state, `the order is ${order.state} after its parcel, not ${state}`);
}

async function handOver(stage: Stage, buyer: Shopper, placed: Placed): Promise<void> {
  const { tell } = stage.teller;
  const code = (await told(buyer, placed)).pickUp?.code;
  expectThat(code !== undefined, 'the buyer has no code to pick it up with');
  const show = (shown: string) =>
    placed.seller.api.post(`/v1/orders/${placed.orderId}/hand-over`, { code: shown }, orderSchema);
  const wrong = code === '00000000' ? '11111111' : '00000000';
  await mustBeRefused('pick-up-code-wrong', 'a wrong code', () => show(wrong));
  tell(placed.seller.name, `is shown ${wrong} at the counter, and hands out nothing`);
  const { state } = await show(code);
  expectThat(state === 'completed', `the order is ${state} after it was picked up`);
  await mustBeRefused('order-transition-refused', 'the code, a second time,', () => show(code));
  tell(buyer.name, `shows ${code} and takes it along; the code is used up`);
}

/** Tells every scan as the buyer sees it, until all parcels have come. */
async function follow(buyer: Shopper, orders: Placed[], { tell }: Teller): Promise<void> {
  const seen = new Set<string>();
  const look = async () => {
    const parcels = (await Promise.all(orders.map((one) => told(buyer, one)))).flatMap((order) => order.parcels);
    for (const { parcelId, trackingNumber, scans } of parcels) {
      for (const { state, place } of scans) {
        const key = `${parcelId} ${state}`;
        if (!seen.has(key)) tell('', `${trackingNumber ?? 'a parcel'}: ${state}, ${place}`);
        seen.add(key);
      }
    }
    return parcels;
  };
  const parcels = await until('delivery', look, (all) => all.every(({ deliveredAt }) => deliveredAt !== undefined));
  const numbers = new Set(parcels.map(({ trackingNumber }) => trackingNumber));
  expectThat(parcels.length === 3 && numbers.size === 3, `${numbers.size} numbers of ${parcels.length} parcels, not 3`);
}

async function confirm(buyer: Shopper, placed: Placed, { tell }: Teller): Promise<void> {
  const { state } = await buyer.api.post(`/v1/orders/${placed.orderId}/confirm`, {}, orderSchema);
  expectThat(state === 'completed', `the order is ${state} after it was confirmed`);
  tell(buyer.name, `has what ${placed.seller.name} sent, and confirms`);
}

async function showHistory(buyer: Shopper, placed: Placed, { tell }: Teller): Promise<void> {
  const { history } = await told(buyer, placed);
  tell('', `what happened to the order of ${placed.seller.name}:`);
  for (const { at, action, state, role } of history) {
    tell('', `  ${at.slice(11, 19)}  ${action ?? 'place'}, by ${role}: ${state}`);
  }
  const states = history.map(({ state }) => state);
  const isWhole = states[0] === 'pending_payment' && states.at(-1) === 'completed';
  expectThat(isWhole, `the history begins with ${states[0]} and ends with ${states.at(-1)}`);
}

/** Three paid orders: of the first one, `apart` goes in a parcel of its own; the third is picked up. */
export async function deliver(stage: Stage, buyer: Shopper, orders: Placed[], apart: Good): Promise<void> {
  const { teller } = stage;
  const [split, whole, counter] = orders;
  expectThat(split !== undefined && whole !== undefined && counter !== undefined, 'there are not three orders');
  await ship(split, 'pending_shipment', { skuId: apart.skuId, quantity: 1 });
  teller.tell(split.seller.name, `sends ${apart.title} ahead; the rest is still to be sent`);
  await ship(split, 'shipped');
  teller.tell(split.seller.name, 'sends the rest in a second parcel; now the order is shipped');
  await ship(whole, 'shipped');
  teller.tell(whole.seller.name, 'sends all in one parcel');
  await handOver(stage, buyer, counter);
  await follow(buyer, [split, whole], teller);
  for (const one of [split, whole]) await confirm(buyer, one, teller);
  await showHistory(buyer, split, teller);
  teller.proved('two parcels of one order and one of another came, a third order was picked up with its code alone');
}
