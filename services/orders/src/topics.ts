import { GROUP_TOPIC, PLACEMENT_TOPIC } from '@social/contracts/events/group-buy';
import { ORDERS_TOPIC } from '@social/contracts/events/orders';
import { PAYMENTS_TOPIC } from '@social/contracts/events/payments';

/** What orders publishes, and what it listens to. */
export const TOPICS = [ORDERS_TOPIC];
export const HEARD = [PAYMENTS_TOPIC, GROUP_TOPIC, PLACEMENT_TOPIC];
