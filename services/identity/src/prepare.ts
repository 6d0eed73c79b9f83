/** Makes what is missing of identity's indexes and topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { preparationConfig, prepareTopics } from '@social/messaging/prepare';
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { prepareDocuments } from '@social/runtime/prepare';
import { openAddressCollection } from './address-store.ts';
import { openAttempts } from './attempts.ts';
import { ensureCodeIndexes } from './codes.ts';
import { openSessions } from './sessions.ts';
import { TOPICS } from './topics.ts';
import { openUserCollection } from './user-store.ts';

const config = readConfig(preparationConfig);
// Each collection of identity's is opened with its indexes.
await prepareDocuments(config, 'identity', (db) =>
  Promise.all([
    openUserCollection(db),
    openAddressCollection(db),
    openSessions(db, systemClock),
    openAttempts(db, systemClock),
    ensureCodeIndexes(db),
  ]),
);
await prepareTopics(config, 'identity', TOPICS, []);
