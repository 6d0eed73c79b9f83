import { describe, expect, it } from 'vitest';
import { createInFlight } from './in-flight.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const aKey = { id: 'k1', bodyHash: 'b1' };

describe('a request in flight', () => {
  it('keeps the same request out until it is answered', async () => {
    const { once } = createInFlight();
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = once(aKey, () => promise);
    await expect(once(aKey, async () => 'second')).rejects.toThrow(code('request-in-progress'));
    await expect(once({ ...aKey, bodyHash: 'b2' }, async () => 'other')).rejects.toThrow(
      code('idempotency-key-reused'),
    );
    expect(await once({ ...aKey, id: 'k2' }, async () => 'of another key')).toBe('of another key');

    resolve('first');
    expect(await first).toBe('first');
    expect(await once(aKey, async () => 'again')).toBe('again');
  });

  it('that failed may be tried again', async () => {
    const { once } = createInFlight();
    await expect(once(aKey, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await once(aKey, async () => 'again')).toBe('again');
  });
});
