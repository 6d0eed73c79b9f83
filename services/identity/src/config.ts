import { createPrivateKey } from 'node:crypto';
import { baseConfig, grpcConfig, kafkaConfig, mongoConfig } from '@social/runtime/config';
import { fieldCipher } from '@social/runtime/field-cipher';
import { keyRingSecret } from '@social/runtime/key-ring';
import { z } from 'zod';
import { ACCESS_LIFE_MS } from './tokens.ts';

const isRsaKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

const isKeyRing = (keys: string): boolean => {
  try {
    fieldCipher(keys);
    return true;
  } catch {
    return false;
  }
};

const signingKey = z.object({ kid: z.string().min(1), pem: z.string().refine(isRsaKey, 'not an RSA private key') });

/** An unset variable often arrives as an empty one. */
const optionalText = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** What sealing and finding need, for the service and for the rotation of keys. */
export const sealingConfig = {
  /** `k2:<base64 of 32 bytes>,k1:…`: the first seals fields, every one opens them. */
  IDENTITY_ENCRYPTION_KEYS: z.string().refine(isKeyRing, 'not `id:<base64 of 32 bytes>`, comma-separated'),
  /**
   * Keys the blind index of phones: 32 random bytes in base64. While it changes two, `<new>,<old>`: accounts are stored
   * under both and found under either.
   */
  IDENTITY_BLIND_INDEX_KEY: keyRingSecret,
};

export const configSchema = baseConfig.extend({
  ...grpcConfig,
  ...mongoConfig,
  ...kafkaConfig,
  ...sealingConfig,
  /** JSON `[{kid, pem}]` of RSA private keys: the first signs access tokens, all are published. */
  IDENTITY_SIGNING_KEYS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.tuple([signingKey], signingKey)),
  /** How long an access token is good, in ms; a signing key is published for as long after its last one. */
  ACCESS_TOKEN_MS: z.coerce.number().int().min(1000).default(ACCESS_LIFE_MS),
  /** `true` puts one-time codes into the log; for development only. */
  DEV_CONSOLE_OTP: z.stringbool().default(false),
  /** `true` lets operators mint shoppers in bulk for load tests; for development only. */
  DEV_ENDPOINTS: z.stringbool().default(false),
  /** Both set: this operator is made at start, unless the phone has an account. */
  BOOTSTRAP_OPERATOR_PHONE: optionalText,
  BOOTSTRAP_OPERATOR_PASSWORD: optionalText,
});

export type Config = z.output<typeof configSchema>;

/** For `rotate-keys.ts`, which needs the database and the keys alone. */
export const rotationConfigSchema = z.object({
  NAMESPACE: baseConfig.shape.NAMESPACE,
  ...mongoConfig,
  ...sealingConfig,
});
