import {
  Client,
  credentials,
  Metadata,
  type MethodDefinition,
  type ServiceDefinition,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import type { MethodDefinition as GeneratedMethod } from '@grpc/proto-loader';
import { type Caller, signCaller } from '@social/runtime/caller';
import { systemClock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import type { Logger } from '@social/runtime/log';
import { inSpan, SpanKind, traceparent } from '@social/runtime/telemetry';
import { fromServiceError } from './errors.ts';
import type { RpcSecurity } from './security.ts';
import { KEYS, type NamedKey } from './server.ts';

/** For whom a call is made and how long it may take. */
export type CallOptions = {
  caller?: Caller;
  requestId?: string;
  /** Default 5,000. */
  timeoutMs?: number;
};

type UnaryCall<M> =
  M extends GeneratedMethod<infer Req, infer _Res, infer _ReqOut, infer ResOut>
    ? (request: Req, options?: CallOptions) => Promise<ResOut>
    : never;

/** A client with one promise-returning function an RPC; a failure is a DomainError. */
export type RpcClient<D> = { [K in keyof D as NamedKey<K>]: UnaryCall<D[K]> } & {
  /** The grpc-js client beneath, for streaming calls. */
  raw: Client;
  close: () => void;
  /** Resolves when connected; for readiness. */
  ready: () => Promise<void>;
};

/** Without `log` nobody is told why a callee cannot be reached. */
export type ClientOptions = Pick<RpcSecurity, 'tokenKey' | 'tls'> & { log?: Logger };

/** Metadata of one call: identity, request id and trace. */
export function callMetadata(options: CallOptions, tokenKey: KeyRing): Metadata {
  const metadata = new Metadata();
  if (options.caller && options.caller.userId !== '') {
    metadata.set(KEYS.caller, signCaller(options.caller, tokenKey, systemClock.now().getTime()));
  }
  if (options.requestId) metadata.set(KEYS.requestId, options.requestId);
  const parent = traceparent();
  if (parent) metadata.set(KEYS.traceparent, parent);
  return metadata;
}

const CHANNEL = {
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2000,
  // Replicas are replaced one after the other: by the library's 30 s all that are known may be gone.
  'grpc.dns_min_time_between_resolutions_ms': 1000,
};

/** Opens a client of a service; `address` is host:port or a gRPC target such as `dns:///orders:50051`. */
export function createRpcClient<D extends ServiceDefinition>(
  definition: D,
  address: string,
  options: ClientOptions,
): RpcClient<D> {
  const raw = new Client(address, options.tls?.client ?? credentials.createInsecure(), CHANNEL);
  const told = tellUnreachable(address, options);
  const call =
    (method: MethodDefinition<unknown, unknown>) =>
    (request: unknown, callOptions: CallOptions = {}) =>
      inSpan(method.path.slice(1), { kind: SpanKind.CLIENT }, () =>
        unaryCall(
          { client: raw, method, metadata: callMetadata(callOptions, options.tokenKey), told },
          request,
          callOptions,
        ),
      );
  const methods = Object.entries(definition)
    .filter(([, method]) => !method.requestStream && !method.responseStream)
    .map(([name, method]) => [name, call(method)]);
  const ready = () =>
    new Promise<void>((resolve, reject) =>
      raw.waitForReady(Date.now() + 2000, (error) => (error ? reject(error) : resolve())),
    );
  return { ...Object.fromEntries(methods), raw, close: () => raw.close(), ready } as RpcClient<D>;
}

const TELL_EVERY_MS = 10_000;

/** Over TLS a callee may be there and yet not be spoken to: says why, once in a while. */
function tellUnreachable(address: string, { tls, log }: ClientOptions): (error: ServiceError) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return ({ code, details }) => {
    if (!tls || !log || code !== status.UNAVAILABLE || performance.now() - toldAt < TELL_EVERY_MS) return;

    toldAt = performance.now();
    log.error({ address, reason: details }, 'no connection over TLS');
  };
}

type Way = {
  client: Client;
  method: MethodDefinition<unknown, unknown>;
  metadata: Metadata;
  told: (error: ServiceError) => void;
};

function unaryCall({ client, method, metadata, told }: Way, request: unknown, options: CallOptions): Promise<unknown> {
  const deadline = Date.now() + (options.timeoutMs ?? 5000);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadata,
      { deadline },
      (error, answer) => {
        if (!error) return resolve(answer);
        told(error);
        reject(fromServiceError(error));
      },
    );
  });
}
