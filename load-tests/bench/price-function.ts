import type { FreightTemplate } from '@social/orders/freight';
import { type Cart, price } from '@social/orders/price';
import type { Bench } from './bench.ts';
import { ROUNDS } from './rounds.ts';
import type { Rounds } from './row.ts';

const LINES = 50;
const DISCOUNTS = 10;
const TIMES = 2000;
const ALLOWED_MS = 0.2;

/** A cart of three merchants with everything that can come off, and freight. */
function aLargeCart(): Cart {
  const merchantOf = (index: number) => `mer_${index % 3}`;
  const tariff = { first: 1000, first_amount: 800, next: 500, next_amount: 300 };
  const template: FreightTemplate = { measure: 'gram', currency: 'CNY', rules: [{ regions: [], tariff }] };
  return {
    lines: Array.from({ length: LINES }, (_, index) => ({
      id: `sku_${index}`,
      merchantId: merchantOf(index),
      quantity: 1 + (index % 7),
      grams: 250,
      unitAmount: 1990 + 137 * index,
      ...(index % 4 === 0 ? { special: { kind: 'member', unitAmount: 1900 + 130 * index } } : {}),
    })),
    discounts: Array.from({ length: DISCOUNTS }, (_, index) => ({
      id: `dis_${index}`,
      kind: index < 5 ? 'shop' : 'order',
      ...(index < 5 ? { merchantId: merchantOf(index) } : {}),
      threshold: 1000 * index,
      off: index % 2 === 0 ? { perMille: 30 + index } : { amount: 500 + 11 * index },
    })),
    points: { wanted: 1200, amount: 1, mostPerMille: 300 },
    delivery: {
      districtCode: '330106',
      templates: new Map([0, 1, 2].map((index) => [merchantOf(index), template])),
    },
  };
}

/** CPU time of pricing one large cart, in this process. */
export const priceFunction: Bench = {
  claims: [{ name: 'price-function', unit: 'ms CPU', bar: 1, holds: 'at-most' }],
  measure: async (stage) => {
    const cart = aLargeCart();
    const rounds: Rounds = { ours: [], limit: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const before = process.cpuUsage();
      for (let time = 0; time < TIMES; time++) price(cart);
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000 / TIMES;
      stage.steps.say(`    ${ms.toFixed(3)} ms a cart`);
      // The first round warms up and counts for nothing.
      if (round === 0) continue;
      rounds.ours.push({ value: ms });
      rounds.limit.push({ value: ALLOWED_MS });
    }
    return [rounds];
  },
};
