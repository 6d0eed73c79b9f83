/** Makes what is missing of payments' indexes and topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { preparationConfig, prepareTopics } from '@social/messaging/prepare';
import { readConfig } from '@social/runtime/config';
import { prepareDocuments } from '@social/runtime/prepare';
import { ensureIndexes } from './store.ts';
import { HEARD, TOPICS } from './topics.ts';

const config = readConfig(preparationConfig);
await prepareDocuments(config, 'payments', ensureIndexes);
await prepareTopics(config, 'payments', TOPICS, HEARD);
