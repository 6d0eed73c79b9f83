/** The chart's values and deploy/local/system.ts are one map, and the services read all that they are told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTITIONS } from '@social/messaging/bus';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_READERS } from '../../deploy/config-readers.ts';
import { madeSecrets } from '../../deploy/kubernetes/secrets.ts';
import { generateSecrets } from '../../deploy/local/secrets.ts';
import {
  runtimeOptions,
  SERVICE_NAMES,
  SERVICE_PORTS,
  type ServiceName,
  secretEnv,
} from '../../deploy/local/system.ts';
import { type KubeObject, object, ofKind, PLATFORM, PROFILES, profile, render } from './helm.ts';

/** What Node and the telemetry library read by themselves, and what only a development stack looks at. */
const READ_BY_OTHERS = /^(NODE_OPTIONS|NODE_EXTRA_CA_CERTS|OTEL_.+|DEV_ENDPOINTS)$/;

/** Of the brokers and the bucket, which the local stack has without secrets. */
const OF_OTHERS = ['MONGO_URL', 'REDIS_URL', 'MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'];

const container = (objects: readonly KubeObject[], name: string) =>
  object(objects, 'Deployment', `shop-${name}`).spec.template.spec.containers[0];

const secretVariables = (objects: readonly KubeObject[], name: string): string[] =>
  (container(objects, name).env ?? []).map((entry: { name: string }) => entry.name);

const plainVariables = (objects: readonly KubeObject[], name: string): Record<string, string> =>
  object(objects, 'ConfigMap', `shop-${name}`).data;

/** The environment as the pod has it, with secrets such as the cluster would hold. */
function environmentOf(objects: readonly KubeObject[], name: ServiceName): Record<string, string> {
  const brokers = { MONGO_URL: 'mongodb://m', REDIS_URL: 'redis://r' };
  const bucket = { MEDIA_S3_ACCESS_KEY_ID: 'id', MEDIA_S3_SECRET_ACCESS_KEY: 'key' };
  const held: Record<string, string> = Object.assign(brokers, bucket, ...Object.values(madeSecrets(generateSecrets())));
  const secrets = secretVariables(objects, name).map((variable) => [variable, held[variable] ?? '']);
  return { ...plainVariables(objects, name), ...Object.fromEntries(secrets) };
}

const environment = process.env;

describe.each(PROFILES)('the map, in the profile %s', (title) => {
  const objects = render({ values: [profile(title)] });
  const present = SERVICE_NAMES.filter((name) =>
    ofKind(objects, 'Deployment').some(({ metadata }) => metadata.name === `shop-${name}`),
  );

  afterEach(() => {
    process.env = environment;
    vi.unstubAllEnvs();
  });

  it('has the services of the local stack, and no others', () => {
    const brokers = title === 'dev' ? ['shop-redis'] : [];
    expect(
      ofKind(objects, 'Deployment')
        .map(({ metadata }) => metadata.name)
        .toSorted(),
    ).toEqual([...present.map((name) => `shop-${name}`), ...brokers].toSorted());
    if (title !== 'prod') expect(present).toEqual(SERVICE_NAMES);
  });

  it.each(present)('%s is given the secrets that it is given on one machine', (name) => {
    const without = title === 'prod' ? /^SANDBOX_/ : /^$/;
    const local = Object.keys(secretEnv(name, generateSecrets())).filter((variable) => !without.test(variable));
    const withoutOthers = secretVariables(objects, name).filter((variable) => !OF_OTHERS.includes(variable));
    expect(withoutOthers.toSorted()).toEqual(local.toSorted());
  });

  it.each(present)('%s starts with its environment, and reads all of it', (name) => {
    process.env = environmentOf(objects, name);
    const read = Object.keys(CONFIG_READERS[name]());
    const told = Object.keys(process.env).filter((variable) => !READ_BY_OTHERS.test(variable));
    expect(told.filter((variable) => !read.includes(variable))).toEqual([]);
  });

  it.each(present)('%s has the ports and the runtime options that it has on one machine', (name) => {
    const ports = container(objects, name).ports.map((port: { name: string }) => port.name);
    expect(ports.toSorted()).toEqual(Object.keys(SERVICE_PORTS[name]).toSorted());
    expect(plainVariables(objects, name).NODE_OPTIONS).toBe(runtimeOptions(name));
  });
});

describe('the values', () => {
  const values = parse(readFileSync(join(PLATFORM, 'values.yaml'), 'utf8'));

  it('know how many partitions a topic has', () => {
    expect(values.global.kafka.partitions).toBe(PARTITIONS);
  });

  it('name a Secret for everything that can be made, with its variables', () => {
    const used = SERVICE_NAMES.flatMap((name) => Object.entries<string>(values[name].secretEnv ?? {}));
    const made = Object.entries(madeSecrets(generateSecrets())).flatMap(([secret, variables]) =>
      Object.keys(variables).map((variable) => [variable, secret]),
    );
    expect(made.toSorted()).toEqual([...new Map(used)].toSorted());
    expect(Object.keys(values.global.secrets)).toEqual(expect.arrayContaining(made.map(([, secret]) => secret)));
  });

  it('let nobody in who does not call', () => {
    for (const kind of ['grpc', 'http'] as const) {
      for (const callee of SERVICE_NAMES) {
        const callers = SERVICE_NAMES.filter((name) => {
          const urls = kind === 'http' ? Object.values(values[name].urls ?? {}) : [];
          return [...(values[name].calls?.[kind] ?? []), ...urls].includes(callee);
        });
        expect((values[callee].callers?.[kind] ?? []).toSorted(), `${callee}, ${kind}`).toEqual(callers.toSorted());
      }
    }
  });
});
