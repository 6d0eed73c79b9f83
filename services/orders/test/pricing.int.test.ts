import type { SetFreightRequest } from '@social/contracts/generated/social/orders/v1/SetFreightRequest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey } from './requests.ts';
import { aWorld, OPERATOR, type Shopper, staffOf, type World } from './world.ts';

let world: World;
let orders: InProcess;
beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

/** A merchant that takes 8.00 for two pieces and 3.00 for each further one; nothing from 100.00 on. */
async function aMerchantWhoSends(rules?: NonNullable<SetFreightRequest['freight']>['rules']) {
  const merchantId = await world.aMerchant();
  const tariff = { first: 2, firstAmount: 800, next: 1, nextAmount: 300, freeFromAmount: 10_000 };
  const freight = {
    merchantId,
    measure: 'FREIGHT_MEASURE_PIECE' as const,
    currency: 'CNY',
    rules: rules ?? [{ regions: [], tariff }],
  };
  await orders.rpc.SetFreight({ freight }, { caller: staffOf(merchantId) });
  return merchantId;
}

const cartOf = ({ addressId }: Shopper, ...lines: [skuId: string, quantity: number][]) => ({
  addressId,
  lines: lines.map(([skuId, quantity]) => ({ skuId, quantity })),
});

describe('a preview', () => {
  it('says what each merchant’s goods and sending cost, and why', async () => {
    const [sends, free] = [await aMerchantWhoSends(), await world.aMerchant()];
    const [tea, cup] = [await world.aSku(sends, 1990, 10), await world.aSku(free, 500, 2)];
    const ann = await world.aShopper();

    const { parcels, total } = await orders.rpc.PreviewOrders(cartOf(ann, [tea, 3], [cup, 5]), ann);

    const [ofTea, ofCup] = [sends, free].map((id) => parcels.find(({ merchantId }) => merchantId === id));
    expect(ofTea).toMatchObject({ goodsAmount: 5970, freightAmount: 1100, totalAmount: 7070 });
    expect(ofTea?.priceSteps).toEqual([{ kind: 'freight', id: sends, amount: 1100, shares: [] }]);
    // More than there is can be looked at; it is refused when it is ordered.
    expect(ofCup).toMatchObject({ goodsAmount: 2500, freightAmount: 0, lines: [{ amount: 2500, stock: 2 }] });
    expect(total).toEqual({ amount: 9570, currency: 'CNY' });
    expect((await orders.rpc.ListOrders({}, ann)).orders).toEqual([]);
    expect(await world.stockOf(tea)).toBe(10);
  });

  it('is what the order then costs; freight is part of what is paid, and explained in the order', async () => {
    const merchantId = await aMerchantWhoSends();
    const sku = await world.aSku(merchantId, 1990, 10);
    const ann = await world.aShopper();
    const cart = cartOf(ann, [sku, 1]);

    const { total } = await orders.rpc.PreviewOrders(cart, ann);
    const placed = await orders.rpc.PlaceOrders({ ...cart, request: aKey(), expectedTotal: total }, ann);

    expect(placed.orders).toMatchObject([{ total: { amount: 2790 }, freightAmount: 800 }]);
    const orderId = placed.orders[0]?.orderId ?? '';
    const shown = await orders.rpc.GetOrder({ orderId }, ann);
    expect(shown.priceSteps).toEqual([{ kind: 'freight', id: merchantId, amount: 800, shares: [] }]);
  });

  it('that is no longer true places nothing and takes nothing, and the key is free for another try', async () => {
    const merchantId = await aMerchantWhoSends();
    const sku = await world.aSku(merchantId, 1990, 10);
    const ann = await world.aShopper();
    const cart = cartOf(ann, [sku, 1]);
    const request = aKey();
    const { total } = await orders.rpc.PreviewOrders(cart, ann);
    const rules = [{ regions: [], tariff: { first: 1, firstAmount: 900, next: 1, nextAmount: 0 } }];
    const dearer = { merchantId, measure: 'FREIGHT_MEASURE_PIECE' as const, currency: 'CNY', rules };
    await orders.rpc.SetFreight({ freight: dearer }, { caller: OPERATOR });

    const stale = { ...cart, request, expectedTotal: total };
    await expect(orders.rpc.PlaceOrders(stale, ann)).rejects.toThrow(code('price-changed'));
    expect((await orders.rpc.ListOrders({}, ann)).orders).toEqual([]);
    expect(await world.stockOf(sku)).toBe(10);

    const otherCurrency = { ...stale, expectedTotal: { amount: 2890, currency: 'USD' } };
    await expect(orders.rpc.PlaceOrders(otherCurrency, ann)).rejects.toThrow(code('price-changed'));
    const fresh = { ...stale, expectedTotal: { amount: 2890, currency: 'CNY' } };
    const placed = await orders.rpc.PlaceOrders(fresh, ann);
    expect(await orders.rpc.PlaceOrders(fresh, ann), 'a repeat, though it costs something else now').toEqual(placed);
  });
});

describe('freight', () => {
  it('is of the nearest region that the merchant names; where it sends nothing, nothing is ordered', async () => {
    const fee = (firstAmount: number) => ({ first: 1, firstAmount, next: 1, nextAmount: 0 });
    const hangzhou = { regions: ['330100'], tariff: fee(100) };
    const near = await aMerchantWhoSends([{ regions: [], tariff: fee(900) }, { regions: ['330000'] }, hangzhou]);
    const never = await aMerchantWhoSends([{ regions: [], tariff: fee(900) }, { regions: ['330106'] }]);
    const [one, other] = [await world.aSku(near, 100, 5), await world.aSku(never, 100, 5)];
    const ann = await world.aShopper();

    expect((await orders.rpc.PreviewOrders(cartOf(ann, [one, 1]), ann)).total?.amount).toBe(200);
    const cart = cartOf(ann, [one, 1], [other, 1]);
    await expect(orders.rpc.PreviewOrders(cart, ann)).rejects.toThrow(code('area-not-served'));
    await expect(orders.rpc.PlaceOrders({ ...cart, request: aKey() }, ann)).rejects.toThrow(code('area-not-served'));
    expect(await world.stockOf(one)).toBe(5);
  });

  it('is said by the merchant’s own staff, and refused where it contradicts itself', async () => {
    const [merchantId, other] = [await world.aMerchant(), await world.aMerchant()];
    const freight = { merchantId, measure: 'FREIGHT_MEASURE_GRAM' as const, currency: 'CNY', rules: [{ regions: [] }] };
    const ann = await world.aShopper();

    await expect(orders.rpc.SetFreight({ freight }, { caller: staffOf(other) })).rejects.toThrow(code('forbidden'));
    await expect(orders.rpc.SetFreight({ freight }, ann)).rejects.toThrow(code('forbidden'));
    const twice = { ...freight, rules: [{ regions: [] }, { regions: [] }] };
    await expect(orders.rpc.SetFreight({ freight: twice }, { caller: OPERATOR })).rejects.toThrow(
      code('freight-invalid'),
    );
    expect(await orders.rpc.GetFreight({ merchantId }, ann)).toMatchObject({ merchantId, rules: [] });
  });

  it('in another currency than the goods is refused', async () => {
    const merchantId = await aMerchantWhoSends();
    const sku = await world.aSku(merchantId, 100, 5);
    const ann = await world.aShopper();
    const rules = [{ regions: [], tariff: { first: 1, firstAmount: 1, next: 1, nextAmount: 0 } }];
    const freight = { merchantId, measure: 'FREIGHT_MEASURE_PIECE' as const, currency: 'USD', rules };
    await orders.rpc.SetFreight({ freight }, { caller: OPERATOR });
    await expect(orders.rpc.PreviewOrders(cartOf(ann, [sku, 1]), ann)).rejects.toThrow(code('currency-mixed'));
  });
});
