import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

export { register };

/** Rates, errors and durations of whatever a service is asked to do: HTTP routes, RPCs, event handlers. */
const duration = new Histogram({
  name: 'social_request_duration_seconds',
  help: 'Duration of requests, RPCs and event handlers by outcome (ok or the error code).',
  labelNames: ['kind', 'name', 'outcome'] as const,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

export const outboxAge = new Gauge({
  name: 'social_outbox_oldest_seconds',
  help: 'Age of the oldest event that is written but not published, by collection.',
  labelNames: ['collection'] as const,
});

export const consumerLag = new Gauge({
  name: 'social_consumer_lag_messages',
  help: 'Messages that are published but not handled yet, by topic.',
  labelNames: ['topic'] as const,
});

export const writeConflicts = new Counter({
  name: 'social_write_conflicts_total',
  help: 'Writes that were decided anew because another had changed the aggregate first, by collection.',
  labelNames: ['collection'] as const,
});

export const deadLetters = new Counter({
  name: 'social_dead_letters_total',
  help: 'Events that went to a dead-letter topic, by topic.',
  labelNames: ['topic'] as const,
});

export const certificateDaysLeft = new Gauge({
  name: 'social_tls_certificate_days_left',
  help: 'Days until the certificate of calls between services expires, by its file; absent without TLS.',
  labelNames: ['file'] as const,
});

const queues = new Map<string, () => number>();
new Gauge({
  name: 'social_queue_waiting',
  help: 'Calls that wait in this process to be sent on, by queue.',
  labelNames: ['queue'] as const,
  collect() {
    for (const [queue, waiting] of queues) this.set({ queue }, waiting());
  },
});

/** Shows how many wait in a queue of this process; `waiting` is asked whenever the metrics are read. */
export function showQueue(name: string, waiting: () => number): void {
  queues.set(name, waiting);
}

export type RequestKind = 'http' | 'rpc' | 'event';

/** Notes one finished request; `seconds` from its arrival to its answer. */
export function observe(kind: RequestKind, name: string, outcome: string, seconds: number): void {
  duration.observe({ kind, name, outcome }, seconds);
}

/** Adds the process's own figures (memory, event loop, garbage collection). */
export function startMetrics(): void {
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 100 });
}
