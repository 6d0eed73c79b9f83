import { OrderPaid } from '@social/contracts/events/orders';
import { type Handler, on } from '@social/messaging/consumer';
import { salesOf, type salesStore } from './sales-store.ts';
import type { StockStore } from './stock-store.ts';

type Deps = { sales: ReturnType<typeof salesStore>; stock: StockStore };

/**
 * What the catalog learns from others: that pieces of a product were paid for. What a plain order reserved is sold then;
 * a seat has nothing reserved, its activity has.
 */
export const catalogConsumers = ({ sales, stock }: Deps): Handler[] => [
  on(OrderPaid, async ({ orderId, lines, group }) => {
    await Promise.all([sales.count(salesOf(orderId, lines)), group ? undefined : stock.commit(orderId, [])]);
  }),
];
