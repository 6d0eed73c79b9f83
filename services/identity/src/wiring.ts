import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Envelope } from '@social/messaging/envelope';
import type { Clock } from '@social/runtime/clock';
import { blindIndex, fieldCipher } from '@social/runtime/field-cipher';
import type { Collection, Db } from 'mongodb';
import type { AccountDeps } from './accounts.ts';
import { addressStore, openAddressCollection } from './address-store.ts';
import type { AddressDeps } from './addresses.ts';
import { openAttempts } from './attempts.ts';
import type { CodeSender } from './code-sender.ts';
import { openCodes } from './codes.ts';
import type { Config } from './config.ts';
import type { DevDeps } from './grpc.ts';
import { createPasswords } from './passwords.ts';
import { openSessions } from './sessions.ts';
import { createAccessTokens } from './tokens.ts';
import { type UserDoc, userStore } from './user-store.ts';

export type Wires = {
  db: Db;
  users: Collection<UserDoc>;
  clock: Clock;
  tokenKey: KeyObject;
  sender: CodeSender;
  publish: (id: string, envelopes: Envelope[]) => void;
  config: Pick<
    Config,
    'IDENTITY_ENCRYPTION_KEYS' | 'IDENTITY_BLIND_INDEX_KEY' | 'IDENTITY_SIGNING_KEYS' | 'DEV_ENDPOINTS'
  >;
};

/** Puts the parts of the service together over an open database; creates the collections' indexes. */
export async function wire({
  db,
  users,
  clock,
  tokenKey,
  sender,
  publish,
  config,
}: Wires): Promise<AccountDeps & AddressDeps & DevDeps> {
  const cipher = fieldCipher(config.IDENTITY_ENCRYPTION_KEYS);
  const fingerprint = blindIndex(createSecretKey(config.IDENTITY_BLIND_INDEX_KEY, 'base64'));
  return {
    users: userStore({ collection: users, cipher, fingerprint, publish }),
    codes: await openCodes({ db, clock, sender, fingerprint }),
    attempts: await openAttempts(db, clock),
    sessions: await openSessions(db, clock),
    passwords: await createPasswords(),
    tokens: createAccessTokens(config.IDENTITY_SIGNING_KEYS),
    books: addressStore(await openAddressCollection(db), cipher),
    clock,
    tokenKey,
    fingerprint,
    devEndpoints: config.DEV_ENDPOINTS ? 'open' : 'closed',
  };
}
