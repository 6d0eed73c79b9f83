import type { Bench } from '../bench.ts';
import { interleaved, ROUNDS } from '../rounds.ts';
import { startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import { CONNECTIONS, cpuAsValue, platformSide, SERVICES } from './join.ts';

const JOINS = 6000;

/** The same platform, group-buy and orders with two processes each, of which those who call take turns. */
export const replicas: Bench = {
  claims: [{ name: 'replicas-cpu', unit: 'µs CPU/join', bar: 1.2, holds: 'at-most' }],
  measure: async (stage) => {
    const env = { gateway: WIDE_LIMITS };
    const two = await startServices(stage, [...SERVICES, 'orders', 'group-buy'], env);
    const one = await startServices(stage, SERVICES, env);
    const ours = await platformSide(stage, two, JOINS, CONNECTIONS);
    const limit = await platformSide(stage, one, JOINS, CONNECTIONS);
    const weigh = async (side: typeof ours) => cpuAsValue(await side.weigh(await side.crowd()));
    const sides = { ours: () => weigh(ours), limit: () => weigh(limit) };
    const rounds = await interleaved(sides, ROUNDS, stage.steps.say);
    await Promise.all([ours.shop.close(), limit.shop.close()]);
    return [rounds];
  },
};
