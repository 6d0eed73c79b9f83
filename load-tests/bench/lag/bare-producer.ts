/** The limit, first half: kafkajs alone, acknowledged by every broker in sync. */
import { randomUUID } from 'node:crypto';
import { Kafka, Partitioners } from 'kafkajs';
import { probeWhenAsked, ready, settings } from './probe.ts';

const { kafkaBrokers, topic } = settings();
const kafka = new Kafka({ brokers: kafkaBrokers.split(',') });
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
await producer.connect();

probeWhenAsked(async (startedUs) => {
  const message = { key: randomUUID(), value: JSON.stringify({ startedUs }) };
  await producer.send({ topic, acks: -1, messages: [message] });
});
ready();
