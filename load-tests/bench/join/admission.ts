import type { Bench } from '../bench.ts';
import { ROUNDS } from '../rounds.ts';
import type { Rounds } from '../row.ts';
import { startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import { CONNECTIONS, platformSide, SERVICES } from './join.ts';
import { type Offered, offer, told } from './offer.ts';
import { GROUP_SIZE, type RushShop } from './rush-shop.ts';
import { sendCrowd } from './send-crowd.ts';

/** Joins by which capacity is measured, after as many that warm everybody up. */
const JOINS = 9000;
const SECONDS = 4;
/** Of the bound that is offered by a calm crowd and by a rush. */
const CALM = 0.8;
const RUSH = 5;
/** Openings count against the bound as well, so groups are opened at this share of it. */
const OPENING = 0.5;

/** A bound on an activity: joins a second, and a tenth of a second's at once. */
const boundedBy = (bound: number) => ({
  ...WIDE_LIMITS,
  ACTIVITY_RATE: `${bound}`,
  ACTIVITY_BURST: `${Math.ceil(bound / 10)}`,
});

/** Offers a rate of joins to groups that this gateway saw opening, so that it knows whose bound they count against. */
async function offerAt(shop: RushShop, bound: number, rate: number): Promise<Offered> {
  const since = new Date();
  const people = await shop.people(Math.ceil(rate * SECONDS));
  const openers = await shop.people(Math.ceil(people.length / (GROUP_SIZE - 1)));
  await sendCrowd({ ...shop.opening(openers), connections: 20, rate: bound * OPENING });
  const order = shop.joining(people, await shop.groupsSince(since));
  await shop.settled();
  const offered = await offer({ ...order, rate });
  await shop.settled();
  return offered;
}

/** One activity may take a fifth of what the platform can do; five times as many want to join it. */
export const admission: Bench = {
  claims: [
    { name: 'admission-goodput', unit: 'joins/s', bar: 0.9, holds: 'at-least' },
    { name: 'admission-p99', unit: 'ms', bar: 2, holds: 'at-most' },
  ],
  measure: async (stage) => {
    const platform = await startServices(stage, SERVICES, { gateway: WIDE_LIMITS });
    const { shop, crowd, weigh } = await platformSide(stage, platform, JOINS, CONNECTIONS);
    await weigh(await crowd());
    const capacity = await weigh(await crowd());
    const bound = Math.floor(capacity.value / RUSH);
    stage.steps.say(`    capacity ${capacity.value.toFixed(0)}/s, so the bound is ${bound}/s`);
    await platform.restart('gateway', boundedBy(bound));

    const goodput: Rounds = { ours: [], limit: [] };
    const p99: Rounds = { ours: [], limit: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const rush = await offerAt(shop, bound, RUSH * bound);
      const calm = await offerAt(shop, bound, CALM * bound);
      stage.steps.say(`    rush: ${told(rush)}`);
      stage.steps.say(`    calm: ${told(calm)}`);
      // The first round warms the new gateway up and counts for nothing.
      if (round === 0) continue;
      goodput.ours.push({ value: rush.acceptedPerSecond });
      goodput.limit.push({ value: bound });
      p99.ours.push({ value: rush.acceptedP99Ms });
      p99.limit.push({ value: calm.acceptedP99Ms });
    }
    await shop.close();
    return [goodput, p99];
  },
};
