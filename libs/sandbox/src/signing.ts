import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How far a signature's time may be off: 5 minutes. */
export const SIGNATURE_MAX_AGE_MS = 5 * 60_000;

export type SignatureHeaders = {
  'x-sandbox-timestamp': string;
  'x-sandbox-nonce': string;
  'x-sandbox-signature': string;
};

/** The secrets of which each is believed; the first one signs. */
const secretsOf = (secret: string): string[] => secret.split(',').map((one) => one.trim());

const mac = (parts: readonly string[], secret: string): Buffer =>
  createHmac('sha256', secret)
    .update(parts.map((part) => `${part}\n`).join(''))
    .digest();

/**
 * The three headers of a signed message: base64 HMAC-SHA256 over each part, the timestamp (epoch seconds), the nonce
 * and the body, every one followed by a line feed. A merchant's call puts method and path first; a callback has none.
 * @param secret while it changes two, `<new>,<old>`: the first signs
 */
export function signedHeaders(first: readonly string[], body: string, secret: string, now: Date): SignatureHeaders {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const [current = secret] = secretsOf(secret);
  return {
    'x-sandbox-timestamp': timestamp,
    'x-sandbox-nonce': nonce,
    'x-sandbox-signature': mac([...first, timestamp, nonce, body], current).toString('base64'),
  };
}

/** Whether the message was signed with the secret, or one of several, and lately. */
export function isSigned(
  first: readonly string[],
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
  secret: string,
  now: Date,
): boolean {
  const timestamp = String(headers['x-sandbox-timestamp']);
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000);
  if (!(age <= SIGNATURE_MAX_AGE_MS)) return false;

  const given = Buffer.from(String(headers['x-sandbox-signature']), 'base64');
  const parts = [...first, timestamp, String(headers['x-sandbox-nonce']), body];
  return secretsOf(secret).some((one) => {
    const expected = mac(parts, one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
