import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { z } from 'zod';
import { SCAN_STATES } from '../parcels.ts';
import type { Carrier, Told } from './carrier.ts';

export type SandboxOptions = {
  baseUrl: string;
  secret: string;
  /** Where the carrier sends its notifications. */
  notifyUrl: string;
  timeoutMs: number;
  clock: Clock;
};

/** A notification signed longer ago is not believed, so that a recorded one cannot be sent again later. */
const CALLBACK_MAX_AGE_MS = 5 * 60_000;

const scan = z.object({ seq: z.int().min(1), state: z.enum(SCAN_STATES), at: z.iso.datetime(), place: z.string() });
const parcel = { outParcelNo: z.string().min(1), trackingNumber: z.string().min(1) };
const answer = z.object({ ...parcel, scans: z.array(scan) });
const notification = z.object({ event: z.literal('parcel.scanned'), ...parcel, scan });

const sign = (parts: string[], secret: string): Buffer =>
  createHmac('sha256', secret)
    .update(`${parts.join('\n')}\n`)
    .digest();

const unavailable = () => new DomainError('service-unavailable', 'the carrier does not answer', { retryAfterMs: 1000 });

/** One signed call. Errors: service-unavailable when there is no answer, or one that says nothing of the effect. */
async function call(
  { baseUrl, secret, timeoutMs, clock }: SandboxOptions,
  method: string,
  path: string,
  payload?: unknown,
) {
  const url = new URL(path, baseUrl);
  const body = payload === undefined ? '' : JSON.stringify(payload);
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const headers = {
    'x-sandbox-timestamp': timestamp,
    'x-sandbox-nonce': nonce,
    'x-sandbox-signature': sign([method, url.pathname, timestamp, nonce, body], secret).toString('base64'),
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers, body: body || undefined, redirect: 'manual', signal });
    const told: unknown = await response.json();
    if (response.ok) return told;
    if (response.status === 404) return undefined;
  } catch {
    throw unavailable();
  }
  throw unavailable();
}

const toldOf = ({ outParcelNo, trackingNumber, scans }: z.output<typeof answer>): Told => ({
  parcelId: outParcelNo,
  trackingNumber,
  scans: scans.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) })),
});

/** The answer in the expected form. Errors: service-unavailable (a carrier gone astray is as good as none). */
function read(body: unknown): Told {
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw unavailable();
  return toldOf(parsed.data);
}

function isGenuine(headers: Readonly<Record<string, string>>, body: Buffer, secret: string, now: Date): boolean {
  const timestamp = headers['x-sandbox-timestamp'] ?? '';
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000);
  if (timestamp === '' || !(age <= CALLBACK_MAX_AGE_MS)) return false;

  const expected = sign([timestamp, headers['x-sandbox-nonce'] ?? '', body.toString()], secret);
  const given = Buffer.from(headers['x-sandbox-signature'] ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readNotification(body: Buffer): Told {
  let json: unknown;
  try {
    json = JSON.parse(body.toString());
  } catch {
    throw new DomainError('callback-malformed');
  }
  const parsed = notification.safeParse(json);
  if (!parsed.success) throw new DomainError('callback-malformed');

  const { scan, ...rest } = parsed.data;
  return toldOf({ ...rest, scans: [scan] });
}

/** The carrier that needs nothing: the simulated one, over plain HTTP with HMAC-SHA256 in both directions. */
export function sandboxCarrier(options: SandboxOptions): Carrier {
  return {
    name: 'sandbox',
    book: async ({ parcelId, to, pieces }) => {
      const { notifyUrl } = options;
      return read(
        await call(options, 'POST', '/v1/parcels', { outParcelNo: parcelId, to, pieces, grams: 0, notifyUrl }),
      );
    },
    ask: async (parcelId) => {
      const told = await call(options, 'GET', `/v1/parcels/by-out-parcel-no/${encodeURIComponent(parcelId)}`);
      return told === undefined ? undefined : read(told);
    },
    verifyCallback: (headers, body, now) => {
      if (!isGenuine(headers, body, options.secret, now)) throw new DomainError('callback-signature-wrong');
      return readNotification(body);
    },
  };
}
