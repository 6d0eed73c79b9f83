import { ACTIVITY_TOPIC, GROUP_TOPIC, PLACEMENT_TOPIC } from '@social/contracts/events/group-buy';
import { ORDERS_TOPIC } from '@social/contracts/events/orders';

/** What group-buy publishes, and what it listens to. */
export const TOPICS = [GROUP_TOPIC, ACTIVITY_TOPIC, PLACEMENT_TOPIC];
export const HEARD = [ORDERS_TOPIC];
