import { IDENTITY_TOPIC } from '@social/contracts/events/identity';

/** What identity publishes; it listens to nobody. */
export const TOPICS = [IDENTITY_TOPIC];
