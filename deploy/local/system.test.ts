import { describe, expect, it } from 'vitest';
import { generateSecrets } from './secrets.ts';
import {
  assignPorts,
  isServiceName,
  MOST_REPLICAS,
  PORTS_NEEDED,
  type ReplicaName,
  replicaNames,
  replicaOf,
  SERVER_PORTS,
  SERVICE_NAMES,
  SERVICE_PORTS,
  type SystemInput,
  serviceEnv,
  servicePorts,
  TRACES_PORT,
} from './system.ts';

const secrets = generateSecrets();

const anInput = (over: Partial<SystemInput> = {}): SystemInput => ({
  mongoUrl: 'mongodb://127.0.0.1:1/?replicaSet=rs0',
  kafkaBrokers: '127.0.0.1:2',
  redisUrl: 'redis://127.0.0.1:3',
  ports: SERVICE_PORTS,
  secrets,
  namespace: '',
  ...over,
});

const envOf = (name: ReplicaName, over: Partial<SystemInput> = {}) => serviceEnv(name, anInput(over));

const allPorts = (ports: typeof SERVICE_PORTS) =>
  Object.values(ports)
    .flatMap((roles): (number | undefined)[] => Object.values(roles))
    .filter((port) => port !== undefined);

describe('the system map', () => {
  it('gives every process a port of its own', () => {
    const replicas = Array.from({ length: MOST_REPLICAS }, (_, index) => allPorts(servicePorts(index + 1)));
    const ports = [...replicas.flat(), ...Object.values(SERVER_PORTS), SERVER_PORTS.kafka + 1, TRACES_PORT];
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('hands the given ports out once each, gRPC only to those that serve it', () => {
    const free = Array.from({ length: PORTS_NEEDED }, (_, at) => 20_000 + at);
    const ports = assignPorts(free);
    expect(allPorts(ports).toSorted()).toEqual(free);
    expect(SERVICE_NAMES.filter((name) => ports[name].grpc === undefined)).toEqual([
      'gateway',
      'sandbox-pay',
      'sandbox-carrier',
    ]);
  });

  it('refuses too few ports', () => {
    expect(() => assignPorts([1, 2])).toThrow(RangeError);
  });

  it('names the replicas of its services', () => {
    expect(replicaNames(1)).toEqual(SERVICE_NAMES);
    expect(replicaNames(2)).toContain('group-buy-2');
    for (const name of replicaNames(MOST_REPLICAS)) expect(replicaOf(name), name).toBeDefined();
    expect(replicaOf('orders')).toEqual({ service: 'orders', number: 1 });
    expect(replicaOf('group-buy-3')).toEqual({ service: 'group-buy', number: 3 });
    for (const name of ['mongo', 'orders-0', 'orders-1', 'orders-10', 'group', '']) {
      expect(replicaOf(name), name).toBeUndefined();
    }
  });

  it('knows its services', () => {
    expect(isServiceName('group-buy')).toBe(true);
    expect(isServiceName('mongo')).toBe(false);
  });
});

describe('the environment of a service', () => {
  it('tells its own ports and where the others are', () => {
    expect(envOf('orders')).toMatchObject({
      HOST: '127.0.0.1',
      GRPC_PORT: '7103',
      HTTP_PORT: '7203',
      IDENTITY_ADDR: '127.0.0.1:7101',
      CATALOG_ADDR: '127.0.0.1:7102',
      ORDERS_ADDR: '127.0.0.1:7103',
      PAYMENTS_ADDR: '127.0.0.1:7104',
      GROUP_BUY_ADDR: '127.0.0.1:7105',
      SANDBOX_PAY_URL: 'http://127.0.0.1:7206',
      SANDBOX_CARRIER_URL: 'http://127.0.0.1:7207',
      PUBLIC_URL: 'http://127.0.0.1:7080',
      CALLBACK_GRACE_MS: '5000',
    });
    expect(envOf('gateway')).toMatchObject({ HTTP_PORT: '7080', ADMIN_PORT: '7200' });
    expect(envOf('gateway')).not.toHaveProperty('GRPC_PORT');
  });

  it('of a further replica: its own ports, all addresses of the others, and its neighbours over HTTP', () => {
    expect(serviceEnv('payments-2', anInput({ morePorts: [servicePorts(2)] }))).toMatchObject({
      GRPC_PORT: '7114',
      HTTP_PORT: '7214',
      ORDERS_ADDR: 'ipv4:127.0.0.1:7103,127.0.0.1:7113',
      GROUP_BUY_ADDR: 'ipv4:127.0.0.1:7105,127.0.0.1:7115',
      SANDBOX_PAY_URL: 'http://127.0.0.1:7216',
      SANDBOX_CARRIER_URL: 'http://127.0.0.1:7217',
      PUBLIC_URL: 'http://127.0.0.1:7090',
    });
    expect(() => envOf('orders-2')).toThrow(RangeError);
  });

  it('hands a secret only to those who use it', () => {
    const holders = (variable: string) => SERVICE_NAMES.filter((name) => variable in envOf(name));
    expect(holders('IDENTITY_SIGNING_KEYS')).toEqual(['identity']);
    expect(holders('IDENTITY_ENCRYPTION_KEYS')).toEqual(['identity']);
    expect(holders('ORDERS_ENCRYPTION_KEYS')).toEqual(['orders']);
    expect(holders('BOOTSTRAP_OPERATOR_PASSWORD')).toEqual(['identity']);
    expect(holders('SANDBOX_PAY_SECRET')).toEqual(['payments', 'sandbox-pay']);
    expect(holders('SANDBOX_CARRIER_SECRET')).toEqual(['orders', 'sandbox-carrier']);
    expect(holders('INTERNAL_TOKEN_KEY')).not.toContain('sandbox-pay');
    expect(holders('INTERNAL_TOKEN_KEY')).not.toContain('sandbox-carrier');
  });

  it('shows one-time codes on the console of identity alone', () => {
    expect(SERVICE_NAMES.filter((name) => 'DEV_CONSOLE_OTP' in envOf(name))).toEqual(['identity']);
  });

  it('sends spans only where a receiver is given', () => {
    expect(envOf('orders')).not.toHaveProperty('OTEL_EXPORTER_OTLP_ENDPOINT');
    expect(envOf('orders', { otlpEndpoint: 'http://127.0.0.1:9' })).toMatchObject({
      OTEL_SERVICE_NAME: 'orders',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    });
  });

  it('carries the namespace, grace and log level of a test', () => {
    expect(envOf('orders', { namespace: 't1_', callbackGraceMs: 200, logLevel: 'silent' })).toMatchObject({
      NAMESPACE: 't1_',
      CALLBACK_GRACE_MS: '200',
      LOG_LEVEL: 'silent',
    });
  });
});
