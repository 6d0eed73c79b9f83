import { CATALOG_TOPIC } from '@social/contracts/events/catalog';
import { ACTIVITY_TOPIC, GROUP_TOPIC } from '@social/contracts/events/group-buy';

/** What the gateway listens to; it publishes nothing. */
export const HEARD = [CATALOG_TOPIC, ACTIVITY_TOPIC, GROUP_TOPIC];
