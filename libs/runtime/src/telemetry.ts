import { setTimeout as pause } from 'node:timers/promises';
import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

export { SpanKind };

/** How long a service that stops tries to hand its last spans over. */
const LAST_SPANS_MS = 1000;

/**
 * Starts tracing for a service. Spans go to OTEL_EXPORTER_OTLP_ENDPOINT by OTLP over HTTP; without it, none are made.
 * OTEL_TRACES_SAMPLER_ARG (0–1, default 1) is the share of new traces that is kept.
 * Returns the function that flushes what is left.
 */
export function startTelemetry(service: string): () => Promise<void> {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};

  const ratio = Number(process.env.OTEL_TRACES_SAMPLER_ARG ?? 1);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: 500 })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  // A collector that does not answer is tried again and again, and must not make a stop disorderly.
  return () => Promise.race([provider.shutdown(), pause(LAST_SPANS_MS)]);
}

/** Asks for the provider only once there is one. */
const tracer = trace.getTracer('social');

type SpanOptions = { kind?: SpanKind; attributes?: Attributes; parent?: Context };

/** Runs `work` inside a span that ends with it; a throw marks the span as failed. */
export async function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const parent = options.parent ?? context.active();
  const span = tracer.startSpan(name, { kind: options.kind, attributes: options.attributes }, parent);
  // Nobody traces: there is no context to carry and nothing to end.
  if (!isSpanContextValid(span.spanContext())) return work(span);

  try {
    return await context.with(trace.setSpan(parent, span), () => work(span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
    throw error;
  } finally {
    span.end();
  }
}

/** The current trace context as a W3C `traceparent`, to travel in metadata, an outbox or a Kafka header. */
export function traceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Runs `work` as a part of another trace: in a batch, each item belongs to its own. Without one, where it is. */
export const inTraceOf = <T>(parent: string | undefined, work: () => T): T =>
  parent ? context.with(contextOf(parent), work) : work();

/** The work as a part of the trace that it was given in, wherever it is done later. */
export const inThisTrace = <Work extends (...args: never[]) => unknown>(work: Work): Work =>
  context.bind(context.active(), work);

/** The context that a received `traceparent` names. */
export const contextOf = (parent: string | undefined): Context =>
  parent ? propagation.extract(context.active(), { traceparent: parent }) : context.active();
