import { type BlindIndex, blindIndex } from '@social/runtime/blind-index';
import type { Clock } from '@social/runtime/clock';
import { type FieldCipher, fieldCipher } from '@social/runtime/field-cipher';
import { keepNoting, keyNotes, whenKeysFit } from '@social/runtime/key-notes';
import type { Logger } from '@social/runtime/log';
import type { Db } from 'mongodb';
import type { Config } from './config.ts';
import { missingKeys, unpublishedKeys } from './missing-keys.ts';

type KeysDeps = {
  db: Db;
  config: Pick<
    Config,
    'IDENTITY_ENCRYPTION_KEYS' | 'IDENTITY_BLIND_INDEX_KEY' | 'IDENTITY_SIGNING_KEYS' | 'ACCESS_TOKEN_MS'
  >;
  log: Logger;
  clock: Clock;
  /** Hears which keys are missing, and nothing when they fit. */
  onWaiting: (why?: string) => void;
};

export type Keys = { cipher: FieldCipher; index: BlindIndex; stop: () => Promise<unknown> };

/**
 * Takes the keys into use. Waits while one is missing that data hang on, says which tokens will not be believed, and
 * notes which keys seal and sign, for those who change them.
 */
export async function openKeys({ db, config, log, clock, onWaiting }: KeysDeps): Promise<Keys> {
  const cipher = fieldCipher(config.IDENTITY_ENCRYPTION_KEYS);
  const index = blindIndex(config.IDENTITY_BLIND_INDEX_KEY);
  await whenKeysFit(log, () => missingKeys(db, cipher, index), onWaiting);

  const { IDENTITY_SIGNING_KEYS: signingKeys, ACCESS_TOKEN_MS: lifeMs } = config;
  const signing = keyNotes(db, 'signing');
  for (const sentence of await unpublishedKeys(signing, signingKeys, lifeMs, clock.now())) log.warn(sentence);
  const stops = [
    await keepNoting(keyNotes(db, 'encryption'), cipher.currentKeyId, log, clock),
    await keepNoting(signing, signingKeys[0].kid, log, clock),
  ];
  return { cipher, index, stop: () => Promise.all(stops.map((stop) => stop())) };
}
