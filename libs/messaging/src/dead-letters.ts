import { deadLetters } from '@social/runtime/metrics';
import type { Batch, IHeaders, KafkaMessage } from 'kafkajs';
import { ZodError } from 'zod';
import type { Bus } from './bus.ts';

/** Where a group puts the events that it cannot handle, without the namespace. */
export const deadLetterTopic = (group: string, topic: string): string => `${group}.${topic}.dlq`;

/** Headers that tell why and where from a message was put aside; everything else of it is as it came. */
export const DLQ_HEADER = {
  reason: 'dlq_reason',
  group: 'dlq_group',
  topic: 'dlq_topic',
  partition: 'dlq_partition',
  offset: 'dlq_offset',
  at: 'dlq_at',
  /** The message's own time, in ms: as a letter it has the time at which it was put aside, from which it is kept. */
  timestamp: 'dlq_timestamp',
  /** On a message that was put back: the letter it was, as topic/partition/offset. */
  replayed: 'dlq_replayed',
} as const;

const MAX_REASON = 500;

/** One line: what is wrong with which field, or the error as it calls itself. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';

  const fields = error instanceof ZodError && error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return `${error.name}: ${fields ? fields.join('; ') : error.message}`.replaceAll(/\s+/g, ' ').slice(0, MAX_REASON);
}

/** Puts a message aside as it came, with where it stood and why it failed in its headers. */
export async function sendToDeadLetters(bus: Bus, batch: Batch, message: KafkaMessage, error: unknown): Promise<void> {
  const topic = batch.topic.slice(bus.namespace.length);
  bus.log.error({ err: error, topic, partition: batch.partition, offset: message.offset }, 'event dead-lettered');
  const now = new Date();
  const headers: IHeaders = {
    ...message.headers,
    [DLQ_HEADER.reason]: reasonOf(error),
    [DLQ_HEADER.group]: bus.service,
    [DLQ_HEADER.topic]: topic,
    [DLQ_HEADER.partition]: String(batch.partition),
    [DLQ_HEADER.offset]: message.offset,
    [DLQ_HEADER.at]: now.toISOString(),
    [DLQ_HEADER.timestamp]: message.timestamp,
  };
  const letter = { key: message.key, value: message.value, headers, timestamp: String(now.getTime()) };
  await bus.send([{ topic: deadLetterTopic(bus.service, topic), message: letter }]);
  deadLetters.inc({ topic });
}
