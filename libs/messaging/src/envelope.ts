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
  at: Date;
  data: unknown;
  /** The trace in which it happened, so that its effects belong to the same trace. */
  traceparent?: string;
};

/** Wraps a fact for the outbox. `key` is the id of the aggregate that it happened to. */
export function envelope<E extends EventType>(event: E, key: string, data: DataOf<E>, now: Date): Envelope {
  return { id: newId('evt'), type: event.type, topic: event.topic, key, at: now, data, traceparent: traceparent() };
}
