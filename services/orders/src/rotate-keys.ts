/** Seals anew what older encryption keys sealed: `node services/orders/src/rotate-keys.ts`, with the service's env. */
import { readConfig } from '@social/runtime/config';
import { keyNotes } from '@social/runtime/key-notes';
import { rotateAll } from '@social/runtime/key-rotation';
import { openMongo } from '@social/runtime/mongo';
import { rotationConfig } from './config.ts';
import { leftUnderOlder, rotateKeys } from './rotation.ts';
import { ordersOf } from './store.ts';

const config = readConfig(rotationConfig);
const cipher = config.ORDERS_ENCRYPTION_KEYS;
const { client, db } = await openMongo(config.MONGO_URL, config.NAMESPACE, 'orders');
const orders = ordersOf(db);
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const keyId = cipher.currentKeyId;
  const pass = () => rotateKeys(orders, cipher, (done, total) => say(`orders: ${done} of ${total} sealed anew`));
  const left = () => leftUnderOlder(orders, cipher);
  const written = await rotateAll({ notes: keyNotes(db, 'encryption'), keyId, pass, left }, say);
  say(`Everything stands under ${keyId} (written: ${written} orders; left: 0). Older keys can be dropped.`);
} catch (error) {
  process.stderr.write(`rotate-keys: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await client.close();
}
