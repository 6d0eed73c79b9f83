/** Makes what is missing of the gateway's topics: `node src/prepare.ts`, before a version is installed or upgraded. */
import { prepareTopics, topicsConfig } from '@social/messaging/prepare';
import { readConfig } from '@social/runtime/config';
import { HEARD } from './topics.ts';

await prepareTopics(readConfig(topicsConfig), 'gateway', [], HEARD);
