/** Makes what is missing of media's indexes: `node src/prepare.ts`, before a version is installed or upgraded. */
import { readConfig } from '@social/runtime/config';
import { documentsConfig, prepareDocuments } from '@social/runtime/prepare';
import { ensureIndexes } from './upload-store.ts';

await prepareDocuments(readConfig(documentsConfig), 'media', ensureIndexes);
