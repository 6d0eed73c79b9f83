/** Makes what is missing of the catalog's indexes and topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { preparationConfig, prepareTopics } from '@social/messaging/prepare';
import { readConfig } from '@social/runtime/config';
import { prepareDocuments } from '@social/runtime/prepare';
import { collectionsOf, ensureIndexes } from './documents.ts';
import { HEARD, TOPICS } from './topics.ts';

const config = readConfig(preparationConfig);
await prepareDocuments(config, 'catalog', (db) => ensureIndexes(collectionsOf(db)));
await prepareTopics(config, 'catalog', TOPICS, HEARD);
