import { OrderCompleted } from '@social/contracts/events/orders';
import { describe, expect, it } from 'vitest';
import { envelope } from './envelope.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const data = { orderId: 'ord_1', buyerId: 'usr_1', merchantId: 'mer_1', version: 5, completedAt: NOON.toISOString() };

describe('an envelope', () => {
  it('says what happened, to which aggregate, when, and where it is told', () => {
    expect(envelope(OrderCompleted, 'ord_1', data, NOON)).toEqual({
      id: expect.stringMatching(/^evt_/),
      type: 'orders.order.completed.v1',
      topic: 'orders.order.v1',
      key: 'ord_1',
      at: NOON,
      data,
      traceparent: undefined,
    });
  });

  it('has an id of its own, by which it is taken out of the outbox', () => {
    const [first, second] = [1, 2].map(() => envelope(OrderCompleted, 'ord_1', data, NOON).id);
    expect(first).not.toBe(second);
  });
});
