/** Where a platform is, as a backup reads it and a restore replaces it. */
import { type Bus, openBus } from '@social/messaging/bus';
import type { KafkaAccess } from '@social/messaging/kafka-access';
import { createLogger } from '@social/runtime/log';
import { MongoClient } from 'mongodb';
import { Refusal } from '../local/steps.ts';
import type { DataKeys } from './keys.ts';

/** A platform's servers and the part of them that is its own. */
export interface Place {
  /** Without a database. */
  mongoUrl: string;
  /** host:port, comma-separated; with TLS or a log-in, what configuration has of both. */
  kafkaBrokers: string | KafkaAccess;
  redisUrl: string;
  /** Of databases, topics, groups and Redis keys; empty in `make up`. */
  namespace: string;
  keys: DataKeys;
  /** Where services keep files, by a name that stands for the directory in a backup. */
  directories: Readonly<Record<string, string>>;
}

/** Hears how far it is, in documents, and sentences for people. */
export interface Teller {
  progress: (done: number, total: number) => void;
  say: (sentence: string) => void;
}

export interface Servers {
  client: MongoClient;
  bus: Bus;
}

/** Does work with MongoDB and Kafka. Errors: Refusal, when one of them does not answer. */
export async function withServers<T>(place: Place, work: (servers: Servers) => Promise<T>): Promise<T> {
  const client = await connectMongo(place);
  try {
    const bus = await connectKafka(place);
    return await work({ client, bus }).finally(() => bus.close());
  } finally {
    await client.close();
  }
}

async function connectMongo({ mongoUrl }: Place): Promise<MongoClient> {
  try {
    return await MongoClient.connect(mongoUrl, {
      appName: 'backup',
      ignoreUndefined: true,
      readConcern: { level: 'majority' },
      serverSelectionTimeoutMS: 5000,
    });
  } catch {
    throw new Refusal(
      'MongoDB does not answer. Look at MONGO_URL; on the local stack make status tells whether it runs.',
    );
  }
}

async function connectKafka({ kafkaBrokers: brokers, namespace }: Place): Promise<Bus> {
  try {
    return await openBus({ brokers, namespace, service: 'backup', log: createLogger('backup', 'silent') });
  } catch {
    const address = typeof brokers === 'string' ? brokers : brokers.KAFKA_BROKERS;
    throw new Refusal(
      `Kafka does not answer at ${address}. Look at KAFKA_BROKERS; on the local stack make status tells whether it runs.`,
    );
  }
}
