import type { DomainError } from '@social/contracts/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCommit } from './batcher.ts';

/** Batches that a test answers one by one. */
function byHand() {
  const flights: { items: number[]; answer: (results: (number | Error)[]) => void; fail: (error: Error) => void }[] =
    [];
  const run = (items: number[]) =>
    new Promise<(number | Error)[]>((answer, fail) => flights.push({ items, answer, fail }));
  return { flights, run };
}

const LIMITS = { maxBatch: 3, maxQueue: 5 };
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('group commit', () => {
  it('sends a lone item at once', () => {
    const { flights, run } = byHand();
    groupCommit(run, LIMITS).add(1);
    expect(flights.map(({ items }) => items)).toEqual([[1]]);
  });

  it('tells beforehand that too many wait', async () => {
    const { flights, run } = byHand();
    const { add, refusal, waiting } = groupCommit(run, { maxBatch: 1, maxQueue: 1 });
    const first = add(1);
    expect(refusal()).toBeUndefined();
    expect(waiting()).toBe(0);
    const second = add(2);
    expect(waiting()).toBe(1);
    expect(refusal()).toMatchObject({ code: 'service-unavailable', details: { retryAfterMs: expect.any(Number) } });
    flights[0]?.answer([10]);
    await first;
    await turn();
    expect(refusal()).toBeUndefined();
    flights[1]?.answer([20]);
    await second;
  });

  it('gathers what comes while a batch is in flight, up to the cap', async () => {
    const { flights, run } = byHand();
    const { add } = groupCommit(run, LIMITS);
    const answers = Promise.all([1, 2, 3, 4, 5].map(add));

    flights[0]?.answer([10]);
    await turn();
    expect(flights[1]?.items).toEqual([2, 3, 4]);
    flights[1]?.answer([20, 30, 40]);
    await turn();
    expect(flights[2]?.items).toEqual([5]);
    flights[2]?.answer([50]);

    expect(await answers).toEqual([10, 20, 30, 40, 50]);
  });

  it('rejects the item whose result is an error, and no other', async () => {
    const { add } = groupCommit<number, number>(
      async (items) => items.map((item) => (item === 2 ? new Error('two') : item)),
      LIMITS,
    );
    const results = await Promise.allSettled([1, 2, 3].map(add));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('rejects a whole batch that failed, and goes on with the next', async () => {
    const { flights, run } = byHand();
    const { add } = groupCommit(run, LIMITS);
    const first = add(1);
    const second = add(2);

    flights[0]?.fail(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await turn();
    flights[1]?.answer([20]);
    expect(await second).toBe(20);
  });

  it('rejects a batch whose answers are not one an item', async () => {
    const { add } = groupCommit<number, number>(async () => [], LIMITS);
    await expect(add(1)).rejects.toThrow('1 items got 0 results');
  });

  it('refuses at once past its bound, saying to each when to come back, not to all at the same time', async () => {
    const { flights, run } = byHand();
    const { add } = groupCommit(run, LIMITS);
    const accepted = [1, 2, 3, 4, 5, 6].map(add);

    const refusals: DomainError[] = await Promise.all(Array.from({ length: 50 }, () => add(7).catch((error) => error)));
    const later = refusals.map(({ details }) => details.retryAfterMs);
    expect(refusals.every(({ code }) => code === 'service-unavailable')).toBe(true);
    expect(later.every((ms = 0) => ms >= 1000 && ms < 4000)).toBe(true);
    expect(new Set(later).size).toBeGreaterThan(10);
    flights[0]?.answer([1]);
    await turn();
    flights[1]?.answer([2, 3, 4]);
    await turn();
    flights[2]?.answer([5, 6]);
    expect(await Promise.all(accepted)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is idle when everything that was added is answered', async () => {
    let done = 0;
    const { add, idle } = groupCommit<number, number>(async (items) => {
      await turn();
      done += items.length;
      return items;
    }, LIMITS);
    const answers = Promise.all([1, 2, 3, 4].map(add));
    await idle();
    expect(done).toBe(4);
    await answers;
    await idle();
  });

  it('takes an item that is added by the one before it returning', async () => {
    const { add } = groupCommit<number, number>(async (items) => items, LIMITS);
    expect(await add(1).then((one) => add(one + 1))).toBe(2);
  });

  it('gives every item its own result, in batches no larger than the cap, whatever the timing', async () => {
    const waves = fc.array(fc.array(fc.integer(), { maxLength: 20 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        waves,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        async (lists, maxBatch, flights) => {
          const sizes: number[] = [];
          let inFlight = 0;
          const { add } = groupCommit<number, string>(
            async (items) => {
              inFlight += 1;
              expect(inFlight).toBeLessThanOrEqual(flights);
              sizes.push(items.length);
              await turn();
              inFlight -= 1;
              return items.map((item) => `<${item}>`);
            },
            { maxBatch, maxQueue: 1000, flights },
          );
          const answers: Promise<string>[] = [];
          for (const list of lists) {
            answers.push(...list.map(add));
            await turn();
          }
          expect(await Promise.all(answers)).toEqual(lists.flat().map((item) => `<${item}>`));
          expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(maxBatch);
        },
      ),
      { numRuns: 50 },
    );
  });
});
