/** How a story is told: a line an event, with the seconds since it began; and what ends it. */
import { setTimeout as pause } from 'node:timers/promises';
import { ApiRefusal } from '@social/catalog/api-client';
import { Refusal } from '../steps.ts';

export type Teller = {
  /** Somebody did something; '' for what happens by itself. */
  tell: (who: string, what: string) => void;
  chapter: (title: string) => void;
  /** What the lines before have shown. */
  proved: (what: string) => void;
  /** How long the story takes so far, in seconds. */
  seconds: () => number;
  /** What was told last. */
  last: () => string;
};

/** Chinese characters take two columns of a terminal. */
const columns = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columns(text)));

/** A teller whose lines go to `write`, timed by a clock in milliseconds. */
export function createTeller(write: (text: string) => unknown, now: () => number): Teller {
  const started = now();
  const seconds = () => (now() - started) / 1000;
  let last = 'the beginning';
  const tell = (who: string, what: string) => {
    last = `${who} ${what}`.trim();
    write(`${seconds().toFixed(1).padStart(5)} s  ${pad(who, 8)}  ${what}\n`);
  };
  return {
    ...{ tell, seconds },
    chapter: (title) => write(`\n${title}\n`),
    proved: (what) => write(`         ✓ ${what}\n`),
    last: () => last,
  };
}

/** An amount in fen as people read it. */
export const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`;

/** Ends the story unless something is as told. Errors: Refusal. */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Refusal(otherwise);
}

/** Asks again until the answer is the one the story waits for. Errors: Refusal, after a minute. */
export async function until<T>(what: string, ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline) throw new Refusal(`${what} did not happen within a minute; see make logs s=orders`);
    await pause(100);
  }
}

/** Does what must be refused with a code of the API. Errors: Refusal, when it is not; whatever else goes wrong. */
export async function mustBeRefused(code: string, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === code) return;
    throw error;
  }
  throw new Refusal(`${what} was not refused`);
}

/** Presses the button of the sandbox cashier; `delaySeconds` holds the provider's notification back. */
export async function payAtCashier(cashierUrl: string, how: { delaySeconds?: number } = {}): Promise<void> {
  const paid = await fetch(`${cashierUrl}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(how),
  });
  if (!paid.ok) throw new Refusal(`the cashier answered ${paid.status}: ${await paid.text()}`);
}

/** The one sentence that a story ends with when it did not go as told. */
export function notAsTold(error: unknown, { last }: Teller): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  const code = error instanceof ApiRefusal ? ` (${error.code})` : '';
  return new Refusal(`After “${last()}” it did not go as told: ${why}${code}`);
}
