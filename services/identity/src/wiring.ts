import type { Envelope } from '@social/messaging/envelope';
import type { BlindIndex } from '@social/runtime/blind-index';
import type { Clock } from '@social/runtime/clock';
import type { FieldCipher } from '@social/runtime/field-cipher';
import type { KeyRing } from '@social/runtime/key-ring';
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
  tokenKey: KeyRing;
  cipher: FieldCipher;
  index: BlindIndex;
  sender: CodeSender;
  publish: (id: string, envelopes: Envelope[]) => void;
  config: Pick<Config, 'IDENTITY_SIGNING_KEYS' | 'ACCESS_TOKEN_MS' | 'DEV_ENDPOINTS'>;
};

/** Puts the parts of the service together over an open database; creates the collections' indexes. */
export async function wire({
  db,
  users,
  clock,
  tokenKey,
  cipher,
  index,
  sender,
  publish,
  config,
}: Wires): Promise<AccountDeps & AddressDeps & DevDeps> {
  return {
    users: userStore({ collection: users, cipher, index, publish }),
    codes: await openCodes({ db, clock, sender, index }),
    attempts: await openAttempts(db, clock),
    sessions: await openSessions(db, clock),
    passwords: await createPasswords(),
    tokens: createAccessTokens(config.IDENTITY_SIGNING_KEYS, config.ACCESS_TOKEN_MS),
    books: addressStore(await openAddressCollection(db), cipher),
    clock,
    tokenKey,
    index,
    devEndpoints: config.DEV_ENDPOINTS ? 'open' : 'closed',
  };
}
