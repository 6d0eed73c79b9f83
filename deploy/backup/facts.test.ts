import type { Recorded } from '@social/messaging/history';
import { describe, expect, it } from 'vitest';
import { factsIn } from './cut.ts';
import { asMessage, factId, readFact, storedFact, trackPositions } from './facts.ts';

const aFact = (over: Partial<Recorded> = {}): Recorded => ({
  topic: 'orders.order.v1',
  partition: 2,
  offset: 5,
  key: Buffer.from('ord_1'),
  value: Buffer.from('{"orderId":"ord_1"}'),
  headers: { ce_id: Buffer.from('evt_1'), twice: [Buffer.from('a'), Buffer.from('b')] },
  timestamp: '1790000000000',
  ...over,
});

describe('a fact in a backup', () => {
  it('comes back byte for byte, to the partition that it was in', () => {
    const fact = aFact();
    const read = readFact(Buffer.from(storedFact(fact)));
    expect(read).toEqual(fact);
    expect(factId(read)).toBe('evt_1');
    expect(asMessage(read)).toEqual({
      topic: 'orders.order.v1',
      message: {
        key: fact.key,
        value: fact.value,
        headers: fact.headers,
        partition: 2,
        timestamp: '1790000000000',
      },
    });
  });

  it('may have no key and no value', () => {
    const fact = aFact({ key: null, value: null, headers: {} });
    expect(readFact(Buffer.from(storedFact(fact)))).toEqual(fact);
  });
});

describe('a group of consumers', () => {
  it('goes on where it was, counted from the first message that went back', () => {
    const offsets = [2, 3].map((partition) => ({ topic: 'orders.order.v1', partition, offset: 7 }));
    const positions = trackPositions([{ name: 'payments', offsets }]);
    for (const offset of [4, 5, 6, 7, 8]) positions.note(aFact({ offset }));
    positions.note(aFact({ topic: 'orders.other.v1', offset: 1 }));
    expect(positions.groups()).toEqual([
      {
        name: 'payments',
        offsets: [
          { topic: 'orders.order.v1', partition: 2, offset: 3 },
          { topic: 'orders.order.v1', partition: 3, offset: 0 },
        ],
      },
    ]);
  });
});

describe('what a change put into an outbox', () => {
  const fact = (id: string) => ({ id, type: 'orders.order.paid.v1' });

  it('is all of a new document’s', () => {
    const change = { operationType: 'insert', fullDocument: { outbox: [fact('evt_1'), fact('evt_2')] } };
    expect(factsIn(change)).toEqual(['evt_1', 'evt_2']);
    expect(factsIn({ operationType: 'insert', fullDocument: {} })).toEqual([]);
  });

  it('is a new outbox, or a place in one', () => {
    const updatedFields = { version: 3, 'outbox.1': fact('evt_3'), 'lines.0.id': 'evt_9' };
    expect(factsIn({ operationType: 'update', updateDescription: { updatedFields } })).toEqual(['evt_3']);
    const whole = { operationType: 'update', updateDescription: { updatedFields: { outbox: [fact('evt_4')] } } };
    expect(factsIn(whole)).toEqual(['evt_4']);
  });
});
