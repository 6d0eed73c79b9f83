import { DomainError } from '@social/contracts/errors';
import { type SandboxClientOptions, signedCaller } from '@social/sandbox/client';
import { isSigned } from '@social/sandbox/signing';
import { z } from 'zod';
import { SCAN_STATES } from '../parcels.ts';
import type { Carrier, Told } from './carrier.ts';

/** `notifyUrl`: where the carrier sends its notifications. */
export type SandboxOptions = SandboxClientOptions & { notifyUrl: string };

const scan = z.object({ seq: z.int().min(1), state: z.enum(SCAN_STATES), at: z.iso.datetime(), place: z.string() });
const parcel = { outParcelNo: z.string().min(1), trackingNumber: z.string().min(1) };
const answer = z.object({ ...parcel, scans: z.array(scan) });
const notification = z.object({ event: z.literal('parcel.scanned'), ...parcel, scan });

const unavailable = () => new DomainError('service-unavailable', 'the carrier does not answer', { retryAfterMs: 1000 });

/** One signed call. Errors: service-unavailable when there is no answer, or one that says nothing of the effect. */
async function call(options: SandboxOptions, method: string, path: string, payload?: unknown): Promise<unknown> {
  const { status, body } = await signedCaller(options)(method, path, payload).catch(() => {
    throw unavailable();
  });
  if (status < 300) return body;
  if (status === 404) return undefined;
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
      if (!isSigned([], headers, body.toString(), options.secret, now))
        throw new DomainError('callback-signature-wrong');
      return readNotification(body);
    },
  };
}
