import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { type Callback, type Charge, notificationOf, retryPause } from './domain.ts';
import { signedHeaders } from './signing.ts';
import type { Charges } from './store.ts';

/** How long a merchant may take to answer a callback. */
const ANSWER_TIMEOUT_MS = 5000;
/** Callbacks on their way at once. */
const IN_FLIGHT_MAX = 64;

export type CallbackDeps = {
  charges: Charges;
  clock: Clock;
  log: Logger;
  secret: string;
  /** Pauses between attempts; the last one repeats. */
  retriesMs: readonly number[];
};

export type CallbackSender = {
  /** Starts an attempt of every due callback; does not wait for the merchants. */
  sendDue: () => Promise<void>;
  /** Resolves when nothing is on its way. */
  idle: () => Promise<void>;
};

/** Posts one notification; true when the merchant answered 2xx. */
async function post(charge: Charge, { secret, clock }: CallbackDeps): Promise<boolean> {
  const body = notificationOf(charge);
  try {
    const answer = await fetch(charge.notify_url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(charge.traceparent ? { traceparent: charge.traceparent } : {}),
        ...signedHeaders([], body, secret, clock.now()),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** One attempt: the next one is due before this one starts, so that a killed provider goes on where it was. */
async function attempt(charge: Charge, callback: Callback, deps: CallbackDeps): Promise<void> {
  const { charges, clock, log, retriesMs } = deps;
  const now = clock.now();
  const attempts = callback.attempts + 1;
  const pause = retryPause(attempts, retriesMs);
  const again = new Date(now.getTime() + ANSWER_TIMEOUT_MS + (pause ?? 0));
  if (!(await charges.claim(charge._id, callback.id, now, again))) return;

  const delivered = attempts > callback.fail_first && (await post(charge, deps));
  log.info({ charge_id: charge._id, attempts, delivered }, 'callback');
  if (delivered) return charges.settle(charge._id, callback.id, 'delivered');
  if (pause === undefined) return charges.settle(charge._id, callback.id, 'given-up');
  await charges.reschedule(charge._id, callback.id, new Date(clock.now().getTime() + pause));
}

/** Sends the notifications that are owed, until each is answered with 2xx. */
export function callbackSender(deps: CallbackDeps): CallbackSender {
  const inFlight = new Map<string, Promise<void>>();
  const start = (charge: Charge, callback: Callback) => {
    const flight = attempt(charge, callback, deps)
      .catch((error) => deps.log.warn({ err: error }, 'callback left to the next sweep'))
      .finally(() => inFlight.delete(callback.id));
    inFlight.set(callback.id, flight);
  };
  return {
    sendDue: async () => {
      const now = deps.clock.now();
      for (const charge of await deps.charges.withDueCallbacks(now)) {
        for (const callback of charge.callbacks) {
          const due = callback.due_at !== undefined && callback.due_at <= now;
          if (due && inFlight.size < IN_FLIGHT_MAX && !inFlight.has(callback.id)) start(charge, callback);
        }
      }
    },
    idle: async () => {
      await Promise.all(inFlight.values());
    },
  };
}
