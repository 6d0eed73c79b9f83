import { setTimeout as pause } from 'node:timers/promises';
import {
  type handleUnaryCall,
  type Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { DomainError } from '@social/contracts/errors';
import { ANONYMOUS, type Caller, verifyCaller } from '@social/runtime/caller';
import { systemClock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import { observe } from '@social/runtime/metrics';
import { whileMongoIsAway } from '@social/runtime/mongo-away';
import { contextOf, inSpan, SpanKind } from '@social/runtime/telemetry';
import { toServiceError } from './errors.ts';
import type { RpcSecurity } from './security.ts';

/** Metadata keys between our services. */
export const KEYS = { caller: 'x-caller', requestId: 'x-request-id', traceparent: 'traceparent' };

/** What a handler knows of a call beside its message. */
export type CallContext = { caller: Caller; requestId: string };

type UntypedHandlers = Record<string, ((request: unknown, context: CallContext) => Promise<unknown>) | undefined>;

type Unary<M> =
  M extends MethodDefinition<infer _Req, infer Res, infer ReqOut, infer _ResOut>
    ? (request: ReqOut, context: CallContext) => Promise<Res>
    : never;

/** A key that is written out, without the index signature that generated definitions carry. */
export type NamedKey<K> = string extends K ? never : number extends K ? never : K;

/** One async function an RPC; what it throws becomes the caller's error. */
export type Handlers<D, Except extends keyof D = never> = {
  [K in keyof D as Exclude<NamedKey<K>, Except>]: Unary<D[K]>;
};

const text = (metadata: Metadata, key: string): string => metadata.get(key)[0]?.toString() ?? '';

export type ServerOptions = RpcSecurity;

/** Verifies the identity token of a call; no token means nobody. Errors: unauthenticated. */
export function contextOfCall(metadata: Metadata, tokenKey: KeyRing): CallContext {
  const token = text(metadata, KEYS.caller);
  const caller = token ? verifyCaller(token, tokenKey, systemClock.now().getTime()) : ANONYMOUS;
  return { caller, requestId: text(metadata, KEYS.requestId) };
}

/** Wraps a handler as grpc-js wants it: identity, span, metrics and errors in one place. */
function unary<Req, Res>(
  name: string,
  handle: (request: Req, context: CallContext) => Promise<Res>,
  { tokenKey, log }: ServerOptions,
): handleUnaryCall<Req, Res> {
  return async (call, callback) => {
    const started = performance.now();
    let outcome = 'ok';
    try {
      const parent = contextOf(text(call.metadata, KEYS.traceparent) || undefined);
      const answer = await inSpan(name, { kind: SpanKind.SERVER, parent }, async () =>
        handle(call.request, contextOfCall(call.metadata, tokenKey)),
      );
      callback(null, answer);
    } catch (thrown) {
      const error = whileMongoIsAway(thrown);
      outcome = error instanceof DomainError ? error.code : 'internal';
      if (outcome === 'internal') log.error({ err: error, rpc: name }, 'rpc failed');
      else if (error !== thrown) log.warn({ err: thrown, rpc: name }, 'mongo is away');
      callback(toServiceError(error));
    } finally {
      observe('rpc', name, outcome, (performance.now() - started) / 1000);
    }
  };
}

/**
 * A connection is ended in order after a minute: its caller asks anew where the service is, and so finds replicas that
 * have come since.
 */
const CONNECTION_AGE_MS = 60_000;

/**
 * Serves one gRPC service.
 * @param raw streaming handlers in grpc-js's own form, by RPC name
 */
export async function serveRpc<D extends ServiceDefinition, R extends keyof D = never>(
  definition: D,
  handlers: Handlers<D, R>,
  address: string,
  options: ServerOptions,
  raw: UntypedServiceImplementation = {},
): Promise<Server> {
  const server = new Server({ 'grpc.max_connection_age_ms': CONNECTION_AGE_MS });
  const implementation: UntypedServiceImplementation = { ...raw };
  for (const [name, method] of Object.entries(definition)) {
    const handle = (handlers as UntypedHandlers)[name];
    if (handle) implementation[name] = unary(method.path.slice(1), handle, options);
  }
  server.addService(definition, implementation);
  await new Promise<void>((resolve, reject) =>
    server.bindAsync(address, options.tls?.server ?? ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    ),
  );
  return server;
}

/** Calls that take longer than this to finish are cut off, e.g. the import of a file; who asked begins it again. */
const FINISH_WITHIN_MS = 5000;

/** Stops taking calls, tells callers to go elsewhere (GOAWAY), and lets the running ones finish. */
export async function stopRpc(server: Server, withinMs = FINISH_WITHIN_MS): Promise<void> {
  const finished = new Promise<void>((resolve) => {
    server.tryShutdown(() => resolve());
  });
  await Promise.race([finished, pause(withinMs, undefined, { ref: false })]);
  server.forceShutdown();
}
