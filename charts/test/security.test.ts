/** Certificates between services, log-ins to brokers, and the jobs that rotate keys, as the charts have them. */
import { describe, expect, it } from 'vitest';
import { type KubeObject, object, ofKind, profile, refusal, render } from './helm.ts';
import { schemaErrors } from './schema-check.ts';

const STAGING = profile('staging');
const TLS = ['global.tls.enabled=true', 'global.tls.issuerRef.name=services'];
const KAFKA = [
  'global.kafka.tls.enabled=true',
  'global.kafka.tls.caSecret=brokers-cluster-ca-cert',
  'global.kafka.sasl.username=shop',
];

const pod = (objects: readonly KubeObject[], name: string) =>
  object(objects, 'Deployment', `shop-${name}`).spec.template.spec;
const variables = (objects: readonly KubeObject[], name: string): Record<string, string> =>
  object(objects, 'ConfigMap', `shop-${name}`).data;

describe('mutual TLS between services', () => {
  const objects = render({ values: [STAGING], set: TLS });
  const certificates = ofKind(objects, 'Certificate');

  it('has a certificate for whoever serves or calls gRPC, and for nobody else', () => {
    expect(certificates.flatMap(schemaErrors)).toEqual([]);
    expect(certificates.map(({ metadata }) => metadata.name).toSorted()).toEqual(
      ['catalog', 'gateway', 'group-buy', 'identity', 'media', 'orders', 'payments'].map((name) => `shop-${name}`),
    );
    expect(pod(objects, 'sandbox-pay').volumes.map(({ name }: { name: string }) => name)).not.toContain('tls');
  });

  it('names every service as its callers call it', () => {
    for (const caller of ['gateway', 'catalog', 'orders', 'payments', 'group-buy']) {
      for (const [variable, address] of Object.entries(variables(objects, caller))) {
        if (!variable.endsWith('_ADDR')) continue;
        const [, host = ''] = /^dns:\/\/\/([^:]+):\d+$/.exec(address) ?? [];
        const callee = certificates.find(({ spec }) => spec.dnsNames.includes(host));
        expect(callee?.metadata.name, `${caller} calls ${address}`).toBe(host.replace(/-grpc$/, ''));
      }
    }
  });

  it('mounts the files whole, where the service looks for them', () => {
    for (const { metadata, spec } of certificates) {
      const { volumes, containers } = pod(objects, metadata.name.slice('shop-'.length));
      const volume = volumes.find(({ name }: { name: string }) => name === 'tls');
      const mount = containers[0].volumeMounts.find(({ name }: { name: string }) => name === 'tls');
      expect(volume.secret.secretName).toBe(spec.secretName);
      expect(mount).toEqual({ name: 'tls', mountPath: '/etc/social-commerce/tls', readOnly: true });
      expect(variables(objects, metadata.name.slice('shop-'.length))).toMatchObject({
        TLS_CERT_FILE: `${mount.mountPath}/tls.crt`,
        TLS_KEY_FILE: `${mount.mountPath}/tls.key`,
        TLS_CA_FILE: `${mount.mountPath}/ca.crt`,
      });
    }
  });

  it('keeps certificates away from jobs, which call nobody', () => {
    for (const { spec } of ofKind(objects, 'CronJob')) expect(JSON.stringify(spec)).not.toMatch(/TLS_|-tls"/);
  });

  it('is off where nothing is said, and refused without an issuer', () => {
    expect(ofKind(render({ values: [STAGING] }), 'Certificate')).toEqual([]);
    expect(refusal({ values: [STAGING], set: ['global.tls.enabled=true'] })).toContain(
      'global.tls.issuerRef.name is missing: the Issuer or ClusterIssuer of cert-manager',
    );
  });
});

describe('a Kafka with TLS and a log-in', () => {
  const objects = render({ values: [STAGING], set: [...KAFKA, 'orders.autoscaling.keda.enabled=true'] });

  it('is reached by everybody who uses it, with the password from a Secret', () => {
    for (const name of ['gateway', 'identity', 'catalog', 'orders', 'payments', 'group-buy']) {
      expect(variables(objects, name)).toMatchObject({
        KAFKA_TLS: 'true',
        KAFKA_CA_FILE: '/etc/social-commerce/kafka/ca.crt',
        KAFKA_USERNAME: 'shop',
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
      });
      const password = pod(objects, name).containers[0].env.find(
        (entry: { name: string }) => entry.name === 'KAFKA_PASSWORD',
      );
      expect(password.valueFrom.secretKeyRef).toEqual({ name: 'shop-kafka-user', key: 'KAFKA_PASSWORD' });
    }
    expect(JSON.stringify(pod(objects, 'media'))).not.toMatch(/KAFKA/);
  });

  it('takes the password from where an operator keeps it', () => {
    const set = [...KAFKA, 'global.kafka.sasl.passwordSecret.name=shop'];
    const { env } = pod(render({ values: [STAGING], set }), 'orders').containers[0];
    expect(env).toContainEqual({
      name: 'KAFKA_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'shop', key: 'password' } },
    });
  });

  it('tells KEDA as much', () => {
    const { triggers } = object(objects, 'ScaledObject', 'shop-orders').spec;
    const kafka = triggers.find(({ type }: { type: string }) => type === 'kafka');
    expect(kafka.metadata).toMatchObject({ tls: 'enable', sasl: 'scram_sha512' });
    const authentication = object(objects, 'TriggerAuthentication', kafka.authenticationRef.name);
    expect(schemaErrors(authentication)).toEqual([]);
    expect(authentication.spec.secretTargetRef).toEqual([
      { parameter: 'ca', name: 'brokers-cluster-ca-cert', key: 'ca.crt' },
    ]);
  });

  it('is refused by half', () => {
    const set = ['global.kafka.tls.caSecret=brokers-cluster-ca-cert'];
    expect(refusal({ values: [STAGING], set })).toContain('global.kafka.tls.enabled is not: set it to true');
    expect(refusal({ values: [STAGING], set: ['global.kafka.sasl.mechanism=gssapi'] })).toContain('must be one of');
  });
});

describe('the rotation of keys', () => {
  it.each(['identity', 'orders'])('of %s is a job that waits to be started by hand', (name) => {
    const job = object(render({ values: [STAGING] }), 'CronJob', `shop-${name}-rotate-keys`);
    expect(job.spec.suspend).toBe(true);
    const [container] = job.spec.jobTemplate.spec.template.spec.containers;
    expect(container.command).toEqual(['node', 'src/rotate-keys.ts']);
    const given = container.env.map((entry: { name: string }) => entry.name);
    expect(given).toEqual(expect.arrayContaining(['MONGO_URL', 'NAMESPACE', `${name.toUpperCase()}_ENCRYPTION_KEYS`]));
  });
});
