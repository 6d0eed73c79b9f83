import { guestOf, newGuest } from '@social/runtime/guest-token';
import { turnableClock } from '@social/testkit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey } from './requests.ts';
import { aWorld, OPERATOR, type Shopper, type World } from './world.ts';

const DAY = 24 * 3_600_000;

let world: World;
let orders: InProcess;
let merchant: string;
beforeAll(async () => {
  world = await aWorld();
  // By the real time: MongoDB forgets guests' carts by its own clock.
  orders = await ordersInProcess(world, turnableClock(new Date()));
  merchant = await world.aMerchant();
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });
type Who = { caller?: Shopper['caller'] };
const NOBODY: Who = {};
const aGuest = () => newGuest(world.tokenKey).token;
const idOf = (token: string) => guestOf(token, world.tokenKey)?.id ?? '';

const put = (who: Who, skuId: string, quantity = 1, guestToken = '', request = aKey()) =>
  orders.cart.AddLine({ guestToken, skuId, quantity, request }, who);
const read = (who: Who, guestToken = '') => orders.cart.GetCart({ guestToken }, who);
type Shown = Awaited<ReturnType<typeof read>>;
const itemsOf = (cart: Shown) => cart.merchants.flatMap(({ items }) => items);
const quantities = (cart: Shown) => Object.fromEntries(itemsOf(cart).map(({ skuId, quantity }) => [skuId, quantity]));
const aSku = (amount = 1000, stock = 10) => world.aSku(merchant, amount, stock);
const deselect = (ann: Shopper, skuId: string) =>
  orders.cart.ChangeLine({ skuId, selection: 'LINE_SELECTION_NOT_SELECTED' }, ann);

/** Changes what the catalog sells, as the merchant's staff would. */
async function reprice(skuId: string, priceAmount: number): Promise<void> {
  const { skus } = await world.catalog.GetSkus({ skuIds: [skuId] }, { caller: OPERATOR });
  const productId = skus[0]?.productId ?? '';
  const { handle, title, categoryId, version } = await world.catalog.GetProduct({ productId }, { caller: OPERATOR });
  const product = { handle, title, currency: 'CNY', onSale: true, categoryId, skus: [{ skuId, priceAmount }] };
  await world.catalog.UpdateProduct({ productId, version, product }, { caller: OPERATOR });
}

async function takeOffSale(skuId: string): Promise<void> {
  const { skus } = await world.catalog.GetSkus({ skuIds: [skuId] }, { caller: OPERATOR });
  await world.catalog.SetOnSale({ productId: skus[0]?.productId ?? '', onSale: false }, { caller: OPERATOR });
}

describe('a cart', () => {
  it('is empty before anything is put in, and is its owner’s alone', async () => {
    const [ann, bob] = [await world.aShopper(), await world.aShopper()];
    const tea = await aSku();
    expect(await read(ann)).toMatchObject({ merchants: [], lines: 0, selection: { lines: 0, totals: [] } });

    await put(ann, tea, 2);
    expect(quantities(await read(ann))).toEqual({ [tea]: 2 });
    expect(quantities(await read(bob))).toEqual({});
    await expect(orders.cart.RemoveLine({ skuId: tea }, bob)).rejects.toThrow(code('cart-line-not-found'));
    await expect(orders.cart.ChangeLine({ skuId: tea, quantity: 9 }, bob)).rejects.toThrow(code('cart-line-not-found'));
    expect(quantities(await read(ann))).toEqual({ [tea]: 2 });
  });

  it('is nobody’s without a caller or a guest token of ours', async () => {
    await expect(read(NOBODY)).rejects.toThrow(code('unauthenticated'));
    const forged = `${aGuest().slice(0, -4)}AAAA`;
    await expect(read(NOBODY, forged)).rejects.toThrow(code('guest-token-invalid'));
    await expect(put(await world.aShopper(), 'sku_1', 1, forged)).rejects.toThrow(code('guest-token-invalid'));
  });

  it('takes what is on sale, once a request', async () => {
    const ann = await world.aShopper();
    const tea = await aSku();
    await expect(put(ann, 'sku_none')).rejects.toThrow(code('sku-not-found'));
    await expect(put(ann, tea, 0)).rejects.toThrow(code('quantity-invalid'));
    expect(await orders.cartDocuments.countDocuments({ _id: ann.caller.userId })).toBe(0);

    const request = aKey();
    await Promise.all([put(ann, tea, 2, '', request), put(ann, tea, 2, '', request)]);
    await put(ann, tea, 2, '', request);
    expect(quantities(await read(ann))).toEqual({ [tea]: 2 });
    await expect(put(ann, tea, 2, '', { ...request, bodyHash: 'x' })).rejects.toThrow(code('idempotency-key-reused'));

    await takeOffSale(tea);
    expect(quantities(await put(ann, tea, 2, '', request)), 'a repeat, though it is gone').toEqual({ [tea]: 2 });
  });

  it('is changed by many devices at once, and no change is lost', async () => {
    const ann = await world.aShopper();
    const skus = await Promise.all(Array.from({ length: 4 }, () => aSku()));
    await Promise.all(Array.from({ length: 40 }, (_, index) => put(ann, skus[index % 4] ?? '')));
    expect(Object.values(quantities(await read(ann)))).toEqual([10, 10, 10, 10]);
  });

  it('tells what is no longer as it was when it was put in', async () => {
    const ann = await world.aShopper();
    const [dearer, cheaper, fewer, soldOut, gone] = await Promise.all([
      ...[aSku(1000), aSku(1000), aSku(1000, 5), aSku(1000, 1), aSku(700)],
    ]);
    for (const sku of [dearer, cheaper, fewer, soldOut, gone]) await put(ann, sku ?? '', 3);
    await Promise.all([reprice(dearer ?? '', 1200), reprice(cheaper ?? '', 900), takeOffSale(gone ?? '')]);
    await world.catalog.SetStock({ skuId: fewer, stock: 2, request: aKey() }, { caller: OPERATOR });
    await world.catalog.SetStock({ skuId: soldOut, stock: 0, request: aKey() }, { caller: OPERATOR });

    const cart = await read(ann);
    const told = Object.fromEntries(itemsOf(cart).map(({ skuId, notes }) => [skuId, notes]));
    expect(told).toEqual({
      [dearer ?? '']: ['CART_NOTE_PRICE_UP'],
      [cheaper ?? '']: ['CART_NOTE_PRICE_DOWN'],
      [fewer ?? '']: ['CART_NOTE_FEWER_LEFT'],
      [soldOut ?? '']: ['CART_NOTE_SOLD_OUT'],
      [gone ?? '']: ['CART_NOTE_GONE'],
    });
    expect(itemsOf(cart).find(({ skuId }) => skuId === dearer)).toMatchObject({
      ...{ unitPrice: { amount: 1200 }, unitPriceWhenAdded: { amount: 1000 } },
    });
    expect(cart.selection).toMatchObject({
      lines: 5,
      pieces: 15,
      totals: [{ amount: 3 * (1200 + 900 + 1000 + 1000) }],
    });

    const all = { selection: 'LINE_SELECTION_SELECTED', request: aKey() } as const;
    const buyable = itemsOf(await orders.cart.SelectLines(all, ann)).filter(({ selected }) => selected);
    expect(new Set(buyable.map(({ skuId }) => skuId))).toEqual(new Set([dearer, cheaper, fewer]));
  });

  it('is selected merchant by merchant, and cleared', async () => {
    const ann = await world.aShopper();
    const other = await world.aMerchant();
    const [tea, cup] = [await aSku(), await world.aSku(other, 500, 10)];
    await put(ann, tea);
    orders.clock.turn(1000);
    await put(ann, cup, 2);

    const none = await orders.cart.SelectLines({ selection: 'LINE_SELECTION_NOT_SELECTED', request: aKey() }, ann);
    expect(none.selection?.lines).toBe(0);
    const ofOther = { selection: 'LINE_SELECTION_SELECTED', merchantId: other, request: aKey() } as const;
    const one = await orders.cart.SelectLines(ofOther, ann);
    expect(one.selection).toMatchObject({ lines: 1, pieces: 2, totals: [{ amount: 1000, currency: 'CNY' }] });
    expect(one.merchants.map(({ merchantId }) => merchantId)).toEqual([other, merchant]);
    expect((await orders.cart.ClearCart({}, ann)).lines).toBe(0);
  });
});

describe('a guest’s cart', () => {
  it('moves to the person’s with whatever they ask for first, and is empty then; again changes nothing', async () => {
    const ann = await world.aShopper();
    const [tea, cup, pot] = [await aSku(), await aSku(), await aSku()];
    const guest = aGuest();
    await put(ann, tea, 2);
    await put(NOBODY, tea, 3, guest);
    await put(NOBODY, cup, 1, guest);

    const moved = await put(ann, pot, 1, guest);
    expect(quantities(moved)).toEqual({ [tea]: 3, [cup]: 1, [pot]: 1 });
    expect(quantities(await read(NOBODY, guest))).toEqual({});

    await orders.cart.RemoveLine({ skuId: cup, guestToken: guest }, ann);
    expect(quantities(await read(ann, guest))).toEqual({ [tea]: 3, [pot]: 1 });
    // Logged out again, the same device shops as the same guest.
    await put(NOBODY, cup, 4, guest);
    expect(quantities(await read(ann))).toEqual({ [tea]: 3, [pot]: 1 });
    expect(quantities(await read(ann, guest))).toEqual({ [tea]: 3, [pot]: 1, [cup]: 4 });
  });

  it('moves once, whole, to whoever of two is first, however many ask at once', async () => {
    const [ann, bob] = [await world.aShopper(), await world.aShopper()];
    const skus = await Promise.all([aSku(), aSku()]);
    const guest = aGuest();
    for (const sku of skus) await put(NOBODY, sku, 2, guest);

    await Promise.all([ann, bob, ann, bob, ann, bob].map((who) => read(who, guest)));
    const carts = [await read(ann), await read(bob)].map(quantities);
    const whole = Object.fromEntries(skus.map((sku) => [sku, 2]));
    expect(carts).toContainEqual(whole);
    expect(carts).toContainEqual({});
  });

  it('is forgotten 30 days after its last change; a user’s is not', async () => {
    const ann = await world.aShopper();
    const tea = await aSku();
    const guest = aGuest();
    await put(ann, tea);
    await put(NOBODY, tea, 1, guest);
    orders.clock.turn(29 * DAY);
    await put(NOBODY, tea, 1, guest);
    orders.clock.turn(29 * DAY);
    expect(quantities(await read(NOBODY, guest))).toEqual({ [tea]: 2 });
    orders.clock.turn(DAY);
    expect(quantities(await read(NOBODY, guest))).toEqual({});
    expect(quantities(await put(NOBODY, tea, 5, guest))).toEqual({ [tea]: 5 });

    expect(quantities(await read(ann))).toEqual({ [tea]: 1 });
    expect(await orders.cartDocuments.findOne({ _id: ann.caller.userId })).not.toHaveProperty('expires_at');
    const indexes = await orders.cartDocuments.indexes();
    expect(indexes.find(({ name }) => name === 'expires')).toMatchObject({ expireAfterSeconds: 0 });
    const stored = await orders.cartDocuments.findOne({ _id: idOf(guest) });
    expect(stored?.expires_at).toEqual(new Date(orders.clock.now().getTime() + 30 * DAY));
  });

  it('that MongoDB forgot is a new one for whoever remembers the old', async () => {
    const tea = await aSku();
    const guest = aGuest();
    await put(NOBODY, tea, 2, guest);
    await orders.cartDocuments.deleteOne({ _id: idOf(guest) });
    orders.clock.turn(30 * DAY);
    expect(quantities(await put(NOBODY, tea, 1, guest))).toEqual({ [tea]: 1 });
  });

  it('tells which lines found no room', async () => {
    const ann = await world.aShopper();
    const guest = aGuest();
    const tea = await aSku();
    await put(ann, tea);
    const own = await orders.cartDocuments.findOne({ _id: ann.caller.userId });
    const [line] = own?.lines ?? [];
    if (!line) throw new Error('no line');
    const lines = Array.from({ length: 100 }, (_, index) => ({ ...line, sku_id: `sku_${index}` }));
    await orders.cartDocuments.updateOne({ _id: ann.caller.userId }, { $set: { lines }, $inc: { version: 1 } });
    await put(NOBODY, tea, 7, guest);

    await expect(put(ann, tea)).rejects.toThrow(code('cart-full'));
    const merged = await read(ann, guest);
    expect(merged).toMatchObject({ lines: 100, leftOut: [{ skuId: tea, quantity: 7 }] });
    expect((await read(ann, guest)).leftOut).toEqual(merged.leftOut);
  });
});

describe('checking a cart out', () => {
  const checkOut = (ann: Shopper, more: object = {}) =>
    orders.cart.CheckOut({ addressId: ann.addressId, request: aKey(), ...more }, ann);

  it('places the selected lines of two merchants, and leaves the rest', async () => {
    const ann = await world.aShopper();
    const [tea, pot] = [await aSku(1990), await aSku(5000)];
    const cup = await world.aSku(await world.aMerchant(), 500, 10);
    await put(ann, tea, 2);
    await put(ann, cup, 3);
    await put(ann, pot, 1);
    await deselect(ann, pot);

    const { total } = await orders.cart.PreviewCart({ addressId: ann.addressId }, ann);
    expect(total).toEqual({ amount: 2 * 1990 + 3 * 500, currency: 'CNY' });
    const request = aKey();
    const asked = { request, expectedTotal: total, wishes: [{ merchantId: merchant, remark: '轻放' }] };
    const placed = await checkOut(ann, asked);
    expect(placed.orders.map(({ remark }) => remark).sort()).toEqual(['', '轻放']);
    expect(quantities(await read(ann))).toEqual({ [pot]: 1 });
    expect(await checkOut(ann, asked), 'a repeat').toEqual(placed);
    expect((await orders.rpc.ListOrders({}, ann)).orders).toHaveLength(2);
    await expect(checkOut(ann)).rejects.toThrow(code('selection-invalid'));
  });

  it('that is refused places nothing, takes nothing, and leaves the cart free for another', async () => {
    const ann = await world.aShopper();
    const tea = await aSku(1000, 2);
    await put(ann, tea, 3);
    const shown = { amount: 1, currency: 'CNY' };
    await expect(checkOut(ann, { expectedTotal: shown })).rejects.toThrow(code('price-changed'));
    await expect(checkOut(ann)).rejects.toThrow(code('out-of-stock'));
    await expect(checkOut(ann, { addressId: 'adr_none' })).rejects.toThrow(code('address-not-found'));
    expect(quantities(await read(ann))).toEqual({ [tea]: 3 });
    expect(await world.stockOf(tea)).toBe(2);

    await orders.cart.ChangeLine({ skuId: tea, quantity: 2 }, ann);
    expect((await checkOut(ann)).orders).toHaveLength(1);
    expect(quantities(await read(ann))).toEqual({});
  });

  it('at two devices at once buys once; the other is told', async () => {
    const ann = await world.aShopper();
    const tea = await aSku(1000, 10);
    await put(ann, tea, 3);
    const tries = await Promise.allSettled([checkOut(ann), checkOut(ann), checkOut(ann)]);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toHaveLength(2);
    for (const one of refused) expect(['checkout-in-progress', 'selection-invalid']).toContain(one);
    expect(await world.stockOf(tea)).toBe(7);
    expect(quantities(await read(ann))).toEqual({});
  });

  it('with one key many times at once buys once, and all who are answered hear the same', async () => {
    const ann = await world.aShopper();
    const tea = await aSku(1000, 10);
    await put(ann, tea, 3);
    const request = aKey();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => checkOut(ann, { request })));
    const answers = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(answer.orders[0]?.orderId).toBe(answers[0]?.orders[0]?.orderId);
    expect(await world.stockOf(tea)).toBe(7);
    expect(quantities(await read(ann))).toEqual({});
  });

  it('is for nobody who is not logged in', async () => {
    const guest = aGuest();
    await put(NOBODY, await aSku(), 1, guest);
    const asked = { guestToken: guest, addressId: 'adr_1', request: aKey() };
    await expect(orders.cart.CheckOut(asked, NOBODY)).rejects.toThrow(code('unauthenticated'));
    await expect(orders.cart.PreviewCart(asked, NOBODY)).rejects.toThrow(code('unauthenticated'));
  });

  it('brings what its buyer put in as a guest a moment ago', async () => {
    const ann = await world.aShopper();
    const tea = await aSku();
    const guest = aGuest();
    await put(NOBODY, tea, 2, guest);
    const placed = await checkOut(ann, { guestToken: guest });
    expect(placed.orders[0]?.lines).toMatchObject([{ skuId: tea, quantity: 2 }]);
    expect(quantities(await read(ann, guest))).toEqual({});
  });
});
