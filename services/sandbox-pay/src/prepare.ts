/** Makes what is missing of the simulator's indexes: `node src/prepare.ts`, before a version is installed or upgraded. */
import { readConfig } from '@social/runtime/config';
import { documentsConfig, prepareDocuments } from '@social/runtime/prepare';
import { ensureIndexes } from './store.ts';

await prepareDocuments(readConfig(documentsConfig), 'sandbox_pay', ensureIndexes);
