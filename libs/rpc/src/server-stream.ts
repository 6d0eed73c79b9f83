import { type EventEmitter, once } from 'node:events';
import type { Metadata, ServerWritableStream } from '@grpc/grpc-js';
import { DomainError } from '@social/contracts/errors';
import { observe } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import { contextOf, inSpan, SpanKind } from '@social/runtime/telemetry';
import { toServiceError } from './errors.ts';
import { type CallContext, contextOfCall, KEYS, type ServerOptions } from './server.ts';

/** The side of a call that answers message by message. */
type Writing<Res> = EventEmitter & { cancelled: boolean; write: (message: Res) => boolean };
type Ending = EventEmitter & { metadata: Metadata; end: () => void };

/** Writes one message, and waits until the caller takes more, or is gone. */
export async function write<Res>(call: Writing<Res>, message: Res): Promise<void> {
  if (call.cancelled || call.write(message)) return;

  const over = new AbortController();
  try {
    await Promise.race(['drain', 'cancelled'].map((event) => once(call, event, { signal: over.signal })));
  } finally {
    over.abort();
  }
}

/** Runs a streaming RPC with its span, its metric and its error in one place. */
export async function observed(
  name: string,
  call: Ending,
  { log }: ServerOptions,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  let outcome = 'ok';
  try {
    const parent = contextOf(call.metadata.get(KEYS.traceparent)[0]?.toString());
    await inSpan(name, { kind: SpanKind.SERVER, parent }, work);
    call.end();
  } catch (thrown) {
    const error = whileMongoIsAway(thrown);
    outcome = error instanceof DomainError ? error.code : 'internal';
    if (outcome === 'internal') log.error({ err: error, rpc: name }, 'rpc failed');
    else if (error !== thrown) log.warn({ err: thrown, rpc: name }, 'mongo is away');
    call.emit('error', toServiceError(error));
  } finally {
    observe('rpc', name, outcome, (performance.now() - started) / 1000);
  }
}

/**
 * Serves an RPC that answers with a stream, no faster than its caller reads; stops when the caller is gone.
 * @param name the RPC as metrics and spans call it
 */
export const serverStream =
  <Req, Res>(
    name: string,
    answer: (request: Req, context: CallContext) => AsyncIterable<Res>,
    options: ServerOptions,
  ) =>
  (call: ServerWritableStream<Req, Res>): Promise<void> =>
    observed(name, call, options, async () => {
      for await (const message of answer(call.request, contextOfCall(call.metadata, options.tokenKey))) {
        if (call.cancelled) return;
        await write(call, message);
      }
    });

/** Far below what one message may hold. */
const CHUNK_BYTES = 64 * 1024;

/** A text as the chunks of a streamed file. */
export function* inChunks(text: string): Generator<{ chunk: Buffer }> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield { chunk: bytes.subarray(at, at + CHUNK_BYTES) };
}
