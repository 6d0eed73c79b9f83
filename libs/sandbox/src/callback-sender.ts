import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { ANSWER_TIMEOUT_MS, beginAttempt, endAttempt } from './callbacks.ts';
import type { Debtor, Ledger } from './ledger.ts';
import { signedHeaders } from './signing.ts';

/** Callbacks on their way at once. */
const IN_FLIGHT_MAX = 256;

type CallbackOf<T extends Debtor> = T['callbacks'][number];

export type SenderDeps<T extends Debtor> = {
  ledger: Pick<Ledger<T>, 'change' | 'withDueCallbacks'>;
  /** The body of a notification; the same bytes at every attempt. */
  bodyOf: (debtor: T, callback: CallbackOf<T>) => string;
  clock: Clock;
  log: Logger;
  secret: string;
  /** Pauses between attempts; the last one repeats. */
  retriesMs: readonly number[];
};

export type CallbackSender<T> = {
  /** Starts an attempt of every callback of a document that is due; does not wait for the merchant. */
  send: (debtor: T) => void;
  /** The same for all documents. */
  sendDue: () => Promise<void>;
  /** Resolves when nothing is on its way. */
  idle: () => Promise<void>;
};

/** Posts one notification; true when the merchant answered 2xx. */
async function post({ notify_url, traceparent }: Debtor, body: string, secret: string, now: Date): Promise<boolean> {
  try {
    const answer = await fetch(notify_url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(traceparent ? { traceparent } : {}),
        ...signedHeaders([], body, secret, now),
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

/** One attempt: the next one is due before this one starts, so that a killed simulator goes on where it was. */
async function attempt<T extends Debtor>(_id: string, callbackId: string, deps: SenderDeps<T>): Promise<void> {
  const { ledger, bodyOf, clock, log, secret, retriesMs } = deps;
  const { document, changed } = await ledger.change(_id, (current) =>
    beginAttempt(current, callbackId, retriesMs, clock.now()),
  );
  const callback = document.callbacks.find(({ id }) => id === callbackId);
  if (!changed || !callback) return;

  const reaches = callback.attempts > callback.fail_first;
  const delivered = reaches && (await post(document, bodyOf(document, callback), secret, clock.now()));
  log.info({ id: _id, attempts: callback.attempts, delivered }, 'callback');
  await ledger.change(_id, (current) => endAttempt(current, callbackId, delivered, retriesMs, clock.now()));
}

/** Sends the notifications that are owed, until each is answered with 2xx. */
export function callbackSender<T extends Debtor>(deps: SenderDeps<T>): CallbackSender<T> {
  const inFlight = new Map<string, Promise<void>>();
  const start = (debtorId: string, callbackId: string) => {
    const flight = attempt(debtorId, callbackId, deps)
      .catch((error) => deps.log.warn({ err: error }, 'callback left to the next sweep'))
      .finally(() => inFlight.delete(callbackId));
    inFlight.set(callbackId, flight);
  };
  const send = (debtor: T) => {
    const now = deps.clock.now();
    for (const { id, due_at } of debtor.callbacks) {
      const isDue = due_at !== undefined && due_at <= now;
      if (isDue && inFlight.size < IN_FLIGHT_MAX && !inFlight.has(id)) start(debtor._id, id);
    }
  };
  return {
    send,
    sendDue: async () => {
      for (const debtor of await deps.ledger.withDueCallbacks(deps.clock.now())) send(debtor);
    },
    idle: async () => {
      await Promise.all(inFlight.values());
    },
  };
}
