/** What an unpaid order does to stock, and whether the books of stock agree at the end. */
import type { Api } from '@social/catalog/api-client';
import { linesOf } from '@social/catalog/import-client';
import { z } from 'zod';
import type { Good, Seller, Shopper, Stage } from './shop-people.ts';
import { expectThat, until } from './telling.ts';

const levelSchema = z.object({ onHand: z.number(), available: z.number(), reserved: z.number(), sold: z.number() });
type Level = z.output<typeof levelSchema>;
const orderSchema = z.object({ orderId: z.string(), state: z.string(), createdAt: z.string(), payBy: z.string() });
const placedSchema = z.object({ orders: z.array(orderSchema) });
const cancelledSchema = z.object({ state: z.string() });
const lineSchema = z.object({
  ...{ skus: z.number(), holders: z.number(), done: z.boolean(), differences: z.array(z.unknown()) },
  problem: z.object({ code: z.string() }).optional(),
});

const levelOf = ({ api, slug }: Seller, { skuId }: Good) =>
  api.get(`/v1/merchants/${slug}/skus/${skuId}/stock`, levelSchema);

const inWords = ({ onHand, available, reserved, sold }: Level) =>
  `${onHand} on hand, ${available} to be had, ${reserved} reserved, ${sold} sold`;
const sameLevel = (one: Level, other: Level) => inWords(one) === inWords(other);

/** What was paid is sold, not reserved any more. */
async function settled(seller: Seller, good: Good, sold: number): Promise<Level> {
  return until(
    'the sale in the books of stock',
    () => levelOf(seller, good),
    (level) => level.sold === sold && level.reserved === 0,
  );
}

/** Somebody orders, and does not pay. @param sold how many were sold of it before */
export async function orderWithoutPaying(
  { teller: { tell, proved } }: Stage,
  shopper: Shopper,
  { seller, good, sold }: { seller: Seller; good: Good; sold: number },
): Promise<void> {
  const before = await settled(seller, good, sold);
  tell(seller.name, `has of ${good.title}: ${inWords(before)}`);
  const body = { lines: [{ skuId: good.skuId, quantity: 3 }], addressId: shopper.addressId };
  const { orders } = await shopper.api.post('/v1/orders', body, placedSchema);
  const [order] = orders;
  expectThat(order !== undefined, 'no order was placed');
  const held = await levelOf(seller, good);
  const isHeld = held.available === before.available - 3 && held.reserved === before.reserved + 3;
  expectThat(isHeld, `an unpaid order of 3 left ${inWords(held)}`);
  tell(shopper.name, `orders 3 and does not pay: ${inWords(held)}`);

  const { state } = await shopper.api.post(`/v1/orders/${order.orderId}/cancel`, {}, cancelledSchema);
  expectThat(state === 'cancelled', `the order is ${state} after it was cancelled`);
  const back = await until(
    'stock given back',
    () => levelOf(seller, good),
    (level) => sameLevel(level, before),
  );
  tell(shopper.name, `cancels: ${inWords(back)}`);
  const minutes = Math.round((Date.parse(order.payBy) - Date.parse(order.createdAt)) / 60_000);
  tell('', `had nobody cancelled, the clock would have done the same after ${minutes} minutes`);
  proved('an unpaid order holds its stock, and gives all of it back');
}

/** Compares the books of stock with orders and group-buys, as `make recount` does. */
export async function recount({ teller: { tell, proved } }: Stage, operator: Api): Promise<void> {
  const response = await operator.download('/v1/stock/recount');
  const lines = [];
  for await (const text of linesOf(response.body ?? new ReadableStream()))
    lines.push(lineSchema.parse(JSON.parse(text)));
  const last = lines.at(-1);
  expectThat(last?.done === true && last.problem === undefined, `the recount broke off: ${last?.problem?.code ?? ''}`);
  const differences = lines.flatMap((line) => line.differences);
  expectThat(differences.length === 0, `${differences.length} counts differ; make recount names them`);
  tell('operator', `counts ${last.skus} SKUs and ${last.holders} orders and activities again: nothing differs`);
  proved('the books of stock, orders and group-buys agree');
}
