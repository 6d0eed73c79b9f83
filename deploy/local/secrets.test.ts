import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatSecrets, generateSecrets, loadSecrets, parseSecrets } from './secrets.ts';

describe("the machine's secrets", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are keys of 32 bytes and an RSA key of 2048 bits', () => {
    const secrets = generateSecrets();
    const [signing] = JSON.parse(secrets.identitySigningKeys);
    expect(Buffer.from(secrets.internalTokenKey, 'base64')).toHaveLength(32);
    expect(secrets.identityEncryptionKeys).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/);
    expect(createPrivateKey(signing.pem).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('come back from the file as they were written', () => {
    const secrets = generateSecrets();
    expect(parseSecrets(formatSecrets(secrets))).toEqual(secrets);
  });

  it('are made once and readable by their owner alone', () => {
    const path = join(folder, 'secrets.env');
    const first = loadSecrets(path);
    expect(loadSecrets(path)).toEqual(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keep their values when an older file lacks a new one', () => {
    const path = join(folder, 'secrets.env');
    const before = generateSecrets();
    writeFileSync(path, formatSecrets(before).replace(/^SANDBOX_CARRIER_SECRET=.*\n/m, ''));
    const after = loadSecrets(path);
    expect(after).toEqual({ ...before, sandboxCarrierSecret: expect.stringMatching(/=$/) });
    expect(after.sandboxCarrierSecret).not.toBe(before.sandboxCarrierSecret);
    expect(loadSecrets(path)).toEqual(after);
  });
});
