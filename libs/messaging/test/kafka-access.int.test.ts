import { ORDERS_TOPIC, OrderCompleted } from '@social/contracts/events/orders';
import { anAuthority } from '@social/testkit/authority';
import { eventually } from '@social/testkit/eventually';
import { keptLog } from '@social/testkit/kept-log';
import { silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTopics, openBus } from '../src/bus.ts';
import { consume, on } from '../src/consumer.ts';
import type { KafkaAccess } from '../src/kafka-access.ts';
import { completed } from './harness.ts';
import { PLAIN, SCRAM, startSecuredKafka } from './secured-kafka.ts';

type Authority = Awaited<ReturnType<typeof anAuthority>>;

let ours: Authority;
let others: Authority;
let kafka: Awaited<ReturnType<typeof startSecuredKafka>>;
let access: KafkaAccess;

beforeAll(async () => {
  [ours, others] = await Promise.all([anAuthority('ours'), anAuthority('others')]);
  kafka = await startSecuredKafka(await ours.issue({ until: new Date(Date.now() + 86_400_000) }));
  access = { KAFKA_BROKERS: kafka.brokers, KAFKA_TLS: true, KAFKA_CA_FILE: ours.caFile };
}, 90_000);
afterAll(async () => {
  await kafka?.stop();
  await Promise.all([ours?.remove(), others?.remove()]);
});

const open = (brokers: KafkaAccess, log = silentLog) => openBus({ brokers, namespace: '', service: 'orders', log });

describe('a broker that speaks TLS and asks who one is', () => {
  it.each([
    ['SCRAM-SHA-512', SCRAM],
    ['PLAIN', PLAIN],
  ])('is published to and heard, logged in by %s', async (_, us) => {
    const bus = await open({ ...access, ...us });
    await ensureTopics(bus, [ORDERS_TOPIC], 1);
    const heard: string[] = [];
    const stop = await consume(bus, [on(OrderCompleted, async ({ orderId }) => void heard.push(orderId))]);
    const orderId = `ord_${us.KAFKA_USERNAME}`;
    await bus.publish([completed(orderId)]);
    await eventually(() => expect(heard).toContain(orderId));
    await stop();
    await bus.close();
  });

  it('refuses whoever has another password, and whoever does not believe it, without telling the password', async () => {
    const { log, lines } = keptLog();
    const wrong = { ...access, ...SCRAM, KAFKA_PASSWORD: 'a wrong one' };
    const [password, authority] = await Promise.allSettled([
      open(wrong, log),
      open({ ...access, ...SCRAM, KAFKA_CA_FILE: others.caFile }, log),
    ]);
    expect(password).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/authentication/i) },
    });
    expect(authority).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/certificate/i) } });
    const told = lines.join('\n') + JSON.stringify([password, authority], Object.getOwnPropertyNames(Error.prototype));
    for (const secret of ['a wrong one', SCRAM.KAFKA_PASSWORD]) expect(told).not.toContain(secret);
  });
});
