import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ORDERS_TOPIC, OrderCompleted } from '@social/contracts/events/orders';
import { inSpan } from '@social/runtime/telemetry';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureTopics } from '../src/bus.ts';
import { consume, on } from '../src/consumer.ts';
import { aBench, completed } from './harness.ts';

const bench = aBench();
const exporter = new InMemorySpanExporter();

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
});

afterAll(() => bench.end());

it('carries the trace of the write through outbox and Kafka to the effect', async () => {
  const bus = await bench.open('orders');
  await ensureTopics(bus, [ORDERS_TOPIC]);
  const event = await inSpan('write', {}, async () => completed('ord_1'));
  let traceId: string | undefined;
  const stop = await consume(bus, [
    on(OrderCompleted, async () => {
      traceId = trace.getActiveSpan()?.spanContext().traceId;
    }),
  ]);

  await bus.publish([event]);

  await eventually(() => expect(traceId).toBeDefined());
  await stop();
  const [write, handle] = exporter.getFinishedSpans();
  expect(write?.name).toBe('write');
  expect(handle?.name).toBe('handle orders.order.completed.v1');
  expect(handle?.spanContext().traceId).toBe(write?.spanContext().traceId);
  expect(handle?.parentSpanContext?.spanId).toBe(write?.spanContext().spanId);
  expect(traceId).toBe(write?.spanContext().traceId);
});
