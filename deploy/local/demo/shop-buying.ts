/** A guest fills a cart from three merchants, becomes a person, and pays once. */
import { apiAt } from '@social/catalog/api-client';
import { z } from 'zod';
import { reprice } from './shop-opening.ts';
import { type Good, logInByCode, type Seller, type Shopper, type Stage } from './shop-people.ts';
import { expectThat, mustBeRefused, payAtCashier, until, yuan } from './telling.ts';

const moneySchema = z.object({ amount: z.number(), currency: z.string() });
const noteLine = z.object({
  ...{ skuId: z.string(), quantity: z.number(), notes: z.array(z.string()) },
  ...{ unitPrice: moneySchema, unitPriceWhenAdded: moneySchema },
});
const cartSchema = z.object({ merchants: z.array(z.object({ lines: z.array(noteLine) })), lines: z.number() });
const previewSchema = z.object({
  parcels: z.array(z.object({ merchantId: z.string(), goods: moneySchema, freight: moneySchema, total: moneySchema })),
  total: moneySchema,
});
const placedSchema = z.object({ orders: z.array(z.object({ orderId: z.string(), merchantId: z.string() })) });
const paymentSchema = z.object({ cashierUrl: z.string(), total: moneySchema });
const stateSchema = z.object({ state: z.string() });

export type Wish = { seller: Seller; good: Good; quantity: number };
export type Placed = { orderId: string; seller: Seller };

/** A guest's cart; answers the token that it is known by. */
async function fillCart({ url, teller }: Stage, wishes: Wish[]): Promise<string> {
  const guest = (await apiAt(url).download('/v1/cart')).headers.get('x-guest') ?? '';
  const api = apiAt(url, undefined, { 'x-guest': guest });
  for (const { seller, good, quantity } of wishes) {
    await api.post('/v1/cart/lines', { skuId: good.skuId, quantity }, cartSchema);
    teller.tell(
      'a guest',
      `puts ${quantity} × ${good.title} at ${yuan(good.amount)} into the cart, from ${seller.name}`,
    );
  }
  return guest;
}

/** The guest logs in by a one-time code: the cart comes along, and says what costs another price by now. */
async function becomeSomebody(stage: Stage, buyer: Shopper, guest: string, wishes: Wish[]): Promise<Shopper> {
  const { tell } = stage.teller;
  const token = await logInByCode(stage, buyer.phone);
  const api = apiAt(stage.url, token);
  const merged = await apiAt(stage.url, token, { 'x-guest': guest }).get('/v1/cart', cartSchema);
  expectThat(merged.lines === wishes.length, `${merged.lines} lines came along at log-in, not ${wishes.length}`);
  tell(buyer.name, `logs in with a one-time code; all ${merged.lines} lines of the guest's cart came along`);
  const lines = merged.merchants.flatMap((group) => group.lines);
  const noted = lines.filter(({ notes }) => notes.includes('price_down'));
  const [line] = noted;
  const isTold = noted.length === 1 && line !== undefined && line.skuId === wishes[0]?.good.skuId;
  expectThat(isTold, `the cart tells of ${noted.length} lower prices, not of the one`);
  tell(
    '',
    `the cart tells: ${wishes[0]?.good.title} was ${yuan(line.unitPriceWhenAdded.amount)}, is ${yuan(line.unitPrice.amount)} now`,
  );
  return { ...buyer, api };
}

type Delivery = { addressId: string; wishes: { merchantId: string; pickUpPoint: string }[] };

/** What the cart costs, and why; answers the total. */
async function preview({ teller: { tell } }: Stage, buyer: Shopper, delivery: Delivery, sellers: Seller[]) {
  const { parcels, total } = await buyer.api.post('/v1/cart/preview', delivery, previewSchema);
  expectThat(parcels.length === sellers.length, `the preview has ${parcels.length} parts, not ${sellers.length}`);
  for (const part of parcels) {
    const seller = sellers.find(({ merchantId }) => merchantId === part.merchantId);
    const isSum = part.goods.amount + part.freight.amount === part.total.amount;
    expectThat(seller !== undefined && isSum, 'goods and freight are not what a part of the cart costs');
    tell('', `${seller.name}: goods ${yuan(part.goods.amount)} + freight ${yuan(part.freight.amount)}`);
  }
  const sum = parcels.reduce((so_far, part) => so_far + part.total.amount, 0);
  expectThat(sum === total.amount, `the parts come to ${yuan(sum)}, the preview says ${yuan(total.amount)}`);
  // 2 × 420 g and 300 g to 浙江: a kilogram and a half more.
  const freight = parcels.find(({ merchantId }) => merchantId === sellers[0]?.merchantId)?.freight.amount;
  expectThat(freight === 800, `1,140 g to 浙江 cost ${yuan(freight ?? 0)}, not ¥8.00`);
  tell(buyer.name, `is shown ${yuan(total.amount)} for all`);
  return total;
}

type Total = z.output<typeof moneySchema>;

async function checkOut({ teller: { tell } }: Stage, buyer: Shopper, delivery: Delivery, total: Total) {
  const stale = { ...delivery, expectedTotal: { ...total, amount: total.amount + 1 } };
  await mustBeRefused('price-changed', 'a checkout at another total', () =>
    buyer.api.post('/v1/cart/checkout', stale, placedSchema),
  );
  const { orders } = await buyer.api.post('/v1/cart/checkout', { ...delivery, expectedTotal: total }, placedSchema);
  const { lines } = await buyer.api.get('/v1/cart', cartSchema);
  expectThat(lines === 0, `${lines} lines are still in the cart`);
  tell(buyer.name, `checks out at that total and no other: ${orders.length} orders, and an empty cart`);
  return orders;
}

async function payOnce({ teller: { tell } }: Stage, buyer: Shopper, orderIds: string[], total: Total): Promise<void> {
  const payment = await buyer.api.post('/v1/payments', { orderIds, provider: 'sandbox' }, paymentSchema);
  const { amount } = payment.total;
  expectThat(amount === total.amount, `the payment is of ${yuan(amount)}, not of ${yuan(total.amount)}`);
  await payAtCashier(payment.cashierUrl);
  for (const id of orderIds) {
    await until(
      'a paid order',
      () => buyer.api.get(`/v1/orders/${id}`, stateSchema),
      ({ state }) => state === 'pending_shipment',
    );
  }
  tell(buyer.name, `pays ${yuan(amount)} at the cashier, once; ${orderIds.length} merchants have an order to send`);
}

/** Buys the wishes, of which the last merchant's are picked up at `pickUpPoint`; the first one's price falls meanwhile. */
export async function buyTogether(
  stage: Stage,
  newcomer: Shopper,
  { wishes, pickUpPoint }: { wishes: Wish[]; pickUpPoint: string },
): Promise<{ buyer: Shopper; placed: Placed[] }> {
  const guest = await fillCart(stage, wishes);
  const [first, last] = [wishes[0], wishes.at(-1)];
  expectThat(first !== undefined && last !== undefined, 'nothing is wished');
  await reprice(first.seller, [first.good.productId], -1000);
  stage.teller.tell(first.seller.name, `takes 10 % off ${first.good.title}`);
  const buyer = await becomeSomebody(stage, newcomer, guest, wishes);

  const sellers = [...new Set(wishes.map(({ seller }) => seller))];
  const delivery = { addressId: buyer.addressId, wishes: [{ merchantId: last.seller.merchantId, pickUpPoint }] };
  const total = await preview(stage, buyer, delivery, sellers);
  const orders = await checkOut(stage, buyer, delivery, total);
  await payOnce(
    stage,
    buyer,
    orders.map(({ orderId }) => orderId),
    total,
  );
  stage.teller.proved(
    'what a guest chose is bought from three merchants with one payment, at the price that was shown',
  );
  const placed = sellers.flatMap((seller) => {
    const order = orders.find(({ merchantId }) => merchantId === seller.merchantId);
    return order ? [{ orderId: order.orderId, seller }] : [];
  });
  return { buyer, placed };
}
