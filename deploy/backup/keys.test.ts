import { describe, expect, it } from 'vitest';
import { generateSecrets } from '../local/secrets.ts';
import { fingerprints, missingKeys } from './keys.ts';

const secrets = generateSecrets();
const other = generateSecrets();

describe('the keys of a backup', () => {
  it('are told apart without being told', () => {
    const told = JSON.stringify(fingerprints(secrets));
    for (const key of [secrets.ordersEncryptionKeys, secrets.identityEncryptionKeys, secrets.identityBlindIndexKey]) {
      expect(told).not.toContain(key.replace('k1:', ''));
    }
    expect(missingKeys(fingerprints(secrets), secrets)).toEqual([]);
  });

  it('are missing where others are, by the same name or not', () => {
    expect(missingKeys(fingerprints(secrets), other)).toEqual([
      'identityEncryptionKeys k1',
      'ordersEncryptionKeys k1',
      expect.stringMatching(/^identityBlindIndexKey [0-9a-f]{16}$/),
    ]);
  });

  it('may have become more since', () => {
    const newer = other.ordersEncryptionKeys.replace('k1', 'k2');
    const rotated = { ...secrets, ordersEncryptionKeys: `${newer},${secrets.ordersEncryptionKeys}` };
    expect(missingKeys(fingerprints(secrets), rotated)).toEqual([]);
    expect(missingKeys(fingerprints(rotated), secrets)).toEqual(['ordersEncryptionKeys k2']);
    const reindexed = {
      ...secrets,
      identityBlindIndexKey: `${other.identityBlindIndexKey},${secrets.identityBlindIndexKey}`,
    };
    expect(missingKeys(fingerprints(secrets), reindexed)).toEqual([]);
    expect(missingKeys(fingerprints(reindexed), secrets)).toHaveLength(1);
  });
});
