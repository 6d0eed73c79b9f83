import type { Order, OrderState } from '../domain.ts';

/** States in which nothing is left to happen to an order. */
export const OVER: readonly OrderState[] = ['completed', 'cancelled', 'closed', 'abandoned'];

/** When something last happened to an order. */
export const endedAt = ({ history, created_at }: Pick<Order, 'history' | 'created_at'>): Date =>
  history.at(-1)?.at ?? created_at;

/** Whether an order still owes something to anybody: a fact, its stock, a question to a carrier, money on its way back. */
const owes = (order: Order): boolean =>
  (order.outbox ?? []).length > 0 ||
  order.due_at !== undefined ||
  order.stock_to_return !== undefined ||
  order.refunds.some(({ refunded_at }) => refunded_at === undefined) ||
  (order.parcels ?? []).some(({ ask_at }) => ask_at !== undefined);

/** Whether an order may leave the database: it is over, was so before that time, and owes nothing. */
export const isArchivable = (order: Order, before: Date): boolean =>
  OVER.includes(order.state) && endedAt(order) < before && !owes(order);

/**
 * What is left here of an order in the archive: whose it was, and what became of its stock. No name, no address, no
 * title, no amount.
 */
export type Archived = Pick<
  Order,
  '_id' | 'buyer_id' | 'merchant_id' | 'state' | 'version' | 'paid_at' | 'pay_by' | 'hidden'
> & {
  /** Of a plain order; a seat's stock is its activity's. */
  lines?: Pick<Order['lines'][number], 'sku_id' | 'quantity'>[];
  /** The object in the archive that holds it. */
  file: string;
  archived_at: Date;
};

export function archivedAs(order: Order, file: string, now: Date): Archived {
  const { _id, buyer_id, merchant_id, state, version, paid_at, pay_by, hidden, group } = order;
  const lines = order.lines.map(({ sku_id, quantity }) => ({ sku_id, quantity }));
  return {
    ...{ _id, buyer_id, merchant_id, state, version, paid_at, pay_by, hidden },
    ...(group ? {} : { lines }),
    ...{ file, archived_at: now },
  };
}
