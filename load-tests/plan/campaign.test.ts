import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Campaign, campaignFrom, planCampaign } from './campaign.ts';
import { cronOf, fileOf, notesOf, valuesOf } from './campaign-values.ts';
import type { Everyday } from './everyday.ts';
import type { JoinCosts } from './model.ts';

const NOW = new Date('2026-12-12T08:00:00Z');
const ASKED = { AT: '2026-12-12T20:00:00+08:00', JOINS: '20000' };
const COSTS: JoinCosts = {
  cores: 2,
  joinsPerSecond: 1600,
  cpuUs: { gateway: 250, 'group-buy': 100, orders: 150, identity: 75, redis: 40, mongo: 100, kafka: 80 },
};

const EVERYDAY: Everyday = { partitions: 6, pods: { orders: { min: 2, max: 6 }, payments: { min: 2, max: 6 } } };
const WIDE = { partitions: 24 };

const planOf = (more: Record<string, string> = {}, everyday: Partial<Everyday> = {}) =>
  planCampaign(campaignFrom({ ...ASKED, ...more }, NOW), { ...EVERYDAY, ...everyday }, COSTS, 100);

describe('a campaign as it is asked for', () => {
  it('needs a time and a number', () => {
    expect(campaignFrom(ASKED, NOW)).toEqual({
      at: new Date('2026-12-12T12:00:00Z'),
      joinsPerSecond: 20_000,
      groupSize: 10,
      minutes: 60,
      leadMinutes: 30,
    } satisfies Campaign);
    expect(() => campaignFrom({ JOINS: '1' }, NOW)).toThrow('Say when the rush begins: make campaign AT=');
    expect(() => campaignFrom({ AT: ASKED.AT }, NOW)).toThrow('Say how many join a second: make campaign AT=');
  });

  it.each([
    ['without an offset', '2026-12-12T20:00:00'],
    ['of no month', '2026-13-01T20:00:00+08:00'],
    ['of no day', '2026-02-30T20:00:00+08:00'],
    ['in words', 'tomorrow'],
  ])('refuses a time %s', (_, AT) => {
    expect(() => campaignFrom({ ...ASKED, AT }, NOW)).toThrow('AT is a day and time with its offset from UTC');
  });

  it('refuses a time that is past, too near to raise pods before it, or too far for cron', () => {
    expect(() => campaignFrom({ ...ASKED, AT: '2026-12-12T15:59:00+08:00' }, NOW)).toThrow('is past');
    expect(() => campaignFrom({ ...ASKED, AT: '2026-12-12T16:20:00+08:00' }, NOW)).toThrow(
      'is in 20 minutes, and pods are raised 30 minutes before. Give less: LEAD=5',
    );
    expect(campaignFrom({ ...ASKED, AT: '2026-12-12T16:20:00+08:00', LEAD: '5' }, NOW).leadMinutes).toBe(5);
    expect(() => campaignFrom({ ...ASKED, AT: '2028-12-12T20:00:00+08:00' }, NOW)).toThrow('more than a year ahead');
  });

  it.each(['0', '-5', '1.5', 'many', '1e99'])('refuses %s joins a second', (JOINS) => {
    expect(() => campaignFrom({ ...ASKED, JOINS }, NOW)).toThrow(/JOINS is a whole number from 1 to 10,000,000/);
  });
});

describe('the plan of a campaign', () => {
  it('is in force half an hour before and until the rush is over', () => {
    const { from, until } = planOf({ MINUTES: '90' });
    expect(from.toISOString()).toBe('2026-12-12T11:30:00.000Z');
    expect(until.toISOString()).toBe('2026-12-12T13:30:00.000Z');
    expect(cronOf(from)).toBe('30 11 12 12 *');
  });

  it('has the pods of the load model, and room above them', () => {
    const { services } = planOf();
    expect(services.map(({ name, minReplicas, maxReplicas }) => [name, minReplicas, maxReplicas])).toEqual([
      ['gateway', 9, 14],
      ['group-buy', 4, 6],
      ['orders', 6, 9],
      ['identity', 3, 5],
    ]);
  });

  it('takes nothing away that is there every day', () => {
    const { services } = planOf({ JOINS: '1' }, { pods: { orders: { min: 5, max: 40 }, identity: { min: 4 } } });
    expect(services.map(({ name, minReplicas, maxReplicas }) => [name, minReplicas, maxReplicas])).toEqual([
      ['gateway', 3, 5],
      ['group-buy', 3, 5],
      ['orders', 5, 40],
      ['identity', 4, 6],
    ]);
  });

  it('never has fewer partitions than consumers, however big the rush', () => {
    const joins = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(joins, (count) => {
        const { services, partitionsNeeded } = planOf({ JOINS: `${count}` });
        for (const { minReplicas, maxReplicas } of services) {
          expect(minReplicas).toBeLessThanOrEqual(maxReplicas);
          expect(maxReplicas).toBeLessThanOrEqual(partitionsNeeded);
        }
      }),
    );
  });
});

describe('the values of a campaign', () => {
  it('raise the fewest pods where somebody upgrades at the time', () => {
    expect(valuesOf(planOf({}, WIDE), 'hand')).toEqual({
      gateway: { autoscaling: { min: 9, max: 14 } },
      'group-buy': { autoscaling: { min: 4, max: 6 } },
      orders: { autoscaling: { min: 6, max: 9 } },
      identity: { autoscaling: { min: 3, max: 5 } },
    });
  });

  it('leave the fewest pods to CronJobs, and raise the most at once', () => {
    expect(valuesOf(planOf({}, WIDE), 'cron')).toMatchObject({
      orders: { autoscaling: { max: 9 } },
      campaign: {
        from: '30 11 12 12 *',
        until: '0 13 12 12 *',
        pods: { gateway: 9, 'group-buy': 4, orders: 6, identity: 3 },
      },
    });
    expect(valuesOf(planOf(), 'cron')).not.toHaveProperty('orders.autoscaling.min');
  });

  it('are KEDA’s cron where it scales, and leave the least number alone', () => {
    const cron = [{ timezone: 'Etc/UTC', start: '30 11 12 12 *', end: '0 13 12 12 *', replicas: 6 }];
    expect(valuesOf(planOf({}, WIDE), 'keda')).toMatchObject({
      orders: { autoscaling: { max: 9, keda: { enabled: true, cron } } },
    });
    expect(valuesOf(planOf(), 'keda')).not.toHaveProperty('orders.autoscaling.min');
  });

  it('let consumers idle where there are fewer partitions, and say how many are needed', () => {
    const plan = planOf();
    expect(valuesOf(plan, 'hand')).toMatchObject({ orders: { autoscaling: { morePodsThanPartitions: 'allow' } } });
    expect(notesOf(plan, 'hand').join('\n')).toContain('24 partitions a topic are needed, and there are 6, for good');
    expect(notesOf(planOf({}, { partitions: 30 }), 'hand').join('\n')).toContain(
      '24 of 30 partitions a topic are needed.',
    );
  });

  it('are a file that reads as the values, told before them', () => {
    const plan = planOf();
    const file = fileOf(plan, 'keda');
    expect(parse(file)).toEqual(valuesOf(plan, 'keda'));
    expect(file).toMatch(/^# 20000 joins a second from 2026-12-12T12:00:00.000Z for 60 minutes/);
  });
});
