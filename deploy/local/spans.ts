/** Spans as OTLP/HTTP JSON brings them, kept in memory up to a bound, and drawn as a tree. */

/** The part of a span that a reader wants. Times in milliseconds since the epoch, with microseconds as decimals. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  service: string;
  name: string;
  startMs: number;
  durationMs: number;
  failed: boolean;
  attributes: Record<string, unknown>;
  /** `traceId:spanId` of the spans this one is linked to, such as its batch. */
  links: string[];
}

interface OtlpAttribute {
  key: string;
  value: Record<string, unknown>;
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string | number;
  endTimeUnixNano: string | number;
  status?: { code?: number };
  attributes?: OtlpAttribute[];
  links?: { traceId: string; spanId: string }[];
}

interface OtlpRequest {
  resourceSpans?: { resource?: { attributes?: OtlpAttribute[] }; scopeSpans?: { spans?: OtlpSpan[] }[] }[];
}

const STATUS_ERROR = 2;

/** Reads an ExportTraceServiceRequest in OTLP's JSON encoding (ids in hex, 64-bit numbers as text). */
export function readOtlp(request: OtlpRequest): Span[] {
  return (request.resourceSpans ?? []).flatMap(({ resource, scopeSpans }) => {
    const service = String(readAttributes(resource?.attributes)['service.name'] ?? 'unknown');
    return (scopeSpans ?? []).flatMap(({ spans }) => (spans ?? []).map((span) => readSpan(service, span)));
  });
}

function readSpan(service: string, span: OtlpSpan): Span {
  const startMs = toMs(span.startTimeUnixNano);
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId || undefined,
    service,
    name: span.name,
    startMs,
    durationMs: toMs(span.endTimeUnixNano) - startMs,
    failed: span.status?.code === STATUS_ERROR,
    attributes: readAttributes(span.attributes),
    links: (span.links ?? []).map((link) => `${link.traceId}:${link.spanId}`),
  };
}

function toMs(nanos: string | number): number {
  return Number(BigInt(nanos) / 1_000n) / 1_000;
}

function readAttributes(attributes: OtlpAttribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

/** Traces by id; when the spans exceed the limit, the traces first heard of go first. */
export interface SpanStore {
  add(spans: Span[]): void;
  trace(traceId: string): Span[];
  /** The newest traces, newest first. */
  latest(count: number): Span[][];
}

/** A store that holds at most `limit` spans. */
export function createSpanStore(limit: number): SpanStore {
  const traces = new Map<string, Span[]>();
  let held = 0;

  const dropOldest = () => {
    const [oldest] = traces;
    if (!oldest) return;
    traces.delete(oldest[0]);
    held -= oldest[1].length;
  };

  return {
    add(spans) {
      for (const span of spans) {
        const trace = traces.get(span.traceId);
        if (trace) trace.push(span);
        else traces.set(span.traceId, [span]);
        held += 1;
        while (held > limit) dropOldest();
      }
    },
    trace: (traceId) => traces.get(traceId) ?? [],
    latest: (count) => [...traces.values()].slice(-count).reverse(),
  };
}

/** One line a span: where it hangs in the tree, service and name, its duration and when it began after the first. */
export function drawTree(spans: readonly Span[]): string[] {
  const byStart = spans.toSorted((a, b) => a.startMs - b.startMs);
  const known = new Set(byStart.map((span) => span.spanId));
  const children = Map.groupBy(byStart, ({ parentSpanId }) =>
    parentSpanId !== undefined && known.has(parentSpanId) ? parentSpanId : 'root',
  );
  const firstMs = byStart[0]?.startMs ?? 0;
  const width = Math.max(0, ...byStart.map((span) => label(span).length));

  const draw = (parent: string, depth: number): string[] =>
    (children.get(parent) ?? []).flatMap((span) => {
      const indent = '  '.repeat(depth);
      const times = `${span.durationMs.toFixed(1).padStart(9)} ms  at ${(span.startMs - firstMs).toFixed(1)} ms`;
      const line = `${indent}${label(span).padEnd(width + 12 - indent.length)}${times}${span.failed ? '  FAILED' : ''}`;
      return [line, ...draw(span.spanId, depth + 1)];
    });
  return draw('root', 0);
}

function label({ service, name }: Span): string {
  return `${service}  ${name}`;
}
