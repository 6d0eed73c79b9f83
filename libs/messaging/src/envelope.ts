import type { DataOf, EventType } from '@social/contracts/events/event';
import { newId } from '@social/runtime/ids';
import { traceparent } from '@social/runtime/telemetry';

/** An event as it waits in an outbox: written in one atomic write with the state that caused it. */
export type Envelope = {
  id: string;
  type: string;
  topic: string;
  /** The aggregate's id: keeps its events in order. */
  key: string;
  /** Keeps the events of several aggregates in order too, e.g. a group's orders; always the same for one aggregate. */
  partitionKey?: string;
  at: Date;
  data: unknown;
  /** The trace in which it happened, so that its effects belong to the same trace. */
  traceparent?: string;
};

/** Wraps a fact for the outbox. `key` is the id of the aggregate that it happened to; see Envelope for the last. */
export function envelope<E extends EventType>(
  event: E,
  key: string,
  data: DataOf<E>,
  now: Date,
  partitionKey?: string,
): Envelope {
  const { type, topic } = event;
  return { id: newId('evt'), type, topic, key, partitionKey, at: now, data, traceparent: traceparent() };
}
