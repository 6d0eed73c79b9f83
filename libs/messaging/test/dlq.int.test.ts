import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@social/contracts/errors';
import { ORDERS_TOPIC, OrderCompleted } from '@social/contracts/events/orders';
import { eventually } from '@social/testkit/eventually';
import { SERVERS } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bus, ensureTopics } from '../src/bus.ts';
import { consume, on } from '../src/consumer.ts';
import { deadLetterTopic } from '../src/dead-letters.ts';
import { AT, aBench, completed, listen } from './harness.ts';

const COMMAND = join(import.meta.dirname, '../../../deploy/local/dlq.ts');
const LETTERS = deadLetterTopic('stocker', ORDERS_TOPIC);

const bench = aBench();
const stops: (() => Promise<void>)[] = [];
const handled: string[] = [];
let refuses = true;
let orders: Bus;

async function dlq(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, KAFKA_BROKERS: SERVERS.kafkaBrokers, NAMESPACE: bench.namespace };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

beforeAll(async () => {
  orders = await bench.open('orders');
  await ensureTopics(orders, [ORDERS_TOPIC]);
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await bench.end();
});

describe('make dlq', () => {
  it('says so when no event was ever put aside', async () => {
    expect(await dlq('list')).toEqual({ code: 0, said: 'No dead letters are waiting.\n' });
    expect(await dlq('replay', LETTERS)).toEqual({ code: 1, said: '\nThere is no dead-letter topic yet.\n' });
  });

  it('lists each letter with where it came from and why', async () => {
    const stocker = await bench.open('stocker');
    const stop = await consume(stocker, [
      on(OrderCompleted, async ({ orderId }, { at }) => {
        if (refuses && orderId !== 'ord_good') throw new DomainError('sku-not-found');
        handled.push(`${orderId} ${at.toISOString()}`);
      }),
    ]);
    stops.push(stop);
    await orders.publish([completed('ord_1'), completed('ord_2'), completed('ord_good')]);

    const said = await eventually(async () => {
      const answer = await dlq('list');
      expect(answer.said).toContain(`${LETTERS}: 2`);
      return answer.said;
    });
    expect(said).toMatch(/stocker +orders\.order\.v1\/\d\/\d+ +orders\.order\.completed\.v1 +ord_1/);
    expect(said).toContain('DomainError: There is no such SKU on sale.');
    expect(handled).toEqual([`ord_good ${AT.toISOString()}`]);
  });

  it('puts them back as they were, to be handled, and each only once', async () => {
    const topic = await listen(bench.namespace, ORDERS_TOPIC);
    stops.push(topic.stop);
    await eventually(() => expect(topic.heard).toHaveLength(3));
    refuses = false;

    expect((await dlq('replay', LETTERS)).said).toBe(`2 put back from ${LETTERS}.\n`);

    const at = AT.toISOString();
    await eventually(() => expect(handled.slice(1).sort()).toEqual([`ord_1 ${at}`, `ord_2 ${at}`]));
    await eventually(() => expect(topic.heard).toHaveLength(5));
    const [first, again] = topic.heard.filter((message) => message.key?.toString() === 'ord_1');
    expect(again?.value).toEqual(first?.value);
    const { dlq_replayed: replayed, ...headers } = again?.headers ?? {};
    expect(headers).toEqual(first?.headers);
    expect(replayed?.toString()).toMatch(new RegExp(`^${LETTERS}/0/[01]$`));

    expect((await dlq('replay', LETTERS)).said).toBe(`Nothing waits in ${LETTERS}.\n`);
    expect((await dlq('list')).said).toBe('No dead letters are waiting.\n');
  });

  it('puts a letter that fails again aside again, and says so', async () => {
    refuses = true;
    await orders.publish([completed('ord_3')]);
    await eventually(async () => expect((await dlq('list')).said).toContain('ord_3'));

    await dlq('replay', LETTERS);

    await eventually(async () => expect((await dlq('list')).said).toContain('(was put back before)'));
  });

  it('names the topics there are when asked for another, and says what it can do', async () => {
    const unknown = await dlq('replay', 'orders.nothing.dlq');
    expect(unknown).toEqual({
      code: 1,
      said: `\nThere is no dead-letter topic orders.nothing.dlq. There are:\n${LETTERS}\n`,
    });
    expect((await dlq()).said).toBe('\nSay what to do: list, or replay TOPIC.\n');
  });
});
