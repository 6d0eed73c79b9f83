import { OrderPaid } from '@social/contracts/events/orders';
import { type Handler, on } from '@social/messaging/consumer';
import { salesOf, type salesStore } from './sales-store.ts';

type Deps = { sales: ReturnType<typeof salesStore> };

/** What the catalog learns from others: that pieces of a product were paid for. */
export const catalogConsumers = ({ sales }: Deps): Handler[] => [
  on(OrderPaid, ({ orderId, lines }) => sales.count(salesOf(orderId, lines))),
];
