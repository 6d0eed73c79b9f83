import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { erlangC, type JoinCosts, planFor } from './model.ts';

const COSTS: JoinCosts = {
  cores: 2,
  joinsPerSecond: 1600,
  cpuUs: { gateway: 250, 'group-buy': 100, orders: 150, identity: 75, redis: 40, mongo: 100, kafka: 80 },
};
const countsFor = (joinsPerSecond: number) =>
  Object.fromEntries(planFor(joinsPerSecond, COSTS, 600).map(({ what, count }) => [what, count]));

describe('the plan', () => {
  it('gives every zone one of each, however small the shop', () => {
    expect(countsFor(1)).toMatchObject({ 'gateway pods': 3, 'group-buy pods': 3, 'orders pods': 3, 'Redis shards': 3 });
  });

  it('has enough pods left when one of three zones is lost', () => {
    const busyCores = (100_000 * 250) / 1e6;
    const left = Math.floor(((countsFor(100_000)['gateway pods'] ?? 0) * 2) / 3);
    expect(busyCores / left).toBeLessThanOrEqual(0.85 + 0.02);
  });

  it('never has fewer partitions than consumers', () => {
    const counts = countsFor(1_000_000);
    expect(counts['Kafka partitions']).toBeGreaterThanOrEqual(counts['orders pods'] ?? 0);
  });

  it('waits as Erlang says: 0.6 of one server makes 60 % wait, four servers far fewer', () => {
    expect(erlangC(1, 0.6)).toBeCloseTo(0.6);
    expect(erlangC(4, 2.4)).toBeCloseTo(0.287, 2);
    expect(erlangC(2, 2)).toBe(1);
  });

  it('is what the README shows, from the costs that were measured', () => {
    const folder = join(import.meta.dirname, '..');
    const measured: JoinCosts = JSON.parse(readFileSync(join(folder, 'results/join-costs.json'), 'utf8'));
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const joinsPerSecond of [1000, 100_000, 1_000_000]) {
      const counts = planFor(joinsPerSecond, measured, 0).map(({ count }) => count);
      expect(readme).toContain(`| ${joinsPerSecond.toLocaleString('en')} | ${counts.join(' | ')} |`);
    }
  });
});
