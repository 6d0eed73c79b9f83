import type { Freight__Output } from '@social/contracts/generated/social/orders/v1/Freight';
import type {
  FreightMeasure,
  FreightMeasure__Output,
} from '@social/contracts/generated/social/orders/v1/FreightMeasure';
import type { PreviewOrdersResponse__Output } from '@social/contracts/generated/social/orders/v1/PreviewOrdersResponse';
import { z } from 'zod';
import { OrderLine, orderLine, PriceStep, priceStep } from './orders.ts';
import { Amount, Money, money } from './values.ts';

export const Preview = z
  .strictObject({
    parcels: z.array(
      z.strictObject({
        merchantId: z.string(),
        lines: z.array(
          OrderLine.extend({
            amount: Money.meta({ description: 'For all pieces, after every reduction.' }),
            stock: z.int().meta({ description: 'Pieces that are left now.' }),
          }),
        ),
        goods: Money,
        freight: Money,
        total: Money,
        priceSteps: z.array(PriceStep),
      }),
    ),
    total: Money,
  })
  .meta({ id: 'Preview' });

export function preview(from: PreviewOrdersResponse__Output): z.output<typeof Preview> {
  const total = money(from.total);
  const of = (amount: number) => ({ amount, currency: total.currency });
  return {
    parcels: from.parcels.map((parcel) => ({
      merchantId: parcel.merchantId,
      lines: parcel.lines.flatMap(({ line, amount, stock }) =>
        line ? [{ ...orderLine(line, total.currency), amount: of(amount), stock }] : [],
      ),
      goods: of(parcel.goodsAmount),
      freight: of(parcel.freightAmount),
      total: of(parcel.totalAmount),
      priceSteps: parcel.priceSteps.map((step) => priceStep(step, total.currency)),
    })),
    total,
  };
}

const MEASURES = {
  piece: 'FREIGHT_MEASURE_PIECE',
  gram: 'FREIGHT_MEASURE_GRAM',
  amount: 'FREIGHT_MEASURE_AMOUNT',
} as const;
const Measure = z.enum(['piece', 'gram', 'amount']);

const Tariff = z.strictObject({
  first: z.int().min(0).max(1_000_000_000).meta({ description: 'Pieces, grams or minor units.' }),
  firstAmount: Amount,
  next: z.int().min(1).max(1_000_000_000),
  nextAmount: Amount,
  freeFromAmount: Amount.optional().meta({ description: 'Goods of so much and more are sent for nothing.' }),
});
const Rule = z.strictObject({
  regions: z
    .array(z.string().regex(/^\d{6}$/, 'not a code of GB/T 2260'))
    .max(500)
    .meta({ description: 'Provinces, cities, districts; the nearest counts. None: everywhere else.' }),
  tariff: Tariff.optional().meta({ description: 'Absent: nothing is sent there.' }),
});
export const FreightInput = z.strictObject({
  measure: Measure,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
  rules: z.array(Rule).min(1).max(100),
});
export const Freight = z
  .strictObject({
    merchantId: z.string(),
    measure: Measure.optional(),
    currency: z.string().optional(),
    rules: z.array(Rule).meta({ description: 'None: everything is sent for nothing.' }),
  })
  .meta({ id: 'Freight' });

export const freightMeasure = (name: z.output<typeof Measure>): FreightMeasure => MEASURES[name];

const measureOf = (from: FreightMeasure__Output) => Measure.options.find((name) => MEASURES[name] === from);

export const freight = ({ merchantId, measure, currency, rules }: Freight__Output): z.output<typeof Freight> => ({
  merchantId,
  measure: measureOf(measure),
  currency: currency || undefined,
  rules: rules.map(({ regions, tariff }) => ({
    regions,
    tariff: tariff ? { ...tariff, freeFromAmount: tariff.freeFromAmount || undefined } : undefined,
  })),
});
