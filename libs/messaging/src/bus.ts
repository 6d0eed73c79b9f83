import { setTimeout as pause } from 'node:timers/promises';
import { groupCommit } from '@social/runtime/batcher';
import type { Logger } from '@social/runtime/log';
import {
  type Admin,
  type ICustomPartitioner,
  type IHeaders,
  Kafka,
  logLevel,
  type Message,
  Partitioners,
  type Producer,
} from 'kafkajs';
import type { Envelope } from './envelope.ts';
import { type KafkaAccess, kafkaOptions } from './kafka-access.ts';
import { quietKafkajsTimers } from './kafkajs-timers.ts';
import { checkKept, DEAD_LETTERS_KEPT_DAYS, keptIn } from './kept.ts';
import { partitionOf } from './partition.ts';

quietKafkajsTimers();

/** Partitions of every fact topic where nothing else is said; fixed at creation, because a key must stay where it is. */
export const PARTITIONS = 6;

/** Most bytes of values in one request: a broker refuses record batches above 1 MB. */
const MAX_REQUEST_BYTES = 500_000;

/** How long brokers may take to agree on a new topic. */
const TOPICS_WITHIN_MS = 30_000;

export type BusOptions = {
  /** host:port, comma-separated; with TLS or a log-in, what configuration has of both. */
  brokers: string | KafkaAccess;
  /** Prefix of topics and groups; empty in production. */
  namespace: string;
  /** The service's name: client id, consumer group and `ce_source`. */
  service: string;
  log: Logger;
};

/** A message as it goes to Kafka, to a topic without the namespace. */
export type Outgoing = { topic: string; message: Message };

/** The connection of one service to Kafka. */
export type Bus = BusOptions & {
  kafka: Kafka;
  /** Of topics that this service makes. */
  partitions: number;
  /** Days that dead letters are kept, where their topic is new. */
  deadLettersKeptDays: number;
  /** Resolves when every broker in sync has them (`acks: -1`); batches what arrives while a send is in flight. */
  publish: (envelopes: Envelope[]) => Promise<void>;
  /** The same for messages that are no facts of this service's own, e.g. dead letters. */
  send: (messages: Outgoing[]) => Promise<void>;
  close: () => Promise<void>;
};

/** CloudEvents' partitioning extension: what is handled in order, where that is more than one aggregate. */
const PARTITION_KEY = 'ce_partitionkey';

/** The messages that are handled one after another: those with the same of this. */
export const laneOf = ({ key, headers }: Pick<Message, 'key' | 'headers'>): string =>
  headers?.[PARTITION_KEY]?.toString() ?? key?.toString() ?? '';

/** Spreads messages by their lane, as Kafka's clients do by their key. */
const byLane: ICustomPartitioner = () => {
  const byKey = Partitioners.DefaultPartitioner();
  return (args) => {
    const lane = laneOf(args.message);
    return lane
      ? partitionOf(lane, args.partitionMetadata.length)
      : byKey({ ...args, message: { ...args.message, key: null } });
  };
};

const isoHeaders = (envelope: Envelope, service: string): IHeaders => ({
  ce_specversion: '1.0',
  ce_id: envelope.id,
  ce_type: envelope.type,
  ce_source: service,
  ce_subject: envelope.key,
  ce_time: envelope.at.toISOString(),
  'content-type': 'application/json',
  ...(envelope.partitionKey ? { [PARTITION_KEY]: envelope.partitionKey } : {}),
  ...(envelope.traceparent ? { traceparent: envelope.traceparent } : {}),
});

const toOutgoing = (envelope: Envelope, service: string): Outgoing => ({
  topic: envelope.topic,
  message: {
    key: envelope.key,
    value: JSON.stringify(envelope.data),
    headers: isoHeaders(envelope, service),
    timestamp: String(envelope.at.getTime()),
  },
});

/** Cuts a list, in its order, into requests that a broker takes. */
export function requestsOf(messages: Outgoing[]): Outgoing[][] {
  const requests: Outgoing[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const outgoing of messages) {
    const size = Buffer.byteLength(outgoing.message.value ?? '');
    if (bytes + size > MAX_REQUEST_BYTES) {
      requests.push([]);
      bytes = 0;
    }
    bytes += size;
    requests.at(-1)?.push(outgoing);
  }
  return requests;
}

async function connectProducer(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: byLane,
  });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect().catch(() => {});
    throw error;
  }
}

/**
 * Sends by an idempotent producer that is replaced after a failure: kafkajs gives the failed request's sequence numbers
 * to the next one, and a broker that took the failed request after all would drop the next as a repetition of it.
 */
async function openProducer(kafka: Kafka, namespace: string) {
  let producer: Producer | undefined = await connectProducer(kafka);
  const send = async (messages: Outgoing[]) => {
    producer ??= await connectProducer(kafka);
    const byTopic = Map.groupBy(messages, ({ topic }) => topic);
    const topicMessages = [...byTopic].map(([topic, items]) => ({
      topic: `${namespace}${topic}`,
      messages: items.map(({ message }) => message),
    }));
    try {
      await producer.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      const failed = producer;
      producer = undefined;
      await failed.disconnect().catch(() => {});
      throw error;
    }
  };
  return { send, disconnect: async () => producer?.disconnect() };
}

/** Asks whether brokers are there. Errors: why not, at once, where a producer would first try for ten seconds. */
async function reach(kafka: Kafka): Promise<void> {
  const admin = kafka.admin({ retry: { initialRetryTime: 50, retries: 2 } });
  try {
    await admin.connect();
  } finally {
    await admin.disconnect();
  }
}

/**
 * Connects a producer (idempotent, one send in flight) and returns the bus. Errors: why brokers cannot be reached; those of
 * `kafkaOptions`.
 */
export async function openBus(options: BusOptions): Promise<Bus> {
  const { brokers } = options;
  const access: KafkaAccess = typeof brokers === 'string' ? { KAFKA_BROKERS: brokers } : brokers;
  const kafka = new Kafka({
    clientId: options.service,
    ...kafkaOptions(access),
    logLevel: logLevel.ERROR,
    // Each of its own tries; what is the matter is told by whoever waits.
    logCreator: () => (entry) => options.log.debug({ kafka: entry.namespace }, entry.log.message),
    // Gives up after about 10 s, and is never asleep for long when Kafka comes back.
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 8 },
  });
  await reach(kafka);
  const producer = await openProducer(kafka, options.namespace);
  const commits = groupCommit<Outgoing[], void>(
    async (lists) => {
      for (const request of requestsOf(lists.flat())) await producer.send(request);
      return lists.map(() => undefined);
    },
    { maxBatch: 200, maxQueue: 10_000 },
  );
  const publish = (envelopes: Envelope[]) =>
    commits.add(envelopes.map((envelope) => toOutgoing(envelope, options.service)));
  const close = async () => {
    await commits.idle();
    await producer.disconnect();
  };
  const partitions = access.KAFKA_PARTITIONS ?? PARTITIONS;
  const deadLettersKeptDays = access.DEAD_LETTERS_KEPT_DAYS ?? DEAD_LETTERS_KEPT_DAYS;
  return {
    ...options,
    kafka,
    partitions,
    deadLettersKeptDays,
    publish,
    send: (messages) => commits.add(messages),
    close,
  };
}

/** Whether every topic is known with a leader for each partition. */
async function areServed(admin: Admin, topics: string[]): Promise<boolean> {
  try {
    const known = await admin.fetchTopicMetadata({ topics });
    return known.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
  } catch (error) {
    // Until the brokers have heard of a new topic, asking for it is an error.
    if (error instanceof Error && 'retriable' in error && error.retriable) return false;
    throw error;
  }
}

/**
 * Creates the topics that are missing, waits until all can be used, and warns of those that keep less than they should
 * (`keptIn`).
 */
export async function ensureTopics(bus: Bus, topics: string[], partitions: number = bus.partitions): Promise<void> {
  // Of no topics at all a broker would tell every one.
  if (topics.length === 0) return;

  const kept = new Map(topics.map((topic) => [`${bus.namespace}${topic}`, keptIn(topic, bus.deadLettersKeptDays)]));
  const names = [...kept.keys()];
  const configOf = (name: string) => Object.entries(kept.get(name) ?? {}).map(([key, value]) => ({ name: key, value }));
  const admin = bus.kafka.admin();
  try {
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: false,
      topics: names.map((topic) => ({ topic, numPartitions: partitions, configEntries: configOf(topic) })),
    });
    const deadline = Date.now() + TOPICS_WITHIN_MS;
    while (!(await areServed(admin, names))) {
      if (Date.now() > deadline) throw new Error(`topics without a leader: ${names.join(', ')}`);
      await pause(50);
    }
    await checkKept(admin, bus.log, kept);
  } finally {
    await admin.disconnect();
  }
}
