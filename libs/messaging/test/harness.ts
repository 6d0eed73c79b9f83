import { OrderCompleted } from '@social/contracts/events/orders';
import { aNamespace, dropNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';
import { type Bus, openBus } from '../src/bus.ts';
import { type Envelope, envelope } from '../src/envelope.ts';

export const AT = new Date('2026-06-01T12:00:00.000Z');

/** A fact about an order; its `version` tells one from another. */
export const completed = (orderId: string, version = 1): Envelope => {
  const data = { orderId, buyerId: 'usr_1', merchantId: 'mer_1', version, completedAt: AT.toISOString() };
  return envelope(OrderCompleted, orderId, data, AT);
};

export type Bench = { namespace: string; open: (service: string) => Promise<Bus>; end: () => Promise<void> };

/** Buses of one namespace, closed and cleared away together. */
export function aBench(brokers: string = SERVERS.kafkaBrokers): Bench {
  const namespace = aNamespace();
  const buses: Bus[] = [];
  return {
    namespace,
    open: async (service) => {
      const bus = await openBus({ brokers, namespace, service, log: silentLog });
      buses.push(bus);
      return bus;
    },
    end: async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      await dropNamespace(namespace);
    },
  };
}

/** Everything a topic holds and will hold, as it arrives; the topic's name is without the namespace. */
export async function listen(namespace: string, topic: string, brokers: string = SERVERS.kafkaBrokers) {
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
  const groupId = `${namespace}listener-${Math.random()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  const heard: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: `${namespace}${topic}`, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void heard.push(message) });
  return { heard, stop: () => consumer.disconnect() };
}

export const headerOf = (message: KafkaMessage | undefined, name: string): string =>
  message?.headers?.[name]?.toString() ?? '';

export const dataOf = (message: KafkaMessage): Record<string, unknown> => JSON.parse(message.value?.toString() ?? '{}');
