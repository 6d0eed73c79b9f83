import type { LowStock__Output } from '@social/contracts/generated/social/catalog/v1/LowStock';
import type { PriceChange__Output } from '@social/contracts/generated/social/catalog/v1/PriceChange';
import type { RecountStockResponse__Output } from '@social/contracts/generated/social/catalog/v1/RecountStockResponse';
import type { StockLevel__Output } from '@social/contracts/generated/social/catalog/v1/StockLevel';
import type { StockMove__Output } from '@social/contracts/generated/social/catalog/v1/StockMove';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { Instant, instant, Money, optional } from './values.ts';

export const StockLevel = z
  .strictObject({
    skuId: z.string(),
    onHand: z.int().meta({ description: 'Available and reserved together.' }),
    available: z.int().meta({ description: 'What nobody has taken.' }),
    reserved: z.int().meta({ description: 'Taken by unpaid orders and running activities.' }),
    sold: z.int(),
  })
  .meta({ id: 'StockLevel' });

export const stockLevel = ({ skuId, available, reserved, sold }: StockLevel__Output): z.output<typeof StockLevel> => ({
  ...{ skuId, onHand: available + reserved, available, reserved, sold },
});

const KINDS = ['opening', 'set', 'adjust', 'take', 'back', 'sold'] as const;

export const StockMove = z
  .strictObject({
    kind: z.enum(KINDS),
    available: z.int().meta({ description: 'How many more, or fewer, nobody had.' }),
    reserved: z.int().meta({ description: 'How many more, or fewer, were reserved.' }),
    sold: z.int().meta({ description: 'How many were sold.' }),
    availableAfter: z.int().optional(),
    holder: z.string().optional().meta({ description: 'The order or activity that took, gave back or sold.' }),
    by: z.string().optional().meta({ description: 'Who counted.' }),
    reason: z.string().optional(),
    at: Instant,
  })
  .meta({ id: 'StockMove' });

/** A kind that the API does not know is told as a setting. */
const kindOf = (kind: string) => KINDS.find((known) => known === kind) ?? 'set';

export const stockMove = (from: StockMove__Output): z.output<typeof StockMove> => ({
  kind: kindOf(from.kind),
  available: from.available,
  reserved: from.reserved,
  sold: from.sold,
  // Zero is told, absence is not.
  availableAfter: '_availableAfter' in from ? from.availableAfter : undefined,
  holder: optional(from.holderId),
  by: optional(from.by),
  reason: optional(from.reason),
  at: instant(from.at),
});

const Price = z.strictObject({ price: Money, compareAtPrice: Money.optional() });

export const PriceChange = z
  .strictObject({ before: Price, after: Price, by: z.string(), at: Instant, version: z.int() })
  .meta({ id: 'PriceChange' });

const priceOf = (amount: number, compareAt: number, currency: string): z.output<typeof Price> => ({
  price: { amount, currency },
  compareAtPrice: compareAt > 0 ? { amount: compareAt, currency } : undefined,
});

export const priceChange = (from: PriceChange__Output): z.output<typeof PriceChange> => ({
  before: priceOf(from.beforeAmount, from.beforeCompareAtAmount, from.currency),
  after: priceOf(from.afterAmount, from.afterCompareAtAmount, from.currency),
  by: from.by,
  at: instant(from.at),
  version: from.version,
});

const Difference = z.strictObject({
  kind: z.string().meta({
    description:
      'counter, numbering or below-zero (of a SKU); rows, no-holder, no-owner, no-reservation, fate or lines (of an order or activity).',
  }),
  skuId: z.string().optional(),
  holder: z.string().optional().meta({ description: 'The order or activity that it is about.' }),
  sides: z.array(z.strictObject({ name: z.string(), says: z.string() })),
});

export const RecountLine = z
  .strictObject({
    skus: z.int(),
    holders: z.int(),
    differences: z.array(Difference),
    done: z.boolean(),
    problem: Problem.optional().meta({ description: 'Why it ended early; on the last line only.' }),
  })
  .meta({ id: 'RecountLine', description: 'One line of newline-delimited JSON; the last one is `done`.' });
type RecountLine = z.output<typeof RecountLine>;

export const recountLine = ({ skus, holders, differences, done }: RecountStockResponse__Output): RecountLine => ({
  ...{ skus, holders, done },
  differences: differences.map(({ kind, skuId, holderId, sides }) => ({
    ...{ kind, skuId: optional(skuId), holder: optional(holderId) },
    sides: sides.map(({ name, says }) => ({ name, says })),
  })),
});

/** The last line of a recount that broke off. */
export const recountProblem = (problem: z.output<typeof Problem>): RecountLine => ({
  ...{ skus: 0, holders: 0, differences: [], done: true, problem },
});

export const LowStock = z
  .strictObject({
    skuId: z.string(),
    productId: z.string(),
    title: z.string(),
    optionValues: z.array(z.string()),
    available: z.int(),
    threshold: z.int(),
  })
  .meta({ id: 'LowStock' });

export const lowStock = (from: LowStock__Output): z.output<typeof LowStock> => ({ ...from });
