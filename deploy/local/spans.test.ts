import { describe, expect, it } from 'vitest';
import { createSpanStore, drawTree, readOtlp, type Span } from './spans.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

const aSpan = (over: Partial<Span>): Span => ({
  traceId: TRACE,
  spanId: 'a',
  parentSpanId: undefined,
  service: 'gateway',
  name: 'POST /v1/groups',
  startMs: 1_000,
  durationMs: 12,
  failed: false,
  attributes: {},
  links: [],
  ...over,
});

describe('spans', () => {
  it('are read from OTLP JSON', () => {
    const scopeSpans = [
      {
        spans: [
          {
            traceId: TRACE,
            spanId: 'b7ad6b7169203331',
            parentSpanId: '',
            name: 'JoinGroup',
            startTimeUnixNano: '1700000000000000000',
            endTimeUnixNano: '1700000000001500000',
            status: { code: 2 },
            attributes: [{ key: 'rpc.system', value: { stringValue: 'grpc' } }],
            links: [{ traceId: TRACE, spanId: 'c' }],
          },
        ],
      },
    ];
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'group-buy' } }] };
    expect(readOtlp({ resourceSpans: [{ resource, scopeSpans }] })).toEqual([
      {
        traceId: TRACE,
        spanId: 'b7ad6b7169203331',
        parentSpanId: undefined,
        service: 'group-buy',
        name: 'JoinGroup',
        startMs: 1_700_000_000_000,
        durationMs: 1.5,
        failed: true,
        attributes: { 'rpc.system': 'grpc' },
        links: [`${TRACE}:c`],
      },
    ]);
  });

  it('are kept up to the limit, oldest traces dropped first', () => {
    const store = createSpanStore(3);
    for (const traceId of ['t1', 't1', 't2', 't3']) store.add([aSpan({ traceId })]);
    expect(store.trace('t1')).toEqual([]);
    expect(store.latest(10).map(([first]) => first?.traceId)).toEqual(['t3', 't2']);
  });

  it('are drawn as a tree, children under parents in the order they began', () => {
    const lines = drawTree([
      aSpan({ spanId: 'c', parentSpanId: 'a', service: 'orders', name: 'PlaceOrder', startMs: 1_008 }),
      aSpan({ spanId: 'b', parentSpanId: 'a', service: 'group-buy', name: 'JoinGroup', startMs: 1_002, failed: true }),
      aSpan({}),
    ]);
    expect(lines.map((line) => line.replace(/ {3,}/g, ' | '))).toEqual([
      'gateway  POST /v1/groups | 12.0 ms  at 0.0 ms',
      '  group-buy  JoinGroup | 12.0 ms  at 2.0 ms  FAILED',
      '  orders  PlaceOrder | 12.0 ms  at 8.0 ms',
    ]);
  });

  it('whose parent is unknown stand at the top', () => {
    expect(drawTree([aSpan({ parentSpanId: 'lost' })])).toHaveLength(1);
  });
});
