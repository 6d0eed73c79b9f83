import type { SkuOffer } from '../checkout.ts';
import { NOON } from '../fixtures.ts';
import { add, type Cart, type CartItem } from './cart.ts';

export const anOffer = (skuId = 'sku_1', change: Partial<SkuOffer> = {}): SkuOffer => ({
  skuId,
  productId: `prd_${skuId}`,
  merchantId: 'mer_1',
  title: '龙井',
  optionValues: ['250g'],
  picture: '',
  amount: 1990,
  currency: 'CNY',
  grams: 250,
  stock: 10,
  ...change,
});

export const anEmptyCart = (id = 'usr_ann'): Cart => ({ _id: id, lines: [], requests: [], version: 1 });

/** With so many pieces of each SKU, all selected. */
export const aCart = (...lines: [skuId: string, quantity: number][]): Cart =>
  lines.reduce((cart, [skuId, quantity]) => add(cart, anOffer(skuId), quantity, NOON), anEmptyCart());

export const quantities = ({ lines }: { lines: CartItem[] }): Record<string, number> =>
  Object.fromEntries(lines.map(({ sku_id, quantity }) => [sku_id, quantity]));
