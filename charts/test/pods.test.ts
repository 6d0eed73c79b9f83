/** What holds for every pod and every object around it, whatever the values. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KubeObject, object, ofKind, PLATFORM, PROFILES, profile, render, SERVICE } from './helm.ts';

const EVERYTHING = join(SERVICE, 'ci/everything-values.yaml');

const RENDERINGS = [
  ...PROFILES.map((name) => ({ title: name, objects: render({ values: [profile(name)] }) })),
  { title: 'everything', objects: render({ chart: SERVICE, values: [EVERYTHING] }) },
];

type Pod = { owner: string; labels: Record<string, string>; spec: KubeObject };

/** Every pod that comes of the objects. */
function podsOf(objects: readonly KubeObject[]): Pod[] {
  return objects.flatMap(({ kind, metadata, spec }): Pod[] => {
    const owner = `${kind}/${metadata.name}`;
    if (kind === 'Pod') return [{ owner, labels: metadata.labels ?? {}, spec }];
    const template = kind === 'CronJob' ? spec.jobTemplate.spec.template : spec?.template;
    const isPod = template?.spec?.containers !== undefined;
    return isPod ? [{ owner, labels: template.metadata.labels, spec: template.spec }] : [];
  });
}

const selects = (selector: Record<string, string>, labels: Record<string, string>): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** What the Pod Security standard `restricted` asks of a pod, as far as ours could miss it. */
function misses({ spec }: Pod): string[] {
  const pod = spec.securityContext;
  const containers: KubeObject[] = spec.containers;
  const checks = {
    'runs as root': pod.runAsNonRoot === true && pod.runAsUser > 0,
    'no seccomp profile': pod.seccompProfile.type === 'RuntimeDefault',
    'a host namespace': !(spec.hostNetwork || spec.hostPID || spec.hostIPC),
    'a volume of the host': (spec.volumes ?? []).every((volume: object) => !('hostPath' in volume)),
    privileges: containers.every(({ securityContext }) => securityContext.allowPrivilegeEscalation === false),
    capabilities: containers.every(({ securityContext }) => securityContext.capabilities.drop.includes('ALL')),
    'a root it can write to': containers.every(
      ({ securityContext }) => securityContext.readOnlyRootFilesystem === true,
    ),
    'no requests or memory limit': containers.every(
      ({ resources }) => resources.requests.cpu && resources.requests.memory && resources.limits.memory,
    ),
  };
  return Object.entries(checks).flatMap(([what, passes]) => (passes ? [] : [what]));
}

describe.each(RENDERINGS)('$title', ({ objects }) => {
  const pods = podsOf(objects);

  it('has only pods that `restricted` lets in, with a read-only root and bounded', () => {
    expect(pods.length).toBeGreaterThan(1);
    for (const pod of pods) expect(misses(pod), pod.owner).toEqual([]);
  });

  it('gives a token of the API server to nobody but the job that makes trial secrets', () => {
    const holders = pods.filter(({ spec }) => spec.automountServiceAccountToken !== false);
    expect(holders.map(({ owner }) => owner.replace(/-[0-9a-f]{8}$/, ''))).toEqual(
      ofKind(objects, 'Role').map(() => 'Job/shop-trial-secrets'),
    );
  });

  it('selects the pods of its Deployments only: no hook and no test is counted or sent traffic', () => {
    const selectors = objects.flatMap(({ kind, metadata, spec }) => {
      const selector = kind === 'Service' ? spec.selector : kind === 'PodDisruptionBudget' && spec.selector.matchLabels;
      return selector ? [{ name: `${kind}/${metadata.name}`, selector }] : [];
    });
    expect(selectors.length).toBeGreaterThan(1);
    for (const { name, selector } of selectors) {
      const owners = new Set(pods.filter(({ labels }) => selects(selector, labels)).map(({ owner }) => owner));
      expect([...owners], name).toHaveLength(1);
      expect([...owners].join(), name).toMatch(/^(Deployment|StatefulSet)\//);
    }
  });

  it('denies every service and its jobs what is not named', () => {
    const policies = ofKind(objects, 'NetworkPolicy').map(({ spec }) => spec);
    const ours = pods.filter(({ labels }) => !['trial', 'test'].includes(labels['app.kubernetes.io/component'] ?? ''));
    for (const { owner, labels } of ours) {
      const [policy, ...others] = policies.filter((each) => selects(each.podSelector.matchLabels, labels));
      expect(others, owner).toEqual([]);
      expect(policy?.policyTypes, owner).toEqual(['Ingress', 'Egress']);
    }
  });

  it('lets a pod finish: endpoints go first, then the ten seconds of its own shutdown fit', () => {
    for (const { metadata, spec } of ofKind(objects, 'Deployment')) {
      if (metadata.labels?.['app.kubernetes.io/component'] === 'trial') continue;
      const { terminationGracePeriodSeconds, containers } = spec.template.spec;
      expect(terminationGracePeriodSeconds).toBeGreaterThanOrEqual(containers[0].lifecycle.preStop.sleep.seconds + 10);
      expect(Object.keys(containers[0])).toEqual(
        expect.arrayContaining(['startupProbe', 'livenessProbe', 'readinessProbe']),
      );
      expect(spec.template.spec.topologySpreadConstraints.map((each: KubeObject) => each.topologyKey)).toEqual([
        'kubernetes.io/hostname',
        'topology.kubernetes.io/zone',
      ]);
    }
  });

  it('keeps no secret in plain sight', () => {
    for (const secret of ofKind(objects, 'Secret')) {
      expect(secret.data ?? secret.stringData, secret.metadata.name).toBeUndefined();
    }
    for (const { metadata, data } of ofKind(objects, 'ConfigMap')) {
      expect(JSON.stringify(data), metadata.name).not.toMatch(/_KEYS?"|SECRET"|PASSWORD"|MONGO_URL|REDIS_URL/);
    }
  });
});

describe('what depends on the cluster', () => {
  const MONITORING = 'monitoring.coreos.com/v1';
  const monitors = (objects: KubeObject[]) => ofKind(objects, 'PodMonitor').length;

  it('is monitored where the Prometheus operator is, or where the values say so', () => {
    const values = [profile('staging')];
    expect(monitors(render({ values }))).toBe(0);
    expect(monitors(render({ values, apis: [MONITORING] }))).toBe(9);
    expect(monitors(render({ values, set: ['orders.monitoring.enabled=always'] }))).toBe(1);
    const never = render({ values, apis: [MONITORING], set: ['orders.monitoring.enabled=never'] });
    expect(monitors(never)).toBe(8);
  });

  it('is scaled by KEDA or by an autoscaler, never by both', () => {
    const objects = render({ values: [join(PLATFORM, 'ci/keda-values.yaml')] });
    const targets = (kind: string) => ofKind(objects, kind).map(({ spec }) => spec.scaleTargetRef.name);
    expect(targets('ScaledObject').toSorted()).toEqual(['shop-group-buy', 'shop-orders', 'shop-payments']);
    expect(targets('HorizontalPodAutoscaler')).not.toEqual(expect.arrayContaining(targets('ScaledObject')));
    expect(object(objects, 'ScaledObject', 'shop-payments').spec.triggers[1]).toMatchObject({
      type: 'kafka',
      metadata: { consumerGroup: 'payments', lagThreshold: '50' },
    });
  });

  it('is scaled by the calls that wait for it, where somebody tells how many', () => {
    const autoscaler = (set: string[]) =>
      object(render({ values: [profile('prod')], set }), 'HorizontalPodAutoscaler', 'shop-group-buy').spec.metrics;
    expect(autoscaler([])).toHaveLength(1);
    expect(autoscaler(['global.metrics.external=true'])[1]).toMatchObject({
      external: {
        metric: { name: 'social_queue_waiting', selector: { matchLabels: { queue: 'joins' } } },
        target: { type: 'AverageValue', averageValue: '250' },
      },
    });
    const objects = render({ values: [join(PLATFORM, 'ci/keda-values.yaml')] });
    expect(object(objects, 'ScaledObject', 'shop-group-buy').spec.triggers).toContainEqual({
      type: 'prometheus',
      metadata: {
        serverAddress: 'http://prometheus.monitoring:9090',
        query: 'sum(social_queue_waiting{namespace="shop",queue="joins"})',
        threshold: '250',
      },
    });
    expect(object(objects, 'ScaledObject', 'shop-orders').spec.triggers).toHaveLength(2);
  });

  it('runs a hook before an installation only where its brokers and Secrets are there by then', () => {
    const hooks = (set: string[]) =>
      ofKind(render({ chart: SERVICE, values: [EVERYTHING], set }), 'Job').map(
        ({ metadata }) => metadata.annotations?.['helm.sh/hook'],
      );
    expect(hooks(['global.externalSecrets.enabled=false', 'global.secrets.archive=a'])).toContain(
      'pre-install,pre-upgrade',
    );
    expect(hooks([])).toContain('post-install,pre-upgrade');
    expect(hooks(['global.externalSecrets.enabled=false', 'global.trial.enabled=true'])).toContain(
      'post-install,pre-upgrade',
    );
  });

  it('takes the Secret that an operator made, with its key', () => {
    const set = ['global.secrets.mongo=shop-admin-shop#connectionString.standard'];
    const { env } = object(render({ values: [profile('staging')], set }), 'Deployment', 'shop-orders').spec.template
      .spec.containers[0];
    expect(env).toContainEqual({
      name: 'MONGO_URL',
      valueFrom: { secretKeyRef: { name: 'shop-admin-shop', key: 'connectionString.standard' } },
    });
  });

  it('scales down slowly', () => {
    const { behavior } = object(render({ values: [profile('prod')] }), 'HorizontalPodAutoscaler', 'shop-orders').spec;
    expect(behavior.scaleDown).toMatchObject({ stabilizationWindowSeconds: 300, selectPolicy: 'Min' });
  });

  it('replaces the pods when their environment or the secrets change', () => {
    const annotations = (set: string[]) =>
      object(render({ values: [profile('staging')], set }), 'Deployment', 'shop-orders').spec.template.metadata
        .annotations;
    const before = annotations([]);
    expect(annotations(['orders.env.PAY_WINDOW_MS=60000'])).not.toEqual(before);
    expect(annotations(['global.secretsRevision=2'])).not.toEqual(before);
    expect(annotations(['gateway.env.PAGE_TTL_MS=500'])).toEqual(before);
  });
});

describe('a notice of maintenance', () => {
  it('reaches the gateways that run, and replaces none of them', () => {
    const values = [profile('prod')];
    const [without, withNotice] = [[], ['global.maintenance.message=back at 21:00']].map((set) =>
      render({ values, set }),
    );
    const deployments = (objects: readonly KubeObject[] = []) => ofKind(objects, 'Deployment');
    expect(deployments(withNotice)).toEqual(deployments(without));

    const notices = [without, withNotice].map(
      (objects = []) => object(objects, 'ConfigMap', 'shop-gateway-live').data.maintenance,
    );
    expect(notices).toEqual(['', 'back at 21:00']);
  });
});
