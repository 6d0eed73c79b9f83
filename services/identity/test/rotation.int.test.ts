import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { blindIndex } from '@social/runtime/blind-index';
import { fieldCipher } from '@social/runtime/field-cipher';
import { keyNotes } from '@social/runtime/key-notes';
import type { KeyRing } from '@social/runtime/key-ring';
import { SERVERS } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logInWithCode, register, sendCode } from '../src/accounts.ts';
import { missingKeys } from '../src/missing-keys.ts';
import { leftUnderOlder, resealBatch, rotateKeys } from '../src/rotation.ts';
import { resealedUser, type UserDoc } from '../src/user-store.ts';
import { wire } from '../src/wiring.ts';
import {
  aKeyRing,
  anEncryptionKey,
  aPhone,
  aShopper,
  type Identity,
  PASSWORD,
  refusal,
  startIdentity,
} from './harness.ts';

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
const wiredWith = (keys: string, indexKeys: KeyRing = identity.config.IDENTITY_BLIND_INDEX_KEY) =>
  wire({
    db: identity.db,
    users: identity.db.collection('users'),
    clock: identity.clock,
    tokenKey: identity.tokenKey,
    cipher: fieldCipher(keys),
    index: blindIndex(indexKeys),
    sender: { send: async (message) => void identity.inbox.push(message) },
    publish: () => {},
    config: identity.config,
  });

const index = () => blindIndex(identity.config.IDENTITY_BLIND_INDEX_KEY);

describe('rotating the encryption keys', () => {
  it('goes on where it was cut off, and lets the old key be dropped', async () => {
    const people = [];
    for (let i = 0; i < 5; i++) people.push(await aShopper(identity));
    const [first] = people;
    if (!first) throw new Error('nobody registered');
    const request = { id: `address:${first.userId}`, bodyHash: 'one' };
    const address = await identity.client.SaveAddress({ ...HOME, request }, { caller: first.caller });
    await identity.client.UpdateProfile({ name: '林大满', request: { id: 'name:1', bodyHash: 'one' } }, first);

    const cutOff = rotateKeys(identity.db, fieldCipher(ring), index(), () => {
      throw new Error('power cut');
    });
    await expect(cutOff).rejects.toThrow('power cut');
    const resealed = await rotateKeys(identity.db, fieldCipher(ring), index(), () => {});
    expect(resealed).toEqual({ users: 0, address_books: 1 });
    expect([await older('users'), await older('address_books')]).toEqual([0, 0]);
    expect(await rotateKeys(identity.db, fieldCipher(ring), index(), () => {})).toEqual({ users: 0, address_books: 0 });

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

    expect(await resealBatch({ collection, reseal: resealedUser(fieldCipher(ring), index()) }, read)).toBe(0);
    expect(await running.users.byId(userId)).toMatchObject({ name: '改名了' });
  });

  it('stops at a document whose key is gone, and loses nothing', async () => {
    await aShopper(identity);
    const cipher = fieldCipher(anEncryptionKey('k3'));
    await expect(rotateKeys(identity.db, cipher, index(), () => {})).rejects.toThrow(
      /sealed with key k\d, which is unknown/,
    );
    expect(await missingKeys(identity.db, cipher, index())).toContainEqual(
      expect.stringMatching(/^documents are sealed with key k\d, which IDENTITY_ENCRYPTION_KEYS lacks: put it back/),
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
      IDENTITY_BLIND_INDEX_KEY: identity.config.IDENTITY_BLIND_INDEX_KEY[0].export().toString('base64'),
    };
    // A process with the old key in its first place, which ends as soon as the job has seen it.
    const notes = keyNotes(identity.db, 'encryption');
    const old = setInterval(() => void notes.note('k1', new Date(Date.now() - 28_000)), 200);
    const command = spawn(process.execPath, [CLI], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    command.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('a moment ago')) clearInterval(old);
    });
    const [exitCode] = await once(command, 'close');
    expect(exitCode).toBe(0);
    expect(said).toMatch(/users: \d+ of \d+ sealed anew/);
    expect(said).toContain('k1 was the first key of a running process a moment ago');
    expect(said).toMatch(/Everything stands under k2, .* left: 0/);
    expect((await notes.noted()).map(({ keyId }) => keyId)).not.toContain('k1');
    expect(await older('users')).toBe(0);
    const running = await wiredWith(ring);
    const user = await running.users.byPhone(phone);
    expect(await running.passwords.fits(PASSWORD, user?.passwordHash)).toBe(true);
  });
});

describe('changing the key of the blind index', () => {
  let steps: [before: KeyRing, added: KeyRing, first: KeyRing, after: KeyRing];
  beforeAll(() => {
    const old = identity.config.IDENTITY_BLIND_INDEX_KEY[0];
    const [fresh] = aKeyRing();
    steps = [[old], [old, fresh], [fresh, old], [fresh]];
  });

  it('finds everybody at every step, and never makes a second account of a phone', async () => {
    const keys = identity.config.IDENTITY_ENCRYPTION_KEYS;
    const all = `${ring.split(',')[0]},${keys}`;
    const phones: string[] = [];
    for (const [at, step] of steps.entries()) {
      if (at === 3) await rotateKeys(identity.db, fieldCipher(all), blindIndex(steps[2]), () => {});
      // During a rollout one process has the keys of this step and another those of the step before.
      const replicas = [await wiredWith(all, steps[Math.max(0, at - 1)] ?? step), await wiredWith(all, step)];
      for (const [turn, one] of replicas.entries()) {
        const phone = aPhone();
        phones.push(phone);
        await sendCode(one, phone, 'register');
        const other = replicas[1 - turn] ?? one;
        const code = identity.inbox.findLast((message) => message.phone === phone)?.code ?? '';
        await register(other, { phone, code, password: PASSWORD, name: '林' });
        for (const replica of replicas) {
          for (const known of phones) expect(await replica.users.byPhone(known), `step ${at}`).toBeDefined();
          const user = await replica.users.byPhone(phone);
          if (!user) throw new Error('nobody has the phone');
          const twin = replica.users.insert({ ...user, userId: `usr_${phone}${turn}`, requests: [] });
          await expect(twin).rejects.toMatchObject(refusal('phone-taken'));
        }
      }
    }
    expect(await missingKeys(identity.db, fieldCipher(all), blindIndex(steps[3]))).toEqual([]);
    await rotateKeys(identity.db, fieldCipher(all), blindIndex(steps[3]), () => {});
    expect(await leftUnderOlder(identity.db, fieldCipher(all), blindIndex(steps[3]))).toBe(0);
    const stored = await identity.db
      .collection('users')
      .find({ phone_index: { $type: 'array' } })
      .toArray();
    expect(stored, 'nothing of the old key is left').toEqual([]);
  });

  it('lets the last code count, whichever key it was sent under, and no code before its pause', async () => {
    const { phone } = await aShopper(identity);
    const all = `${ring.split(',')[0]},${identity.config.IDENTITY_ENCRYPTION_KEYS}`;
    const [older, newer] = [await wiredWith(all, steps[1]), await wiredWith(all, steps[2])];
    const lastCode = () => identity.inbox.findLast((message) => message.phone === phone)?.code ?? '';

    await rotateKeys(identity.db, fieldCipher(all), blindIndex(steps[1]), () => {});
    await sendCode(older, phone, 'log-in');
    const first = lastCode();
    await expect(sendCode(newer, phone, 'log-in')).rejects.toMatchObject(refusal('code-too-often'));
    identity.clock.turn(61_000);
    await sendCode(newer, phone, 'log-in');
    if (first !== lastCode())
      await expect(logInWithCode(older, phone, first)).rejects.toMatchObject(refusal('code-wrong'));
    expect((await logInWithCode(older, phone, lastCode())).user.roles).toEqual(['shopper']);
  });

  it('is told of an old key that went too early', async () => {
    await aShopper(identity);
    const all = `${ring.split(',')[0]},${identity.config.IDENTITY_ENCRYPTION_KEYS}`;
    await rotateKeys(identity.db, fieldCipher(all), blindIndex(steps[0]), () => {});
    expect(await missingKeys(identity.db, fieldCipher(all), blindIndex(steps[3]))).toEqual([
      expect.stringMatching(
        /^accounts are found by key [0-9a-f]{8}, IDENTITY_BLIND_INDEX_KEY has [0-9a-f]{8}: put it back/,
      ),
    ]);
    await identity.db.collection('users').updateMany({}, { $unset: { index_keys: '' } });
    expect(await missingKeys(identity.db, fieldCipher(all), blindIndex(steps[3]))).toHaveLength(1);
    expect(await missingKeys(identity.db, fieldCipher(all), blindIndex(steps[0]))).toEqual([]);
  });
});
