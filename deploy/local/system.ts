/** The map of the system on one machine: every service, its ports and its environment. Pure: nothing is read or started. */
import { join } from 'node:path';

/** In the order a request meets them. */
export const SERVICE_NAMES = [
  'gateway',
  'identity',
  'catalog',
  'orders',
  'payments',
  'group-buy',
  'media',
  'sandbox-pay',
  'sandbox-carrier',
] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

/** A process of a service: `orders` is its first replica, `orders-2` the second. */
export type ReplicaName = ServiceName | `${ServiceName}-${number}`;

export interface Replica {
  service: ServiceName;
  /** From 1. */
  number: number;
}

/** `http` serves the probes and metrics; on the gateway it is the public API, whose metrics are on `admin` instead. */
export interface ServicePorts {
  http: number;
  grpc?: number;
  admin?: number;
}

export type SystemPorts = Record<ServiceName, ServicePorts>;

/** Generated once a machine; in production they come from the cluster's secrets. */
export interface SystemSecrets {
  /** Signs the identity token the gateway forwards: 32 random bytes, base64. */
  internalTokenKey: string;
  /** `k1:<base64 of 32 bytes>`, comma separated; the first encrypts, all decrypt. */
  identityEncryptionKeys: string;
  /** Keys the look-up of phones: 32 random bytes, base64. */
  identityBlindIndexKey: string;
  /** JSON array of {kid, pem}, RS256 private keys; the first signs. */
  identitySigningKeys: string;
  /** Like identity's, for the addresses on orders. */
  ordersEncryptionKeys: string;
  /** Shared by payments and the sandbox provider: 32 random bytes, base64. */
  sandboxPaySecret: string;
  /** Shared by orders and the sandbox carrier: 32 random bytes, base64. */
  sandboxCarrierSecret: string;
  /** Of the first operator, who makes all other staff. */
  operatorPassword: string;
}

export interface SystemInput {
  /** Without a database: every service has its own. */
  mongoUrl: string;
  kafkaBrokers: string;
  redisUrl: string;
  ports: SystemPorts;
  /** Ports of every service's second replica, of the third, …; absent: one of each. */
  morePorts?: readonly SystemPorts[];
  secrets: SystemSecrets;
  /** Where media keeps pictures; absent: beside the local servers' data. */
  mediaDir?: string;
  /** The file whose text is the notice of a maintenance; absent: there is never any. */
  maintenanceFile?: string;
  /** Prefix of databases, topics, consumer groups and Redis keys; empty in `make up`. */
  namespace: string;
  /** Base URL of an OTLP/HTTP receiver; absent: no spans are sent. */
  otlpEndpoint?: string;
  /** How long a payment heard after the deadline may still count, in milliseconds. */
  callbackGraceMs?: number;
  logLevel?: string;
}

export const HOST = '127.0.0.1';

/** The ports of `make up`. */
export const SERVER_PORTS = { mongo: 7017, kafka: 7092, redis: 7079 };

export const TRACES_PORT = 7318;

export const SERVICE_PORTS: SystemPorts = {
  gateway: { http: 7080, admin: 7200 },
  identity: { grpc: 7101, http: 7201 },
  catalog: { grpc: 7102, http: 7202 },
  orders: { grpc: 7103, http: 7203 },
  payments: { grpc: 7104, http: 7204 },
  'group-buy': { grpc: 7105, http: 7205 },
  media: { grpc: 7106, http: 7208 },
  'sandbox-pay': { http: 7206 },
  'sandbox-carrier': { http: 7207 },
};

/** Most replicas of every service that `make up` has ports for. */
export const MOST_REPLICAS = 9;

/** The ports of a replica in `make up`: each has its own ten above those of the one before. */
export function servicePorts(number: number): SystemPorts {
  const entries = SERVICE_NAMES.map((name): [ServiceName, ServicePorts] => {
    const ports = Object.entries(SERVICE_PORTS[name]).map(([role, port]) => [role, port + 10 * (number - 1)]);
    return [name, Object.fromEntries(ports)];
  });
  return Object.fromEntries(entries) as SystemPorts;
}

/** Short on one machine, so that the demo's latecomers need not be waited for. */
const LOCAL_CALLBACK_GRACE_MS = 5_000;

/** A small young generation: what the start leaves behind would otherwise stay resident, 15 to 30 MB a service. */
const YOUNG_GENERATION = '--max-semi-space-size=8';

/**
 * What node is told for a service. The catalog has a bound for its heap that it never comes near: without one V8 collects
 * only when the heap is three times what is in use, 140 MB instead of 70 while a CSV is imported.
 */
export const runtimeOptions = (name: ServiceName): string =>
  name === 'catalog' ? `${YOUNG_GENERATION} --max-old-space-size=1024` : YOUNG_GENERATION;

/** The first operator's phone: a number of the demo's, nobody's. */
export const OPERATOR_PHONE = '13800000000';

/** The pictures of the sample catalogue, served by the gateway. */
const PICTURES_DIR = join(import.meta.dirname, '../../services/catalog/sample/pictures');

/** The pictures that people uploaded, deleted with all other local data. */
const MEDIA_DIR = join(import.meta.dirname, '../../.local/data/media');

type SecretEnv = Record<string, keyof SystemSecrets>;

/** Who is given which secret: nobody holds a key they do not use. */
const SECRETS_OF: Record<ServiceName, SecretEnv> = {
  gateway: { INTERNAL_TOKEN_KEY: 'internalTokenKey' },
  identity: {
    INTERNAL_TOKEN_KEY: 'internalTokenKey',
    IDENTITY_ENCRYPTION_KEYS: 'identityEncryptionKeys',
    IDENTITY_BLIND_INDEX_KEY: 'identityBlindIndexKey',
    IDENTITY_SIGNING_KEYS: 'identitySigningKeys',
    BOOTSTRAP_OPERATOR_PASSWORD: 'operatorPassword',
  },
  catalog: { INTERNAL_TOKEN_KEY: 'internalTokenKey' },
  orders: {
    INTERNAL_TOKEN_KEY: 'internalTokenKey',
    ORDERS_ENCRYPTION_KEYS: 'ordersEncryptionKeys',
    SANDBOX_CARRIER_SECRET: 'sandboxCarrierSecret',
  },
  payments: { INTERNAL_TOKEN_KEY: 'internalTokenKey', SANDBOX_PAY_SECRET: 'sandboxPaySecret' },
  'group-buy': { INTERNAL_TOKEN_KEY: 'internalTokenKey' },
  media: { INTERNAL_TOKEN_KEY: 'internalTokenKey' },
  'sandbox-pay': { SANDBOX_PAY_SECRET: 'sandboxPaySecret' },
  'sandbox-carrier': { SANDBOX_CARRIER_SECRET: 'sandboxCarrierSecret' },
};

/** What only one service is told. */
const OWN_ENV: Partial<Record<ServiceName, Record<string, string>>> = {
  // Everyone on one machine comes from one address.
  gateway: {
    PICTURES_DIR,
    TRUST_TRACEPARENT: 'true',
    AUTH_ADDRESS_PER_MINUTE: '6000',
  },
  identity: { DEV_CONSOLE_OTP: 'true', BOOTSTRAP_OPERATOR_PHONE: OPERATOR_PHONE },
  // A parcel is there in eight seconds: who tries it out watches it arrive.
  'sandbox-carrier': { CARRIER_STEP_MS: '2000' },
};

/** How many ports `assignPorts` takes. */
export const PORTS_NEEDED = Object.values(SERVICE_PORTS).flatMap((ports) => Object.keys(ports)).length;

/** Hands free ports to the services, for a system beside the one of `make up`. */
export function assignPorts(free: readonly number[]): SystemPorts {
  if (free.length < PORTS_NEEDED) throw new RangeError(`${PORTS_NEEDED} ports are needed, ${free.length} were given`);

  const next = free.values();
  const take = () => next.next().value ?? 0;
  const entries = SERVICE_NAMES.map((name): [ServiceName, ServicePorts] => {
    const roles = Object.keys(SERVICE_PORTS[name]).map((role) => [role, take()]);
    return [name, Object.fromEntries(roles)];
  });
  return Object.fromEntries(entries) as SystemPorts;
}

/**
 * Services that stand for somebody outside, with books of their own that nobody here can turn back: what they did since
 * a backup they have done.
 */
export const OUTSIDE: readonly ServiceName[] = ['sandbox-pay', 'sandbox-carrier'];

/** The database of a service, without the namespace, whether it keeps anything or not. */
export function databaseOf(name: ServiceName): string {
  return name.replaceAll('-', '_');
}

export function isServiceName(name: string): name is ServiceName {
  return SERVICE_NAMES.some((known) => known === name);
}

/** Every process of the services, with so many replicas of each. */
export function replicaNames(replicas: number): ReplicaName[] {
  return numbers(replicas).flatMap((number) => SERVICE_NAMES.map((service) => replicaName({ service, number })));
}

export function replicaName({ service, number }: Replica): ReplicaName {
  return number === 1 ? service : `${service}-${number}`;
}

/** The replica of that name; undefined when it is no service's. */
export function replicaOf(name: string): Replica | undefined {
  const [, service = '', number = '1'] = /^(.+?)(?:-([2-9]))?$/.exec(name) ?? [];
  return isServiceName(service) ? { service, number: Number(number) } : undefined;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The same of a name that is known to be one. */
export function replicaNamed(name: ReplicaName): Replica {
  const replica = replicaOf(name);
  if (!replica) throw new RangeError(`${name} is no service`);
  return replica;
}

/** Base URL of a service's HTTP side. */
export function httpUrl(ports: SystemPorts, name: ServiceName): string {
  return `http://${HOST}:${ports[name].http}`;
}

/** Ports of one replica of every service. Errors: RangeError, when there are not so many. */
export function portsOf({ ports, morePorts = [] }: Pick<SystemInput, 'ports' | 'morePorts'>, number: number) {
  const found = [ports, ...morePorts][number - 1];
  if (!found) throw new RangeError(`there is no replica ${number}`);
  return found;
}

/** Everything a service reads from its environment: `orders`, or a further replica of it, `orders-2`. */
export function serviceEnv(replica: ReplicaName, input: SystemInput): Record<string, string> {
  const { service: name, number } = replicaNamed(replica);
  const ports = portsOf(input, number);
  return {
    HOST,
    ...portEnv(ports[name]),
    LOG_LEVEL: input.logLevel ?? 'info',
    NODE_OPTIONS: runtimeOptions(name),
    DEV_ENDPOINTS: 'true',
    MONGO_URL: input.mongoUrl,
    KAFKA_BROKERS: input.kafkaBrokers,
    REDIS_URL: input.redisUrl,
    NAMESPACE: input.namespace,
    ...addressEnv([input.ports, ...(input.morePorts ?? [])]),
    ...neighbourEnv(ports),
    MEDIA_DIR: input.mediaDir ?? MEDIA_DIR,
    CALLBACK_GRACE_MS: `${input.callbackGraceMs ?? LOCAL_CALLBACK_GRACE_MS}`,
    ...secretEnv(name, input.secrets),
    ...OWN_ENV[name],
    ...(name === 'gateway' && input.maintenanceFile ? { MAINTENANCE_FILE: input.maintenanceFile } : {}),
    ...(input.otlpEndpoint === undefined ? {} : telemetryEnv(name, input.otlpEndpoint)),
  };
}

function portEnv({ http, grpc, admin }: ServicePorts): Record<string, string> {
  return {
    HTTP_PORT: `${http}`,
    ...(grpc === undefined ? {} : { GRPC_PORT: `${grpc}` }),
    ...(admin === undefined ? {} : { ADMIN_PORT: `${admin}` }),
  };
}

/** Where the services serve gRPC. Of several replicas all are told, and a client takes them in turns. */
function addressEnv(replicas: readonly SystemPorts[]): Record<string, string> {
  const addresses = SERVICE_NAMES.flatMap((name): [string, string][] => {
    const grpc = replicas.flatMap((ports) => ports[name].grpc ?? []).map((port) => `${HOST}:${port}`);
    if (grpc.length === 0) return [];

    const scheme = grpc.length === 1 ? '' : 'ipv4:';
    return [[`${name.toUpperCase().replace('-', '_')}_ADDR`, `${scheme}${grpc.join(',')}`]];
  });
  return Object.fromEntries(addresses);
}

/** Over HTTP nobody balances on one machine: a replica is told of the gateway, the provider and the carrier of its own number. */
function neighbourEnv(ports: SystemPorts): Record<string, string> {
  return {
    SANDBOX_PAY_URL: httpUrl(ports, 'sandbox-pay'),
    SANDBOX_CARRIER_URL: httpUrl(ports, 'sandbox-carrier'),
    PUBLIC_URL: httpUrl(ports, 'gateway'),
  };
}

/** The secrets a service is given, by their env names. */
export function secretEnv(name: ServiceName, secrets: SystemSecrets): Record<string, string> {
  return Object.fromEntries(Object.entries(SECRETS_OF[name]).map(([variable, secret]) => [variable, secrets[secret]]));
}

function telemetryEnv(name: ServiceName, endpoint: string): Record<string, string> {
  return {
    OTEL_SERVICE_NAME: name,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  };
}
