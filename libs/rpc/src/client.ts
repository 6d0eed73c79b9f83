import type { KeyObject } from 'node:crypto';
import { Client, credentials, Metadata, type MethodDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import type { MethodDefinition as GeneratedMethod } from '@grpc/proto-loader';
import { type Caller, signCaller } from '@social/runtime/caller';
import { systemClock } from '@social/runtime/clock';
import { inSpan, SpanKind, traceparent } from '@social/runtime/telemetry';
import { fromServiceError } from './errors.ts';
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

export type ClientOptions = { tokenKey: KeyObject };

/** Metadata of one call: identity, request id and trace. */
export function callMetadata(options: CallOptions, tokenKey: KeyObject): Metadata {
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
};

/** Opens a client of a service; `address` is host:port or a gRPC target such as `dns:///orders:50051`. */
export function createRpcClient<D extends ServiceDefinition>(
  definition: D,
  address: string,
  { tokenKey }: ClientOptions,
): RpcClient<D> {
  const raw = new Client(address, credentials.createInsecure(), CHANNEL);
  const call =
    (method: MethodDefinition<unknown, unknown>) =>
    (request: unknown, options: CallOptions = {}) =>
      inSpan(method.path.slice(1), { kind: SpanKind.CLIENT }, () => unaryCall(raw, method, request, options, tokenKey));
  const methods = Object.entries(definition)
    .filter(([, method]) => !method.requestStream && !method.responseStream)
    .map(([name, method]) => [name, call(method)]);
  const ready = () =>
    new Promise<void>((resolve, reject) =>
      raw.waitForReady(Date.now() + 2000, (error) => (error ? reject(error) : resolve())),
    );
  return { ...Object.fromEntries(methods), raw, close: () => raw.close(), ready } as RpcClient<D>;
}

function unaryCall(
  client: Client,
  method: MethodDefinition<unknown, unknown>,
  request: unknown,
  options: CallOptions,
  tokenKey: KeyObject,
): Promise<unknown> {
  const deadline = Date.now() + (options.timeoutMs ?? 5000);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      callMetadata(options, tokenKey),
      { deadline },
      (error, answer) => (error ? reject(fromServiceError(error)) : resolve(answer)),
    );
  });
}
