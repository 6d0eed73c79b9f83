/** Seals anew what older encryption keys sealed: `node services/identity/src/rotate-keys.ts`, with the service's env. */
import { readConfig } from '@social/runtime/config';
import { fieldCipher } from '@social/runtime/field-cipher';
import { openMongo } from '@social/runtime/mongo';
import { rotationConfigSchema } from './config.ts';
import { rotateKeys } from './rotation.ts';

const config = readConfig(rotationConfigSchema);
const cipher = fieldCipher(config.IDENTITY_ENCRYPTION_KEYS);
const { client, db } = await openMongo(config.MONGO_URL, config.NAMESPACE, 'identity');

try {
  const resealed = await rotateKeys(db, cipher, ({ collection, done, total }) => {
    process.stdout.write(`${collection}: ${done} of ${total} sealed anew\n`);
  });
  process.stdout.write(
    `Everything stands under ${cipher.currentKeyId} (sealed anew: ${resealed.users} users, ` +
      `${resealed.address_books} address books). Older keys can be dropped.\n`,
  );
} finally {
  await client.close();
}
