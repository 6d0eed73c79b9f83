import type { FileChunk } from '@social/contracts/generated/social/common/v1/FileChunk';
import type { ExportOrdersRequest__Output } from '@social/contracts/generated/social/orders/v1/ExportOrdersRequest';
import type { ServerOptions } from '@social/rpc/server';
import { inChunks, serverStream } from '@social/rpc/server-stream';
import { fromTimestamp } from '@social/rpc/time';
import { type Caller, requireMerchant } from '@social/runtime/caller';
import { lowestIdAt } from '@social/runtime/ids';
import type { Filter } from 'mongodb';
import { type DeliveryDeps, withAddresses } from './delivery.ts';
import { type Order, plus, VISIBLE_STATES } from './domain.ts';
import { headerLine, orderRows } from './export-sheet.ts';
import { stateOf } from './lists.ts';
import type { Store } from './store.ts';
import { addressFor } from './view.ts';

/** Orders that are read together. */
const PAGE = 100;
/** An id may have been minted so long before its order was written, or by a clock that goes so wrong. */
const ID_SLACK_MS = 24 * 60 * 60_000;

type Deps = DeliveryDeps & { store: Store };

/** Which orders are asked for; `before`: their ids are below. */
type Asked = { filter: Filter<Order>; before: string | undefined };

/** A time is looked for by ids, which sort by it, so that a day of many years is not searched for through them all. */
function askedFor({ merchantId, ...request }: ExportOrdersRequest__Output): Asked {
  const [from, to] = [fromTimestamp(request.from), fromTimestamp(request.to)];
  const bounds = [
    ...(from ? [{ created_at: { $gte: from }, _id: { $gte: lowestIdAt('ord', plus(from, -ID_SLACK_MS)) } }] : []),
    ...(to ? [{ created_at: { $lt: to } }] : []),
  ];
  return {
    filter: { merchant_id: merchantId, ...(bounds.length > 0 ? { $and: bounds } : {}) },
    before: to && lowestIdAt('ord', plus(to, ID_SLACK_MS)),
  };
}

/** The file in pieces, newest order first; holds one page of orders. An order that changes meanwhile is in it once. */
async function* exportOrders(deps: Deps, caller: Caller, request: ExportOrdersRequest__Output): AsyncGenerator<string> {
  const { filter, before } = askedFor(request);
  const state = stateOf(request.state);
  const states = state ? [state] : VISIBLE_STATES;
  yield headerLine();
  let page = await deps.store.page(filter, states, before, PAGE);
  while (page.length > 0) {
    const shown = await withAddresses(deps, page);
    yield shown.map((order) => orderRows(order, addressFor(order, caller, deps.cipher))).join('');
    page = await deps.store.page(filter, states, page.at(-1)?._id, PAGE);
  }
}

/** Serves ExportOrders: a merchant's orders as a file in pieces, no faster than they are taken. */
export const exportHandler = (deps: Deps, options: ServerOptions) =>
  serverStream<ExportOrdersRequest__Output, FileChunk>(
    'social.orders.v1.OrdersService/ExportOrders',
    async function* (request, { caller }) {
      requireMerchant(caller, request.merchantId);
      for await (const text of exportOrders(deps, caller, request)) yield* inChunks(text);
    },
    options,
  );
