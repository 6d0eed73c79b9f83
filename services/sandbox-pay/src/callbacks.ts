import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { ANSWER_TIMEOUT_MS, beginAttempt, type Callback, type Charge, endAttempt, notificationOf } from './domain.ts';
import { signedHeaders } from './signing.ts';
import type { Charges } from './store.ts';

/** Callbacks on their way at once. */
const IN_FLIGHT_MAX = 256;

export type CallbackDeps = {
  charges: Charges;
  clock: Clock;
  log: Logger;
  secret: string;
  /** Pauses between attempts; the last one repeats. */
  retriesMs: readonly number[];
};

export type CallbackSender = {
  /** Starts an attempt of every callback of a charge that is due; does not wait for the merchant. */
  send: (charge: Charge) => void;
  /** The same for all charges. */
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
async function attempt({ _id }: Charge, { id }: Callback, deps: CallbackDeps): Promise<void> {
  const { charges, clock, log, retriesMs } = deps;
  const { charge, changed } = await charges.change(_id, (current) => beginAttempt(current, id, retriesMs, clock.now()));
  const callback = charge.callbacks.find((one) => one.id === id);
  if (!changed || !callback) return;

  const delivered = callback.attempts > callback.fail_first && (await post(charge, deps));
  log.info({ charge_id: _id, attempts: callback.attempts, delivered }, 'callback');
  await charges.change(_id, (current) => endAttempt(current, id, delivered, retriesMs, clock.now()));
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
  const send = (charge: Charge) => {
    const now = deps.clock.now();
    for (const callback of charge.callbacks) {
      const due = callback.due_at !== undefined && callback.due_at <= now;
      if (due && inFlight.size < IN_FLIGHT_MAX && !inFlight.has(callback.id)) start(charge, callback);
    }
  };
  return {
    send,
    sendDue: async () => {
      for (const charge of await deps.charges.withDueCallbacks(deps.clock.now())) send(charge);
    },
    idle: async () => {
      await Promise.all(inFlight.values());
    },
  };
}
