/** What is wrong is refused before anything is installed, in words that say what to do. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLATFORM, profile, ROOT, refusal, render, SERVICE } from './helm.ts';

const STAGING = profile('staging');

describe('the platform refuses', () => {
  it.each([
    ['a key that is misspelt', 'orders.replcas=3', 'Additional property replcas is not allowed'],
    ['a service that is not there', 'wallet.enabled=true', 'Additional property wallet is not allowed'],
    ['a key of global that is misspelt', 'global.kafka.broker=x', 'Additional property broker is not allowed'],
    ['a number that is none', 'orders.autoscaling.max=many', 'autoscaling.max: Invalid type. Expected: integer'],
    ['a bound that cannot be', 'orders.autoscaling.cpu=400', 'autoscaling.cpu: Must be less than or equal to 100'],
    [
      'a storage it does not know',
      'media.storage.type=pvc',
      'must be one of the following: "none", "emptyDir", "claim"',
    ],
    ['a digest that is none', 'orders.image.digest=latest', 'image.digest: Does not match pattern'],
    ['a variable in small letters', 'orders.env.log_level=info', 'Property name of "log_level" does not match'],
    [
      'a public address with a path',
      'global.publicUrl=https://shop.example.com/api',
      'global.publicUrl: Does not match',
    ],
    ['no public address', 'global.publicUrl=', 'global.publicUrl is missing: the address at which the public'],
    ['no Kafka', 'global.kafka.brokers=', 'global.kafka.brokers is missing: host:port of your Kafka brokers'],
    [
      'a call of one who is off',
      'sandbox-pay.enabled=false',
      'payments calls sandbox-pay, which is off: set sandbox-pay.',
    ],
    [
      'a call of one who is nobody',
      'orders.calls.grpc={wallet}',
      'orders calls wallet, which is no service of this chart',
    ],
    [
      'a call that is not let in',
      'payments.calls.grpc={catalog}',
      'payments calls catalog, which lets it not in: add payments',
    ],
    ['more consumers than partitions', 'orders.autoscaling.max=9', 'so that 3 consumers would idle: lower the maximum'],
    [
      'a minimum above the maximum',
      'orders.autoscaling.min=5',
      'orders: autoscaling.min (5) is above autoscaling.max (4)',
    ],
    [
      'an unknown secret',
      'orders.secretEnv.KEY=nobody',
      'comes from the secret "nobody", which global.secrets does not',
    ],
    ['an Ingress without hosts', 'gateway.ingress.hosts=null', 'gateway: ingress.hosts is empty: name the hosts'],
    ['External Secrets without a store', 'global.externalSecrets.enabled=true', 'storeRef.name is missing'],
    ['a job that never runs', 'orders.jobs.repair.command={node}', '"repair" has neither `hook` nor `schedule`'],
  ])('%s', (_, set, words) => {
    expect(refusal({ values: [STAGING], set: [set] })).toContain(words);
  });

  it('a job that runs by a hook and by the clock', () => {
    const set = ['command={node}', 'schedule=@daily', 'hook={pre-upgrade}'].map((pair) => `orders.jobs.repair.${pair}`);
    expect(refusal({ values: [STAGING], set })).toContain('"repair" has both `hook` and `schedule`');
  });

  it('a route without a Gateway', () => {
    const set = ['gateway.httpRoute.enabled=true'];
    expect(refusal({ values: [STAGING], set })).toContain('gateway: httpRoute.parentRefs is empty: name the Gateway');
  });
});

describe('the platform takes', () => {
  it('more pods than partitions of a service that scales for its calls', () => {
    const set = ['orders.autoscaling.max=9', 'orders.autoscaling.morePodsThanPartitions=allow'];
    expect(render({ values: [STAGING], set }).length).toBeGreaterThan(50);
  });

  it('a key away by null: the carrier and what is told of it', () => {
    const set = ['orders.urls.SANDBOX_CARRIER_URL=null', 'orders.secretEnv.SANDBOX_CARRIER_SECRET=null'];
    const objects = render({ values: [STAGING], set: [...set, 'sandbox-carrier.enabled=false'] });
    expect(JSON.stringify(objects)).not.toMatch(/SANDBOX_CARRIER/);
  });
});

describe('values of another layout', () => {
  const next = mkdtempSync(join(tmpdir(), 'next-chart-'));
  const chart = join(next, 'charts/social-commerce');

  /** The chart as it may be one day: layout 2, where `global.namespacePrefix` has moved. */
  beforeAll(() => {
    cpSync(SERVICE, join(next, 'charts/service'), { recursive: true });
    cpSync(PLATFORM, chart, { recursive: true, verbatimSymlinks: true });
    const edit = (file: string, from: string, to: string) => {
      const text = readFileSync(join(chart, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(chart, file), text.replace(from, to));
    };
    edit('templates/_versions.tpl', 'valuesVersion" -}}1{{', 'valuesVersion" -}}2{{');
    edit('templates/_versions.tpl', '\n{}\n', '\nglobal.namespacePrefix: global.brokers.prefix\n');
    edit('values.yaml', 'valuesVersion: 1', 'valuesVersion: 2');
  });

  afterAll(() => rmSync(next, { recursive: true }));

  it('are refused by a newer chart, with the way to migrate', () => {
    const values = [join(ROOT, 'deploy/envs/dev.yaml')];
    expect(refusal({ chart, values })).toContain(
      'your values have the layout 1, this chart reads 2: charts/social-commerce/UPGRADING.md says what to change from 1 to 2',
    );
  });

  it('are refused by a newer chart, with the new place of what has moved', () => {
    expect(refusal({ chart, values: [STAGING] })).toContain(
      'global.namespacePrefix is global.brokers.prefix now. Move it, set global.valuesVersion=2',
    );
  });

  it('are refused by an older chart', () => {
    expect(refusal({ values: [STAGING], set: ['global.valuesVersion=2'] })).toContain(
      'your values have the layout 2, this chart is older and reads 1: take the chart that your values were written for',
    );
  });
});
