import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const aGate = () => Promise.withResolvers<void>();

describe('turns', () => {
  it('are taken in the order they were asked for, so many at once', async () => {
    const turns = createTurns({ atOnce: 2, waiting: 10 });
    const gates = Array.from({ length: 4 }, aGate);
    const begun: number[] = [];
    const all = gates.map(({ promise }, index) =>
      turns.take(() => {
        begun.push(index);
        return promise;
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    gates[1]?.resolve();
    await all[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { resolve } of gates) resolve();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('are refused to whoever comes when enough wait', async () => {
    const turns = createTurns({ atOnce: 1, waiting: 1 });
    const gate = aGate();
    const first = turns.take(() => gate.promise);
    const second = turns.take(async () => 'second');
    await expect(turns.take(async () => 'third')).rejects.toMatchObject({ code: 'service-unavailable' });
    gate.resolve();
    await first;
    expect(await second).toBe('second');
    expect(await turns.take(async () => 'fourth')).toBe('fourth');
  });

  it('go on after a failure', async () => {
    const turns = createTurns({ atOnce: 1, waiting: 1 });
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take(async () => 'next')).toBe('next');
  });
});
