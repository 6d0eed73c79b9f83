import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, ERRORS, type ErrorCode } from '@social/contracts/errors';
import type { DataOf, EventType } from '@social/contracts/events/event';
import { crashPoint } from '@social/runtime/crash-point';
import type { Logger } from '@social/runtime/log';
import { consumerLag, observe } from '@social/runtime/metrics';
import { KAFKA } from '@social/runtime/need';
import { contextOf, inSpan, SpanKind } from '@social/runtime/telemetry';
import { whenReachable } from '@social/runtime/when-reachable';
import type { Batch, Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { ZodError } from 'zod';
import { type Bus, ensureTopics, laneOf } from './bus.ts';
import { deadLetterTopic, sendToDeadLetters } from './dead-letters.ts';
import { type MessagePlace, readVoids, voidsIn } from './voids.ts';

/** What a handler knows of an event beside its data. */
export type EventMeta = { id: string; key: string; type: string; at: Date };

export type Handler = { event: EventType; handle: (data: unknown, meta: EventMeta) => Promise<void> };

/** Says what an event causes here. The effect must change nothing when it is delivered again. */
export const on = <E extends EventType>(
  event: E,
  handle: (data: DataOf<E>, meta: EventMeta) => Promise<void>,
): Handler => ({ event, handle: (data, meta) => handle(event.data.parse(data) as DataOf<E>, meta) });

/**
 * How many lanes of one batch are worked on at once; events of one lane keep their order. What they write at the same
 * time is written together.
 */
const LANES_AT_ONCE = 64;

/** How much of what was handled is handled again when a process dies: Kafka is told of it once in this time. */
const COMMIT_EVERY_MS = 500;

/** Longest wait for the batches under way, and for Kafka, when a consumer is told to stop. */
const STOP_WITHIN_MS = 5000;

/** Refusals that another try may not meet: the state was changed at the same moment, or the set-up is at fault. */
const PASSING: readonly ErrorCode[] = ['rate-limited', 'version-conflict', 'request-in-progress', 'unauthenticated'];

/** What `fetch` throws when it cannot connect is a TypeError, told by the system's error beneath it. */
const isConnectionFailure = (error: Error): boolean => error.cause instanceof Error && 'code' in error.cause;

/** Whether an error is the event's own fault (no retry will help), not the infrastructure's. */
export function isPoison(error: unknown): boolean {
  if (error instanceof DomainError) return ERRORS[error.code][0] < 500 && !PASSING.includes(error.code);
  if (error instanceof TypeError) return !isConnectionFailure(error);
  return [ZodError, SyntaxError, RangeError, ReferenceError].some((kind) => error instanceof kind);
}

const header = (message: KafkaMessage, name: string): string => message.headers?.[name]?.toString() ?? '';

type Offsets = {
  /** The batch's messages are handled: Kafka hears of it soon. */
  handled: (payload: EachBatchPayload) => void;
  /** Tells Kafka now. */
  commit: () => Promise<void>;
};

/**
 * Tells Kafka which messages are handled, not batch by batch: that takes as much time as a small batch itself. Whoever
 * gets a partition before it is told handles some messages again, which changes nothing.
 */
function noteOffsets(log: Logger): Offsets {
  let latest: EachBatchPayload | undefined;
  let timer: NodeJS.Timeout | undefined;
  const commit = async () => {
    clearTimeout(timer);
    timer = undefined;
    const payload = latest;
    latest = undefined;
    try {
      await payload?.commitOffsetsIfNecessary(payload.uncommittedOffsets());
    } catch (error) {
      // The partitions are being divided anew, or Kafka is away.
      log.info({ err: error }, 'offsets could not be committed');
    }
  };
  return {
    commit,
    handled: (payload) => {
      latest = payload;
      timer ??= setTimeout(commit, COMMIT_EVERY_MS);
    },
  };
}

/** Handles one message, or does nothing when this service has no interest in its type. */
async function handleMessage(handlers: Map<string, Handler>, message: KafkaMessage): Promise<void> {
  const type = header(message, 'ce_type');
  const handler = handlers.get(type);
  if (!handler) return;

  const started = performance.now();
  let outcome = 'ok';
  try {
    const parent = contextOf(header(message, 'traceparent') || undefined);
    const at = new Date(Number(message.timestamp));
    const meta = { id: header(message, 'ce_id'), key: message.key?.toString() ?? '', type, at };
    await inSpan(`handle ${type}`, { kind: SpanKind.CONSUMER, parent }, async () =>
      handler.handle(JSON.parse(message.value?.toString() ?? 'null'), meta),
    );
  } catch (error) {
    outcome = error instanceof DomainError ? error.code : 'failed';
    throw error;
  } finally {
    observe('event', type, outcome, (performance.now() - started) / 1000);
  }
}

/** One consumer at work. */
type Work = {
  bus: Bus;
  offsets: Offsets;
  handlers: Map<string, Handler>;
  stopping: AbortSignal;
  /** Facts that came to nothing when documents were restored: see voids.ts. */
  isVoid: (place: MessagePlace) => boolean;
  /** Messages left by topic and partition. */
  lags: Map<string, Map<number, number>>;
};

/** Handles a message or, when the fault is its own, puts it aside. */
async function settleOnce({ bus, handlers }: Work, { batch }: EachBatchPayload, message: KafkaMessage) {
  try {
    await handleMessage(handlers, message);
  } catch (error) {
    if (!isPoison(error)) throw error;
    await sendToDeadLetters(bus, batch, message, error);
  }
}

/** Tries one message until it is settled; false when this consumer stops before that. */
async function settle(work: Work, payload: EachBatchPayload, message: KafkaMessage): Promise<boolean> {
  for (let attempt = 0; payload.isRunning() && !work.stopping.aborted; attempt++) {
    try {
      await settleOnce(work, payload, message);
      return true;
    } catch (error) {
      work.bus.log.warn({ err: error, topic: payload.batch.topic, attempt }, 'event will be tried again');
      await pause(Math.min(100 * 2 ** attempt, 5000), undefined, { signal: work.stopping }).catch(() => {});
      // Throws when the partition is to move to another consumer.
      await payload.heartbeat();
    }
  }
  return false;
}

/** Settles a batch's messages, lanes side by side; false when some are left. Waits for all that began. */
async function settleAll(work: Work, payload: EachBatchPayload): Promise<boolean> {
  const { topic, partition, messages } = payload.batch;
  const place = { topic: topic.slice(work.bus.namespace.length), partition };
  const valid = messages.filter(({ offset }) => !work.isVoid({ ...place, offset: Number(offset) }));
  const queues = [...Map.groupBy(valid, laneOf).values()];
  let going = true;
  const worker = async () => {
    for (let queue = queues.pop(); queue && going; queue = queues.pop()) {
      for (const message of queue) going = going && (await settle(work, payload, message));
    }
  };
  const guarded = () =>
    worker().catch((error) => {
      going = false;
      throw error;
    });
  const results = await Promise.allSettled(Array.from({ length: LANES_AT_ONCE }, guarded));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return going;
}

/** Tells the metric how many messages of a partition are left after `offset`. */
function noteLag({ lags }: Work, { topic, partition, highWatermark }: Batch, offset: number): void {
  const partitions = lags.get(topic) ?? new Map<number, number>();
  lags.set(topic, partitions.set(partition, Math.max(0, Number(highWatermark) - 1 - offset)));
  consumerLag.set(
    { topic },
    [...partitions.values()].reduce((sum, lag) => sum + lag, 0),
  );
}

/** Resolves the batch when every message is settled; what is not resolved is read again. */
async function handleBatch(work: Work, payload: EachBatchPayload): Promise<void> {
  const { batch } = payload;
  noteLag(work, batch, Number(batch.firstOffset() ?? 0) - 1);
  // Keeps the membership while handlers work or wait; a rebalance is heard of after the batch.
  const beat = setInterval(() => payload.heartbeat().catch(() => {}), 1500);
  try {
    if (!(await settleAll(work, payload))) return;
  } finally {
    clearInterval(beat);
  }
  crashPoint('handled');
  payload.resolveOffset(batch.lastOffset());
  work.offsets.handled(payload);
  if (work.stopping.aborted) await work.offsets.commit();
  noteLag(work, batch, Number(batch.lastOffset()));
}

/** Joins the group. A crash that kafkajs does not recover from would leave it deaf: `onCrash` is to open another. */
async function openConsumer(work: Work, topics: string[], onCrash: () => void): Promise<Consumer> {
  const { bus } = work;
  const consumer = bus.kafka.consumer({
    groupId: `${bus.namespace}${bus.service}`,
    // A fetch is answered as soon as there is something; this is how long one waits in vain.
    maxWaitTimeInMs: 1000,
    // The shortest that brokers allow by default: how long the partitions of a killed process wait.
    sessionTimeout: 6000,
    heartbeatInterval: 1500,
    rebalanceTimeout: 15_000,
    allowAutoTopicCreation: false,
  });
  consumer.on('consumer.crash', ({ payload }) => {
    bus.log.error({ err: payload.error }, 'consumer crashed; it starts again');
    if (!payload.restart) onCrash();
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => `${bus.namespace}${topic}`), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => handleBatch(work, payload),
    });
    return consumer;
  } catch (error) {
    await consumer.disconnect().catch(() => {});
    throw error;
  }
}

/** Creates, where they are missing, the topics that a service listens to, and those for what it cannot handle. */
export async function ensureHeard(bus: Bus, topics: readonly string[]): Promise<void> {
  const letters = topics.map((topic) => deadLetterTopic(bus.service, topic));
  await ensureTopics(bus, [...topics]);
  await ensureTopics(bus, letters, 1);
}

/**
 * Consumes facts as the service's group, from the beginning; waits for Kafka as long as it takes, now and later. A bad
 * event goes to the group's dead letters with its reason; an infrastructure failure is tried until it passes, and never
 * goes there. What a restore has made void is passed over. Returns the function that stops it: nothing new is begun, what is not settled is delivered again.
 */
export async function consume(bus: Bus, list: Handler[]): Promise<() => Promise<void>> {
  const handlers = new Map(list.map((handler) => [handler.event.type, handler]));
  const topics = [...new Set(list.map(({ event }) => event.topic))];
  const stopping = new AbortController();
  const work: Work = {
    ...{ bus, offsets: noteOffsets(bus.log), handlers, stopping: stopping.signal, lags: new Map() },
    isVoid: () => false,
  };
  const join = async (): Promise<Consumer | undefined> => {
    if (stopping.signal.aborted) return undefined;
    await ensureHeard(bus, topics);
    work.isVoid = voidsIn(await readVoids(bus));
    return openConsumer(work, topics, () => {
      consumer = pause(1000).then(() => whenReachable(KAFKA, bus.log, join));
    });
  };
  let consumer = whenReachable(KAFKA, bus.log, join);
  await consumer;
  return async () => {
    stopping.abort();
    const left = consumer.then(async (joined) => {
      await work.offsets.commit();
      await joined?.disconnect();
    });
    await Promise.race([left, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  };
}
