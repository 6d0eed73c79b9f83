import type { Consumer, KafkaMessage } from 'kafkajs';
import type { Bus, Outgoing } from './bus.ts';
import { DLQ_HEADER } from './dead-letters.ts';
import { readVoids, voidsIn } from './voids.ts';

/** Its offsets say which letters were put back. */
export const REPLAY_GROUP = 'dlq-replay';

/** A message in a dead-letter topic; `topic` is that one, without the namespace. */
export type Letter = { topic: string; partition: number; message: KafkaMessage };

/** Letters that wait to be put back, of one partition: from offset `next` up to, not including, `end`. */
export type Waiting = { partition: number; next: number; end: number };

/** A letter's header as text; empty when it has none. */
export const letterHeader = ({ message }: Letter, name: string): string => message.headers?.[name]?.toString() ?? '';

const groupOf = (bus: Bus): string => `${bus.namespace}${REPLAY_GROUP}`;

/** The dead-letter topics of the namespace, without it, in alphabetical order. */
export async function deadLetterTopics(bus: Bus): Promise<string[]> {
  const admin = bus.kafka.admin();
  try {
    await admin.connect();
    const topics = await admin.listTopics();
    return topics
      .filter((topic) => topic.startsWith(bus.namespace) && topic.endsWith('.dlq'))
      .map((topic) => topic.slice(bus.namespace.length))
      .sort();
  } finally {
    await admin.disconnect();
  }
}

/** What waits in a dead-letter topic now, by partition. */
export async function waitingIn(bus: Bus, topic: string): Promise<Waiting[]> {
  const name = `${bus.namespace}${topic}`;
  const admin = bus.kafka.admin();
  try {
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(name);
    const [done] = await admin.fetchOffsets({ groupId: groupOf(bus), topics: [name] });
    return ends
      .map(({ partition, low, high }) => {
        const committed = Number(done?.partitions.find((each) => each.partition === partition)?.offset ?? -1);
        return { partition, next: Math.max(committed, Number(low)), end: Number(high) };
      })
      .filter(({ next, end }) => next < end);
  } finally {
    await admin.disconnect();
  }
}

type Visit = (letter: Letter, consumer: Consumer) => Promise<void>;

/** Reads the letters that wait now, and none that come meanwhile: one put back may fail again. */
async function visitLetters(bus: Bus, topic: string, waiting: Waiting[], visit: Visit): Promise<void> {
  if (waiting.length === 0) return;

  const isVoid = voidsIn(await readVoids(bus));
  const ends = new Map(waiting.map(({ partition, end }) => [partition, end]));
  const consumer = bus.kafka.consumer({ groupId: groupOf(bus), maxWaitTimeInMs: 50, allowAutoTopicCreation: false });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const visitOne = async (partition: number, message: KafkaMessage) => {
    const end = ends.get(partition) ?? 0;
    const offset = Number(message.offset);
    if (offset < end && !isVoid({ topic, partition, offset })) await visit({ topic, partition, message }, consumer);
    if (offset + 1 >= end) ends.delete(partition);
    if (ends.size === 0) resolve();
  };
  consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topic: `${bus.namespace}${topic}`, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ partition, message }) => visitOne(partition, message).catch(reject),
    });
    await promise;
  } finally {
    await consumer.disconnect();
  }
}

/** The letters of a topic that were not put back yet. */
export async function lettersWaiting(bus: Bus, topic: string): Promise<Letter[]> {
  const letters: Letter[] = [];
  await visitLetters(bus, topic, await waitingIn(bus, topic), async (letter) => void letters.push(letter));
  return letters;
}

/** A letter as the message it was, to the topic it came from. */
function asItWas(letter: Letter): Outgoing {
  const { key, value, headers = {}, offset } = letter.message;
  // Letters that were put aside before their own time counted have that of the message.
  const timestamp = letterHeader(letter, DLQ_HEADER.timestamp) || letter.message.timestamp;
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('dlq_'));
  const replayed = `${letter.topic}/${letter.partition}/${offset}`;
  const message = { key, value, timestamp, headers: { ...Object.fromEntries(own), [DLQ_HEADER.replayed]: replayed } };
  return { topic: letterHeader(letter, DLQ_HEADER.topic), message };
}

/**
 * Puts a topic's letters back where they came from, each once: the groups that handled the event then change nothing,
 * as effects are idempotent; the one that failed tries it anew.
 * @param noted hears how many were put back so far
 */
export async function replayLetters(bus: Bus, topic: string, noted: (count: number) => void): Promise<number> {
  let count = 0;
  await visitLetters(bus, topic, await waitingIn(bus, topic), async (letter, consumer) => {
    await bus.send([asItWas(letter)]);
    const offset = String(Number(letter.message.offset) + 1);
    await consumer.commitOffsets([{ topic: `${bus.namespace}${topic}`, partition: letter.partition, offset }]);
    count += 1;
    noted(count);
  });
  return count;
}
