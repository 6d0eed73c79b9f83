import { services } from '@social/rpc/proto';
import { z } from 'zod';
import { sendLines } from '../lines.ts';
import { type Route, route } from '../route.ts';
import {
  LowStock,
  lowStock,
  PriceChange,
  priceChange,
  RecountLine,
  recountLine,
  recountProblem,
  StockLevel,
  StockMove,
  stockLevel,
  stockMove,
} from '../views/stock.ts';
import { Id, page, pageOf, pageQuery } from '../views/values.ts';
import { merchantIdOf, merchantParams } from './shops.ts';

const tag = 'catalog';
const STAFF = ['merchant-staff', 'operator'] as const;

const skuParams = z.strictObject({ merchant: Id.meta({ description: 'Its id or slug.' }), sku: Id });
export const Reason = z.string().trim().max(200);
const MAX_PIECES = 100_000_000;
const Threshold = z.strictObject({ threshold: z.int().min(0).max(1_000_000).nullable() });
const thresholdOf = ({ threshold }: z.output<typeof Threshold>) => (threshold === null ? {} : { threshold });

/** The stock of a merchant's SKUs: what is there, why, and what it cost when. */
export const stockRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/skus/:sku/stock',
    summary: 'What of a SKU is on hand, reserved and sold',
    tag,
    access: STAFF,
    params: skuParams,
    success: { status: 200, schema: StockLevel },
    errors: ['merchant-not-found', 'sku-not-found'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      return stockLevel(await platform.catalog.GetStock({ merchantId, skuId: context.params.sku }, context.call));
    },
  }),
  route({
    method: 'post',
    path: '/v1/merchants/:merchant/skus/:sku/stock-adjustments',
    summary: 'Add pieces to a SKU’s stock, or take some out, whatever is sold meanwhile',
    tag,
    access: STAFF,
    effect: 'owner-decides',
    changes: () => ['stock'],
    params: skuParams,
    body: z.strictObject({
      by: z
        .int()
        .min(-MAX_PIECES)
        .max(MAX_PIECES)
        .refine((pieces) => pieces !== 0, 'not zero'),
      reason: Reason.min(1),
    }),
    success: { status: 201, schema: StockLevel },
    errors: ['merchant-not-found', 'sku-not-found', 'quantity-invalid', 'out-of-stock'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const { by: pieces, reason } = context.body;
      const adjustment = { merchantId, skuId: context.params.sku, pieces, reason, request: context.key };
      return stockLevel(await platform.catalog.AdjustStock(adjustment, context.call));
    },
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/skus/:sku/stock-history',
    summary: 'Every change of a SKU’s stock, newest first',
    tag,
    access: STAFF,
    params: skuParams,
    query: z.strictObject(pageQuery),
    success: { status: 200, schema: pageOf(StockMove) },
    errors: ['merchant-not-found', 'sku-not-found', 'cursor-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const request = { merchantId, skuId: context.params.sku, ...context.query };
      const { moves, nextCursor } = await platform.catalog.ListStockMoves(request, context.call);
      return page(moves.map(stockMove), nextCursor);
    },
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/skus/:sku/price-history',
    summary: 'Every change of a SKU’s price, newest first',
    tag,
    access: STAFF,
    params: skuParams,
    query: z.strictObject(pageQuery),
    success: { status: 200, schema: pageOf(PriceChange) },
    errors: ['merchant-not-found', 'sku-not-found', 'cursor-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const request = { merchantId, skuId: context.params.sku, ...context.query };
      const { changes, nextCursor } = await platform.catalog.ListPriceChanges(request, context.call);
      return page(changes.map(priceChange), nextCursor);
    },
  }),
  route({
    method: 'get',
    path: '/v1/merchants/:merchant/low-stock',
    summary: 'SKUs whose stock is low, fewest first',
    tag,
    access: STAFF,
    params: merchantParams,
    query: z.strictObject(pageQuery),
    success: { status: 200, schema: pageOf(LowStock) },
    errors: ['merchant-not-found', 'cursor-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const { items, nextCursor } = await platform.catalog.ListLowStock({ merchantId, ...context.query }, context.call);
      return page(items.map(lowStock), nextCursor);
    },
  }),
  route({
    method: 'put',
    path: '/v1/merchants/:merchant/low-stock',
    summary: 'Say at how many pieces a SKU is low that has no threshold of its own; null for never',
    tag,
    access: STAFF,
    params: merchantParams,
    body: Threshold,
    success: { status: 204 },
    errors: ['merchant-not-found', 'quantity-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      await platform.catalog.SetLowStock({ merchantId, ...thresholdOf(context.body) }, context.call);
      return undefined;
    },
  }),
  route({
    method: 'put',
    path: '/v1/merchants/:merchant/skus/:sku/low-stock',
    summary: 'Say at how many pieces a SKU is low; null for its merchant’s default',
    tag,
    access: STAFF,
    params: skuParams,
    body: Threshold,
    success: { status: 204 },
    errors: ['merchant-not-found', 'sku-not-found', 'quantity-invalid'],
    handle: async (context, platform) => {
      const merchantId = await merchantIdOf(context, platform);
      const request = { merchantId, skuId: context.params.sku, ...thresholdOf(context.body) };
      await platform.catalog.SetLowStock(request, context.call);
      return undefined;
    },
  }),
  route({
    method: 'get',
    path: '/v1/stock/recount',
    summary: 'Compare the books of stock with orders and group-buys; answers line by line while it reads',
    tag,
    access: ['operator'],
    answerAs: 'stream',
    success: { status: 200, schema: RecountLine, type: 'application/x-ndjson' },
    errors: [],
    handle: async ({ call, exchange }, { catalog, tokenKey }) => {
      const method = services.catalog().RecountStock;
      const stream = { client: catalog.raw, method, request: {}, call, tokenKey };
      await sendLines(exchange, stream, recountLine, recountProblem);
      return undefined;
    },
  }),
];
