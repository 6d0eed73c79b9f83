/** The limit, second half: kafkajs alone, measured when the message is in hand. */
import { Kafka } from 'kafkajs';
import { nowUs, ready, settings, tell } from './probe.ts';

const { kafkaBrokers, namespace, topic } = settings();
const kafka = new Kafka({ brokers: kafkaBrokers.split(',') });
// What our consumers wait for new messages, so that the limit is not held up by the client's longer default.
const consumer = kafka.consumer({ groupId: `${namespace}bare`, maxWaitTimeInMs: 100 });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const { startedUs } = JSON.parse(message.value?.toString() ?? '{}');
    tell(nowUs() - startedUs);
  },
});
ready();
