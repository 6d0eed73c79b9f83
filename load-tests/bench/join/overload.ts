import type { Bench } from '../bench.ts';
import { ROUNDS } from '../rounds.ts';
import type { Rounds } from '../row.ts';
import { startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import { aCrowd, CONNECTIONS, platformSide, SERVICES } from './join.ts';
import { offer, told } from './offer.ts';

/** Joins by which capacity is measured. */
const JOINS = 6000;
/** Of capacity that comes. */
const OVER = 2;
const SECONDS = 4;
/** People who find a place in the gateway's queue (JOIN_QUEUE and one JOIN_BATCH) before anybody is turned away. */
const QUEUE = 2256;

/** Long enough that the queue is full for at least half of the time, however slow the machine. */
const secondsAt = (capacity: number): number => Math.max(SECONDS, (2 * QUEUE) / ((OVER - 1) * capacity));

/** Twice as many come as can be served, whoever has been answered yet; no limit but the queue holds them off. */
export const overload: Bench = {
  claims: [{ name: 'overload-goodput', unit: 'joins/s', bar: 0.6, holds: 'at-least' }],
  measure: async (stage) => {
    const platform = await startServices(stage, SERVICES, { gateway: WIDE_LIMITS });
    const { shop, crowd, weigh } = await platformSide(stage, platform, JOINS, CONNECTIONS);
    const rounds: Rounds = { ours: [], limit: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const capacity = await weigh(await crowd());
      const rate = OVER * capacity.value;
      const many = await aCrowd(shop, Math.ceil(rate * secondsAt(capacity.value)), CONNECTIONS);
      const offered = await offer({ ...many, rate });
      await shop.settled();
      if (!offered.result.statuses['503']) throw new Error('the queue never filled, so nobody was turned away');
      stage.steps.say(`    capacity ${capacity.value.toFixed(0)}/s; of ${rate.toFixed(0)}/s ${told(offered)}`);
      // The first round warms everybody up and counts for nothing.
      if (round === 0) continue;
      rounds.ours.push({ value: offered.acceptedPerSecond });
      rounds.limit.push({ value: capacity.value, cpuUs: capacity.cpuUs });
    }
    await shop.close();
    return [rounds];
  },
};
