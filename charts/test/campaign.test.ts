import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Campaign, planCampaign } from '../../load-tests/plan/campaign.ts';
import { fileOf, SCALERS, type Scaler } from '../../load-tests/plan/campaign-values.ts';
import { everydayOf } from '../../load-tests/plan/everyday.ts';
import { measuredBytesOfASeat, measuredCosts } from '../../load-tests/plan/measured.ts';
import { object, PLATFORM, profile, type Rendering, refusal, render } from './helm.ts';
import { schemaErrors } from './schema-check.ts';

const CAMPAIGN: Campaign = {
  at: new Date('2026-12-12T12:00:00Z'),
  joinsPerSecond: 20_000,
  groupSize: 10,
  minutes: 60,
  leadMinutes: 30,
};
const EVERYDAY = 'global: { kafka: { partitions: 6 } }\norders: { autoscaling: { min: 3, max: 6 } }';

/** The production profile with a campaign's file over it. */
function withCampaign(scaler: Scaler, joinsPerSecond = CAMPAIGN.joinsPerSecond): Rendering {
  const campaign = { ...CAMPAIGN, joinsPerSecond };
  const plan = planCampaign(campaign, everydayOf([EVERYDAY]), measuredCosts(), measuredBytesOfASeat());
  const file = join(mkdtempSync(join(tmpdir(), 'campaign-')), 'campaign.yaml');
  writeFileSync(file, fileOf(plan, scaler));
  return { chart: PLATFORM, values: [profile('prod'), file] };
}

describe.each(SCALERS)('a campaign raised by %s', (scaler) => {
  it.each([1, 20_000, 1_000_000])('of %d joins a second is taken by the charts and by the API server', (joins) => {
    expect(render(withCampaign(scaler, joins)).flatMap(schemaErrors)).toEqual([]);
  });
});

describe('a campaign', () => {
  it('has CronJobs that may touch the autoscalers it is about, and nothing else', () => {
    const objects = render(withCampaign('cron'));
    const names = ['shop-gateway', 'shop-group-buy', 'shop-identity', 'shop-orders'];
    const [rule, ...more] = object(objects, 'Role', 'shop-campaign').rules;
    expect(rule).toEqual({
      apiGroups: ['autoscaling'],
      resources: ['horizontalpodautoscalers'],
      resourceNames: names,
      verbs: ['get', 'patch'],
    });
    expect(more).toEqual([]);
    for (const name of names) expect(object(objects, 'HorizontalPodAutoscaler', name)).toBeDefined();
  });

  it('raises the fewest pods at its time and gives everyday’s back', () => {
    const objects = render(withCampaign('cron'));
    const told = (name: string) => {
      const { schedule, timeZone, jobTemplate } = object(objects, 'CronJob', name).spec;
      const [container] = jobTemplate.spec.template.spec.containers;
      const minima = container.env.find((variable: { name: string }) => variable.name === 'MINIMA').value;
      return { schedule, timeZone, minima: JSON.parse(minima) };
    };
    expect(told('shop-campaign-raise')).toMatchObject({ schedule: '30 11 12 12 *', timeZone: 'Etc/UTC' });
    expect(told('shop-campaign-raise').minima).toMatchObject({ 'shop-gateway': 7, 'shop-orders': 3 });
    expect(told('shop-campaign-lower')).toMatchObject({ schedule: '0 13 12 12 *', minima: { 'shop-gateway': 3 } });
  });

  it('is refused where KEDA scales, whose minimum a CronJob would not change', () => {
    const rendering = withCampaign('cron');
    expect(refusal({ ...rendering, set: ['orders.autoscaling.keda.enabled=true'] })).toContain(
      'campaign.pods.orders: KEDA scales orders; write the campaign with SCALER=keda',
    );
  });

  it('is refused above the most pods, and without an end', () => {
    const rendering = withCampaign('cron');
    expect(refusal({ ...rendering, set: ['campaign.pods.orders=900'] })).toContain(
      'campaign.pods.orders (900) is above orders.autoscaling.max',
    );
    expect(refusal({ ...rendering, set: ['campaign.until='] })).toContain('campaign.until is missing');
  });
});
