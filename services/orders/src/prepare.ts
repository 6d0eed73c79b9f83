/** Makes what is missing of orders' indexes and topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { preparationConfig, prepareTopics } from '@social/messaging/prepare';
import { readConfig } from '@social/runtime/config';
import { prepareDocuments } from '@social/runtime/prepare';
import { cartsOf, ensureCartIndexes } from './cart/store.ts';
import { ensureIndexes, ordersOf } from './store.ts';
import { HEARD, TOPICS } from './topics.ts';

const config = readConfig(preparationConfig);
await prepareDocuments(config, 'orders', (db) =>
  Promise.all([ensureIndexes(ordersOf(db)), ensureCartIndexes(cartsOf(db))]),
);
await prepareTopics(config, 'orders', TOPICS, HEARD);
