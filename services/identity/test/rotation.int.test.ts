import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fieldCipher } from '@social/runtime/field-cipher';
import { SERVERS } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resealBatch, rotateKeys } from '../src/rotation.ts';
import { resealedUser, type UserDoc } from '../src/user-store.ts';
import { wire } from '../src/wiring.ts';
import { anEncryptionKey, aShopper, type Identity, PASSWORD, startIdentity } from './harness.ts';

const CLI = fileURLToPath(new URL('../src/rotate-keys.ts', import.meta.url));
const HOME = { recipient: '林小满', phone: '13812345678', districtCode: '330106', detail: '古墩路 88 号' };

let identity: Identity;
let ring: string;
beforeAll(async () => {
  identity = await startIdentity();
  ring = `${anEncryptionKey('k2')},${identity.config.IDENTITY_ENCRYPTION_KEYS}`;
});
afterAll(() => identity.stop());

const older = (collection: string) => identity.db.collection(collection).countDocuments({ key_id: { $ne: 'k2' } });

/** The service as it would run with other keys. */
const wiredWith = (keys: string) =>
  wire({
    db: identity.db,
    users: identity.db.collection('users'),
    clock: identity.clock,
    tokenKey: identity.tokenKey,
    sender: { send: async () => {} },
    publish: () => {},
    config: { ...identity.config, IDENTITY_ENCRYPTION_KEYS: keys },
  });

describe('rotating the encryption keys', () => {
  it('goes on where it was cut off, and lets the old key be dropped', async () => {
    const people = [];
    for (let i = 0; i < 5; i++) people.push(await aShopper(identity));
    const [first] = people;
    if (!first) throw new Error('nobody registered');
    const request = { id: `address:${first.userId}`, bodyHash: 'one' };
    const address = await identity.client.SaveAddress({ ...HOME, request }, { caller: first.caller });
    await identity.client.UpdateProfile({ name: '林大满', request: { id: 'name:1', bodyHash: 'one' } }, first);

    const cutOff = rotateKeys(identity.db, fieldCipher(ring), () => {
      throw new Error('power cut');
    });
    await expect(cutOff).rejects.toThrow('power cut');
    const resealed = await rotateKeys(identity.db, fieldCipher(ring), () => {});
    expect(resealed).toEqual({ users: 0, address_books: 1 });
    expect([await older('users'), await older('address_books')]).toEqual([0, 0]);
    expect(await rotateKeys(identity.db, fieldCipher(ring), () => {})).toEqual({ users: 0, address_books: 0 });

    const withNewKeyOnly = await wiredWith(ring.split(',')[0] ?? '');
    expect(await withNewKeyOnly.users.byId(first.userId)).toMatchObject({ name: '林大满', phone: first.phone });
    const book = await withNewKeyOnly.books.read(first.userId);
    expect(book.addresses).toMatchObject([
      { addressId: address.addressId, recipient: '林小满', detail: '古墩路 88 号' },
    ]);
    expect(book.requests[0]?.answer).toContain('林小满');
  });

  it('never undoes a change that is made between its reading and its writing', async () => {
    const { userId } = await aShopper(identity);
    const collection = identity.db.collection<UserDoc>('users');
    const read = await collection.find({ _id: userId }).toArray();
    const running = await wiredWith(ring);
    await running.users.update(userId, (user) => ({ ...user, name: '改名了' }));

    expect(await resealBatch({ collection, reseal: resealedUser(fieldCipher(ring)) }, read)).toBe(0);
    expect(await running.users.byId(userId)).toMatchObject({ name: '改名了' });
  });

  it('stops at a document whose key is gone, and loses nothing', async () => {
    await aShopper(identity);
    await expect(rotateKeys(identity.db, fieldCipher(anEncryptionKey('k3')), () => {})).rejects.toThrow(
      'key is unknown',
    );
    expect(await identity.db.collection('users').countDocuments({ key_id: 'k3' })).toBe(0);
  });

  it('runs as a command that says how far it is', async () => {
    const { phone } = await aShopper(identity);
    const env = {
      PATH: process.env.PATH,
      MONGO_URL: SERVERS.mongoUrl,
      NAMESPACE: identity.namespace,
      IDENTITY_ENCRYPTION_KEYS: ring,
    };
    const command = spawn(process.execPath, [CLI], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    command.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode] = await once(command, 'close');
    expect(exitCode).toBe(0);
    expect(said).toMatch(/users: \d+ of \d+ sealed anew/);
    expect(said).toContain('Everything stands under k2');
    expect(await older('users')).toBe(0);
    const running = await wiredWith(ring);
    const user = await running.users.byPhone(phone);
    expect(await running.passwords.fits(PASSWORD, user?.passwordHash)).toBe(true);
  });
});
