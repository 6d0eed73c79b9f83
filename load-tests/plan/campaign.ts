/** A planned rush: what must be there before it begins and may go when it is over. A pure function of the load model. */
import { Refusal } from '@social/local/steps';
import { z } from 'zod';
import type { Everyday } from './everyday.ts';
import { type JoinCosts, type Pool, planFor } from './model.ts';

export interface Campaign {
  at: Date;
  /** Of accepted joins a second, at the height of the rush. */
  joinsPerSecond: number;
  groupSize: number;
  /** How long the rush is expected to last. */
  minutes: number;
  /** How long before it all pods are asked for: nodes must be bought, images pulled, processes warmed. */
  leadMinutes: number;
}

export interface ServicePlan {
  name: string;
  minReplicas: number;
  maxReplicas: number;
  because: string;
}

export interface CampaignPlan {
  campaign: Campaign;
  /** When the values are to be in force, and until when. */
  from: Date;
  until: Date;
  services: ServicePlan[];
  /** What the charts do not bring: Redis, MongoDB. */
  servers: Pool[];
  /** Partitions that every topic has, fixed when it was made, and those that the rush needs. */
  partitions: number;
  partitionsNeeded: number;
}

/** The services on the way of a join, which the model knows. */
const ON_THE_WAY = ['gateway', 'group-buy', 'orders', 'identity'];

/** Where the model is wrong by half, the autoscaler may still go there. */
const HEADROOM = 1.5;

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

type Env = Record<string, string | undefined>;

const EXAMPLE = 'make campaign AT=2026-12-12T20:00:00+08:00 JOINS=20000 GROUP_SIZE=10';

function wholeNumber(env: Env, name: string, { otherwise, most }: { otherwise: number; most: number }): number {
  const value = Number(env[name]?.trim() || otherwise);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Refusal(`${name} is a whole number from 1 to ${most.toLocaleString('en')}, not ${env[name]}: ${EXAMPLE}`);
}

/** A moment with its offset from UTC, ahead of now, and not further than a year: cron knows no years. */
function moment(given: string | undefined, leadMinutes: number, now: Date): Date {
  if (!given?.trim()) throw new Refusal(`Say when the rush begins: ${EXAMPLE}`);
  if (!z.iso.datetime({ offset: true }).safeParse(given.trim()).success)
    throw new Refusal(`AT is a day and time with its offset from UTC, not ${given}: ${EXAMPLE}`);

  const at = new Date(given.trim());
  const ahead = at.getTime() - now.getTime();
  if (ahead <= 0) throw new Refusal(`AT=${given} is past. Name a time ahead: ${EXAMPLE}`);
  if (ahead < leadMinutes * MINUTE_MS)
    throw new Refusal(
      `AT=${given} is in ${Math.floor(ahead / MINUTE_MS)} minutes, and pods are raised ${leadMinutes} minutes before. ` +
        'Give less: LEAD=5',
    );
  if (ahead > YEAR_MS) throw new Refusal(`AT=${given} is more than a year ahead. Plan it when it is nearer.`);
  return at;
}

/**
 * Reads what is asked for: AT, JOINS, and at will GROUP_SIZE, MINUTES, LEAD. Errors: Refusal, saying what is
 * wrong and how it is given.
 */
export function campaignFrom(env: Env, now: Date): Campaign {
  if (!env.JOINS?.trim()) throw new Refusal(`Say how many join a second: ${EXAMPLE}`);

  const leadMinutes = wholeNumber(env, 'LEAD', { otherwise: 30, most: 24 * 60 });
  return {
    at: moment(env.AT, leadMinutes, now),
    joinsPerSecond: wholeNumber(env, 'JOINS', { otherwise: 0, most: 10_000_000 }),
    groupSize: wholeNumber(env, 'GROUP_SIZE', { otherwise: 10, most: 1000 }),
    minutes: wholeNumber(env, 'MINUTES', { otherwise: 60, most: 7 * 24 * 60 }),
    leadMinutes,
  };
}

/** A campaign takes nothing away: what everyday has more of, it keeps. */
function servicePlan(name: string, { count, because }: Pool, { pods }: Everyday): ServicePlan {
  const { min = 0, max = 0 } = pods[name] ?? {};
  const minReplicas = Math.max(count, min);
  return { name, minReplicas, maxReplicas: Math.max(Math.ceil(minReplicas * HEADROOM), max), because };
}

/** What the cluster must have from some time before the rush until it is over. */
export function planCampaign(
  campaign: Campaign,
  everyday: Everyday,
  costs: JoinCosts,
  bytesOfASeat: number,
): CampaignPlan {
  const pools = planFor(campaign.joinsPerSecond, costs, bytesOfASeat);
  const services = ON_THE_WAY.flatMap((name) => {
    const pool = pools.find(({ what }) => what === `${name} pods`);
    return pool ? [servicePlan(name, pool, everyday)] : [];
  });
  const planned = pools.find(({ what }) => what === 'Kafka partitions')?.count ?? 0;
  const start = campaign.at.getTime();
  return {
    campaign,
    from: new Date(start - campaign.leadMinutes * MINUTE_MS),
    until: new Date(start + campaign.minutes * MINUTE_MS),
    services,
    servers: pools.filter(({ what }) => what.endsWith('shards')),
    partitions: everyday.partitions,
    // Of more consumers than partitions some would have nothing to read.
    partitionsNeeded: Math.max(planned, ...services.map(({ maxReplicas }) => maxReplicas)),
  };
}
