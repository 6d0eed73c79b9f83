/** What the steps lay over the profile. */
import { type CampaignPlan, planCampaign } from '../../load-tests/plan/campaign.ts';
import { valuesOf } from '../../load-tests/plan/campaign-values.ts';
import { measuredBytesOfASeat, measuredCosts } from '../../load-tests/plan/measured.ts';
import { SERVICE_NAMES } from '../local/system.ts';

/** What a values file holds. */
export type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values over others, as Helm lays one file over another: maps key by key, all else replaced. */
export function laidOver(below: Values, above: Values): Values {
  const entries = Object.entries(above).map(([key, value]): [string, unknown] => {
    const under = below[key];
    return [key, isValues(under) && isValues(value) ? laidOver(under, value) : value];
  });
  return { ...below, ...Object.fromEntries(entries) };
}

/** Scaling in takes five calm minutes by the chart, and then one a pod; the proof does not wait that long. */
const QUICKLY_IN = {
  autoscaling: {
    behavior: {
      scaleDown: { stabilizationWindowSeconds: 10, policies: [{ type: 'Pods', value: 100, periodSeconds: 5 }] },
    },
  },
};

/** Beside the hooks of the profile one that any image can run. */
const HOOK = { command: ['node', '--version'], hook: ['pre-install', 'pre-upgrade'] };

export const TRIAL: Values = laidOver(Object.fromEntries(SERVICE_NAMES.map((name) => [name, QUICKLY_IN])), {
  orders: { jobs: { trial: HOOK } },
});

/** Every pod is replaced. */
export const CHANGED: Values = { global: { secretsRevision: 'changed' } };

/** Pods that want a node such as there is none. Their hook Jobs can run: it is the pods that fail. */
const NOWHERE = { matchExpressions: [{ key: 'social-commerce.dev/nowhere', operator: 'Exists' }] };
export const BROKEN: Values = {
  orders: {
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [NOWHERE] } } },
  },
};

const CAMPAIGN = { at: new Date(0), groupSize: 10, minutes: 60, leadMinutes: 30 };

/** What the load model says of so many joins a second, with as many partitions as they need. */
function planOf(joinsPerSecond: number): CampaignPlan {
  const campaign = { ...CAMPAIGN, joinsPerSecond };
  const plan = planCampaign(campaign, { partitions: 0, pods: {} }, measuredCosts(), measuredBytesOfASeat());
  return { ...plan, partitions: plan.partitionsNeeded };
}

/** That plan every day: at such a size the topics are made with its partitions. */
export function planValues(joinsPerSecond: number): Values {
  const plan = planOf(joinsPerSecond);
  return laidOver({ global: { kafka: { partitions: plan.partitions } } }, valuesOf(plan, 'hand'));
}

/** That plan as a campaign, which CronJobs raise. */
export const campaignValues = (joinsPerSecond: number): Values => valuesOf(planOf(joinsPerSecond), 'cron');
