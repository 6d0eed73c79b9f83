import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { PAYMENTS_TOPIC } from '@social/contracts/events/payments';

/** What payments publishes, and what it listens to. */
export const TOPICS = [PAYMENTS_TOPIC];
export const HEARD = [ORDERS_TOPIC];
