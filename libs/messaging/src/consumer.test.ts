import { DomainError } from '@social/contracts/errors';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Outgoing, requestsOf } from './bus.ts';
import { isPoison } from './consumer.ts';

const thrownBy = async (work: () => Promise<unknown>): Promise<unknown> => work().catch((error) => error);

describe('what goes to the dead letters', () => {
  it('is an event that is refused, does not fit, or meets a fault of ours', async () => {
    expect(isPoison(new DomainError('order-not-found'))).toBe(true);
    expect(isPoison(new DomainError('refund-invalid'))).toBe(true);
    expect(isPoison(z.string().safeParse(1).error)).toBe(true);
    expect(isPoison(await thrownBy(async () => JSON.parse('{')))).toBe(true);
    expect(isPoison(await thrownBy(async () => (undefined as unknown as { x: string }).x))).toBe(true);
  });

  it('is never an event that met something that passes', async () => {
    expect(isPoison(new DomainError('service-unavailable'))).toBe(false);
    expect(isPoison(new DomainError('deadline-exceeded'))).toBe(false);
    expect(isPoison(new DomainError('internal'))).toBe(false);
    expect(isPoison(new DomainError('rate-limited'))).toBe(false);
    expect(isPoison(new DomainError('version-conflict'))).toBe(false);
    expect(isPoison(new DomainError('request-in-progress'))).toBe(false);
    expect(isPoison(new DomainError('unauthenticated'))).toBe(false);
    expect(isPoison(new Error('not primary'))).toBe(false);
    expect(isPoison('nothing known')).toBe(false);
  });

  it('is not an event whose handler could not connect, though fetch calls that a TypeError', async () => {
    const error = await thrownBy(() => fetch('http://nobody.invalid/'));
    expect(error).toBeInstanceOf(TypeError);
    expect(isPoison(error)).toBe(false);
  });
});

describe('requests to Kafka', () => {
  const ofBytes = (bytes: number): Outgoing => ({ topic: 't', message: { value: 'x'.repeat(bytes) } });
  const sizes = (messages: Outgoing[]) => requestsOf(messages).map((request) => request.length);

  it('are as few as a broker takes, in order', () => {
    expect(sizes([])).toEqual([]);
    expect(sizes([1, 2, 3].map(ofBytes))).toEqual([3]);
    expect(sizes([300_000, 200_000, 1, 499_999, 600_000, 1].map(ofBytes))).toEqual([2, 2, 1, 1]);
    const messages = [400_000, 400_000, 400_000].map(ofBytes);
    expect(requestsOf(messages).flat()).toEqual(messages);
  });

  it('count bytes, not characters', () => {
    const message = { value: '团'.repeat(100_000) };
    expect(
      sizes([
        { topic: 't', message },
        { topic: 't', message },
      ]),
    ).toEqual([1, 1]);
  });
});
