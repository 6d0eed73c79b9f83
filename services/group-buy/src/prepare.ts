/** Makes what is missing of group-buy's indexes and topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { preparationConfig, prepareTopics } from '@social/messaging/prepare';
import { readConfig } from '@social/runtime/config';
import { prepareDocuments } from '@social/runtime/prepare';
import { ensureIndexes, openCollections } from './store.ts';
import { HEARD, TOPICS } from './topics.ts';

const config = readConfig(preparationConfig);
await prepareDocuments(config, 'group_buy', (db) => ensureIndexes(openCollections(db)));
await prepareTopics(config, 'group-buy', TOPICS, HEARD);
