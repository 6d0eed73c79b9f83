/** One notification that is owed to the merchant; without `due_at` it is settled. */
export type Callback = {
  id: string;
  due_at?: Date;
  attempts: number;
  /** So many first attempts fail on purpose, without reaching the merchant. */
  fail_first: number;
  outcome?: 'delivered' | 'given-up';
};

/** What owes callbacks: they are written together with what they tell of. */
export type Owing = { version: number; callbacks: Callback[] };

/** What a developer asks a simulator to do wrong with callbacks. */
export type Misbehaviour = { delaySeconds: number; duplicates: number; failFirst: number; drop: boolean };

/** Most attempts of one callback. */
export const CALLBACK_ATTEMPTS_MAX = 40;

/** Longest that a merchant may take to answer a callback. */
export const ANSWER_TIMEOUT_MS = 5000;

/** The callbacks owed for one fact: one, or as many as the misbehaviour asks for. */
export function callbacksFor(misbehaviour: Misbehaviour, now: Date, mintId: () => string): Callback[] {
  if (misbehaviour.drop) return [];

  const dueAt = new Date(now.getTime() + misbehaviour.delaySeconds * 1000);
  return Array.from({ length: 1 + misbehaviour.duplicates }, () => ({
    id: mintId(),
    due_at: dueAt,
    attempts: 0,
    fail_first: misbehaviour.failFirst,
  }));
}

/** Milliseconds until the next attempt after `attempts` failed; undefined: enough is enough. */
export function retryPause(attempts: number, pausesMs: readonly number[]): number | undefined {
  if (attempts >= CALLBACK_ATTEMPTS_MAX) return undefined;
  return pausesMs[Math.min(attempts, pausesMs.length) - 1];
}

const withCallback = <T extends Owing>(owing: T, id: string, next: (callback: Callback) => Callback): T => ({
  ...owing,
  version: owing.version + 1,
  callbacks: owing.callbacks.map((callback) => (callback.id === id ? next(callback) : callback)),
});

/**
 * Begins an attempt of a callback if it is due; the next one is due after this one and its pause, should this process
 * die. Undefined when it is not due.
 */
export function beginAttempt<T extends Owing>(
  owing: T,
  id: string,
  pausesMs: readonly number[],
  now: Date,
): T | undefined {
  const callback = owing.callbacks.find((one) => one.id === id);
  if (!callback?.due_at || callback.due_at > now) return undefined;

  const attempts = callback.attempts + 1;
  const pause = retryPause(attempts, pausesMs) ?? 0;
  return withCallback(owing, id, (one) => ({
    ...one,
    attempts,
    due_at: new Date(now.getTime() + ANSWER_TIMEOUT_MS + pause),
  }));
}

/** How an attempt ended: the callback is delivered, given up, or due again. */
export function endAttempt<T extends Owing>(
  owing: T,
  id: string,
  delivered: boolean,
  pausesMs: readonly number[],
  now: Date,
): T {
  return withCallback(owing, id, ({ due_at: _, ...callback }) => {
    if (delivered) return { ...callback, outcome: 'delivered' };
    const pause = retryPause(callback.attempts, pausesMs);
    if (pause === undefined) return { ...callback, outcome: 'given-up' };
    return { ...callback, due_at: new Date(now.getTime() + pause) };
  });
}
