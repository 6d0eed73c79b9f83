import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey } from './requests.ts';
import { aWorld, OPERATOR, staffOf, type World } from './world.ts';

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

const operator = { caller: OPERATOR };
const TOLD = {
  title: '明前龙井',
  pictures: ['/tea.jpg'],
  options: [{ name: '规格', values: ['250g'] }],
  currency: 'CNY',
};
/** Long enough that no random id has it within. */
const COST = 8_675_309;
const A_SKU = { optionValues: ['250g'], priceAmount: 1990, costAmount: COST, pictures: ['/tin.jpg'] };

/** An order of two pieces of a product that has a picture of its SKU, and whose cost is its merchant's alone to know. */
async function ordered() {
  const merchantId = await world.aMerchant();
  const handle = `p-${merchantId}`;
  const product = { ...TOLD, handle, onSale: true, skus: [{ ...A_SKU, stock: 10 }] };
  const made = await world.catalog.CreateProduct({ merchantId, product }, operator);
  const skuId = made.skus[0]?.skuId ?? '';
  const ann = await world.aShopper();
  const cart = { lines: [{ skuId, quantity: 2 }], addressId: ann.addressId, request: aKey() };
  const placed = await orders.rpc.PlaceOrders(cart, ann);
  const orderId = placed.orders[0]?.orderId ?? '';
  const read = async () => {
    const [mine, theirs] = await Promise.all([
      orders.rpc.GetOrder({ orderId }, ann),
      orders.rpc.GetOrder({ orderId }, { caller: staffOf(merchantId) }),
    ]);
    return { mine, theirs };
  };
  return { merchantId, handle, made, skuId, ann, orderId, read };
}

describe('an order', () => {
  it('tells what was bought as it was bought, whatever becomes of the product', async () => {
    const { catalog } = world;
    const { made, handle, skuId, read } = await ordered();
    const { productId, version } = made;
    const before = await read();
    expect(before.mine.lines).toMatchObject([
      {
        skuId,
        productId,
        title: '明前龙井',
        optionValues: ['250g'],
        picture: '/tin.jpg',
        quantity: 2,
        unitAmount: 1990,
      },
    ]);
    expect(JSON.stringify(before)).not.toContain(`${COST}`);

    const skus = [{ skuId, optionValues: ['半斤'], priceAmount: 5, pictures: ['/other.jpg'] }];
    const said = { handle, title: '别的茶', options: [{ name: '规格', values: ['半斤'] }], skus };
    await catalog.UpdateProduct({ productId, version, product: said }, operator);
    expect(await read()).toEqual(before);
    await catalog.TakeDownProduct({ productId, reason: '假货' }, operator);
    expect(await read()).toEqual(before);
    await catalog.DeleteProduct({ productId }, operator);
    expect(await read()).toEqual(before);
  });

  it('of a product that is gone can still be cancelled, and another product may take its handle', async () => {
    const { catalog } = world;
    const { made, merchantId, handle, ann, orderId } = await ordered();
    await catalog.DeleteProduct({ productId: made.productId }, operator);
    const product = { ...TOLD, handle, onSale: true, skus: [A_SKU] };
    const next = await catalog.CreateProduct({ merchantId, product }, operator);

    expect(next.productId).not.toBe(made.productId);
    await orders.rpc.CancelOrder({ orderId, request: aKey() }, ann);
    expect(await orders.rpc.GetOrder({ orderId }, ann)).toMatchObject({
      state: 'ORDER_STATE_CANCELLED',
      lines: [{ productId: made.productId, title: '明前龙井' }],
    });
  });

  it('leads its merchant’s staff to the product, also when that was deleted', async () => {
    const { catalog } = world;
    const { made, merchantId, ann } = await ordered();
    const { productId } = made;
    await catalog.DeleteProduct({ productId }, operator);
    const gone = expect.objectContaining({ code: 'product-not-found' });

    const told = { productId, title: '明前龙井', deleted: true, visible: false };
    expect(await catalog.GetProduct({ productId }, { caller: staffOf(merchantId) })).toMatchObject(told);
    for (const caller of [ann.caller, staffOf('mer_other')]) {
      await expect(catalog.GetProduct({ productId }, { caller })).rejects.toThrow(gone);
    }
    const staff = { caller: staffOf(merchantId) };
    await expect(catalog.SetOnSale({ productId, onSale: true }, staff)).rejects.toThrow(gone);
    const { products } = await catalog.ListProducts({ merchantId, includeOffSale: true }, staff);
    expect(products).toEqual([]);
  });
});

describe('what is reviewed', () => {
  it('is ordered once it is approved, in the words that were, at the price of today', async () => {
    const { catalog } = world;
    const slug = `m-${aKey().id.slice(-8)}`;
    const { merchantId } = await catalog.CreateMerchant({ slug, name: slug }, operator);
    const staff = { caller: staffOf(merchantId) };
    const product = { ...TOLD, handle: 'tea', onSale: true, skus: [{ ...A_SKU, stock: 10 }] };
    const { productId, version, skus } = await catalog.CreateProduct({ merchantId, product }, staff);
    const skuId = skus[0]?.skuId ?? '';
    const ann = await world.aShopper();
    const order = () => {
      const lines = [{ skuId, quantity: 1 }];
      return orders.rpc.PlaceOrders({ lines, addressId: ann.addressId, request: aKey() }, ann);
    };
    await expect(order()).rejects.toThrow(expect.objectContaining({ code: 'sku-not-found' }));

    const approved = await catalog.ApproveProduct({ productId, version }, operator);
    const said = { ...product, title: '特级龙井', skus: [{ ...A_SKU, skuId, priceAmount: 1500 }] };
    await catalog.UpdateProduct({ productId, version: approved.version, product: said }, staff);
    const placed = await order();
    expect(placed.orders[0]?.lines).toMatchObject([{ title: '明前龙井', unitAmount: 1500 }]);

    await catalog.TakeDownProduct({ productId, reason: '假货' }, operator);
    await expect(order()).rejects.toThrow(expect.objectContaining({ code: 'sku-not-found' }));
  });
});
