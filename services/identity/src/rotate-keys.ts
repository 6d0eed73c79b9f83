/**
 * Seals anew what older encryption keys sealed, and indexes phones under the keys of now:
 * `node services/identity/src/rotate-keys.ts`, with the service's env.
 */
import { blindIndex } from '@social/runtime/blind-index';
import { readConfig } from '@social/runtime/config';
import { fieldCipher } from '@social/runtime/field-cipher';
import { keyNotes } from '@social/runtime/key-notes';
import { rotateAll } from '@social/runtime/key-rotation';
import { openMongo } from '@social/runtime/mongo';
import { rotationConfigSchema } from './config.ts';
import { leftUnderOlder, rotateKeys } from './rotation.ts';

const config = readConfig(rotationConfigSchema);
const cipher = fieldCipher(config.IDENTITY_ENCRYPTION_KEYS);
const index = blindIndex(config.IDENTITY_BLIND_INDEX_KEY);
const { client, db } = await openMongo(config.MONGO_URL, config.NAMESPACE, 'identity');
const say = (line: string) => void process.stdout.write(`${line}\n`);

const pass = async () => {
  const written = await rotateKeys(db, cipher, index, ({ collection, done, total }) =>
    say(`${collection}: ${done} of ${total} sealed anew`),
  );
  return written.users + written.address_books;
};

try {
  const keyId = cipher.currentKeyId;
  const left = () => leftUnderOlder(db, cipher, index);
  const written = await rotateAll({ notes: keyNotes(db, 'encryption'), keyId, pass, left }, say);
  say(
    `Everything stands under ${keyId}, every phone under ${index.keyIds} (written: ${written} documents; left: 0). ` +
      'Older keys can be dropped.',
  );
} catch (error) {
  process.stderr.write(`rotate-keys: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await client.close();
}
