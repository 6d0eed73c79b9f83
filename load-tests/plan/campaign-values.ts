/** A campaign as values of the charts. Pure. */
import { Document } from 'yaml';
import type { CampaignPlan, ServicePlan } from './campaign.ts';

/**
 * Who raises the fewest pods and lowers them again: CronJobs of the charts, KEDA's cron, or somebody by two upgrades, where
 * nothing but what is in git may change a cluster.
 */
export const SCALERS = ['cron', 'keda', 'hand'] as const;
export type Scaler = (typeof SCALERS)[number];

/** Cron's minute, hour, day and month, in UTC. */
export function cronOf(at: Date): string {
  return `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *`;
}

/** Where there are fewer partitions than pods, these serve calls all the same. */
const SURPLUS_IDLES = { morePodsThanPartitions: 'allow' };

/** The maximum is there from the upgrade on, the minimum only when it is needed; by hand both come at once. */
function autoscalingOf({ minReplicas, maxReplicas }: ServicePlan, plan: CampaignPlan, scaler: Scaler) {
  const most = { max: maxReplicas, ...(maxReplicas > plan.partitions ? SURPLUS_IDLES : {}) };
  if (scaler === 'cron') return most;
  if (scaler === 'hand') return { min: minReplicas, ...most };

  const cron = [{ timezone: 'Etc/UTC', start: cronOf(plan.from), end: cronOf(plan.until), replicas: minReplicas }];
  return { ...most, keda: { enabled: true, cron } };
}

/** What is laid over a profile. */
export function valuesOf(plan: CampaignPlan, scaler: Scaler): Record<string, unknown> {
  const services = plan.services.map((service) => [
    service.name,
    { autoscaling: autoscalingOf(service, plan, scaler) },
  ]);
  const values = Object.fromEntries(services);
  if (scaler !== 'cron') return values;

  const pods = Object.fromEntries(plan.services.map(({ name, minReplicas }) => [name, minReplicas]));
  return { ...values, campaign: { from: cronOf(plan.from), until: cronOf(plan.until), pods } };
}

/** What is to be done with the file, and when. */
function usageOf({ from, until }: CampaignPlan, scaler: Scaler): string[] {
  const [begins, ends] = [from.toISOString(), until.toISOString()];
  if (scaler === 'hand')
    return [
      `In force from ${begins} until ${ends}: upgrade with this file after the profile's at the`,
      'first time, and without it at the second.',
    ];
  return [
    `${scaler === 'keda' ? 'KEDA raises' : 'A CronJob raises'} the pods at ${begins} and lets them go at ${ends}.`,
    "Upgrade with this file after the profile's any time before, and without it afterwards: cron knows no years.",
    ...(scaler === 'cron'
      ? ['An upgrade meanwhile lowers them: run the CronJob RELEASE-campaign-raise again after it.']
      : []),
  ];
}

/** What is to be known beside the values, a line each: when, what for, and what no chart can bring. */
export function notesOf(plan: CampaignPlan, scaler: Scaler): string[] {
  const { campaign, servers, partitions, partitionsNeeded } = plan;
  const { joinsPerSecond, groupSize } = campaign;
  const groups = Math.ceil(joinsPerSecond / groupSize);
  const few = [
    `Kafka: ${partitionsNeeded} partitions a topic are needed, and there are ${partitions}, for good: facts will come later`,
    'than they are made until the rush is over, and surplus consumers idle.',
  ];
  return [
    `${joinsPerSecond} joins a second from ${campaign.at.toISOString()} for ${campaign.minutes} minutes: ${groups} groups of ${groupSize} a second.`,
    ...usageOf(plan, scaler),
    ...servers.map(({ what, count, because }) => `${what}: ${count} (${because})`),
    ...(partitionsNeeded > partitions
      ? few
      : [`Kafka: ${partitionsNeeded} of ${partitions} partitions a topic are needed.`]),
  ];
}

/** The values file, its notes before it. */
export function fileOf(plan: CampaignPlan, scaler: Scaler): string {
  const document = new Document(valuesOf(plan, scaler));
  document.commentBefore = notesOf(plan, scaler)
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString();
}
