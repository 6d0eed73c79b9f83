import { CATALOG_TOPIC, STOCK_TOPIC } from '@social/contracts/events/catalog';
import { ORDERS_TOPIC } from '@social/contracts/events/orders';

/** What the catalog publishes, and what it listens to. */
export const TOPICS = [CATALOG_TOPIC, STOCK_TOPIC];
export const HEARD = [ORDERS_TOPIC];
