import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@social/local/ports';
import { HOST } from '@social/local/system';
import { BSON } from 'mongodb';
import type { JoinCosts } from '../../plan/model.ts';
import type { Bench } from '../bench.ts';
import { cpuTimeUs } from '../processes.ts';
import { ROUNDS } from '../rounds.ts';
import type { Rounds, Sample } from '../row.ts';
import { type Platform, ROOT, type Stage, startServices } from '../stage.ts';
import { median } from '../statistics.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';
import type { CrowdOrder } from './crowd.ts';
import { GROUP_SIZE, openRushShop, type RushShop } from './rush-shop.ts';
import { sendCrowd } from './send-crowd.ts';

export const CONNECTIONS = 256;
/** Enough to keep the chain of single steps busy; more would only make them wait. */
const UNBATCHED_CONNECTIONS = 50;
const JOINS = 9000;
/** Node goes on optimising a process for its first ten thousands of joins. */
const WARM_UP_ROUNDS = 2;
const UNBATCHED_JOINS = 1800;
/** What capacity means: the highest rate at which 99 of 100 have their answer within this time. */
const P99_MS = 250;

export const SERVICES = ['identity', 'catalog', 'orders', 'group-buy', 'gateway'] as const;
/** The same code with batches of one. */
const ONE_BY_ONE = { JOIN_BATCH: '1', JOIN_FLIGHTS: '1000' };

/** Process ids by what they are. */
export type Processes = ReadonlyMap<string, number>;
/** `each`: CPU time a join of each process, in microseconds. */
type JoinSample = Required<Sample> & { p99Ms: number; each: [string, number][] };
type Side = { weigh: (order: CrowdOrder) => Promise<JoinSample> };

/** Sends a crowd that must all be accepted, in time; their rate, and the CPU time of every process that served them. */
export async function accepted(
  processes: Processes,
  order: CrowdOrder,
  settle: () => Promise<void>,
): Promise<JoinSample> {
  const before = [...processes.values()].map(cpuTimeUs);
  const result = await sendCrowd(order);
  await settle();
  const joins = result.statuses['201'] ?? 0;
  if (Object.keys(result.statuses).length > 1 || joins === 0) {
    throw new Error(`not everybody was accepted: ${JSON.stringify(result.statuses)}`);
  }
  const each = [...processes].map(([name, pid], index): [string, number] => [
    name,
    (cpuTimeUs(pid) - (before[index] ?? 0)) / joins,
  ]);
  const cpuUs = each.reduce((sum, [, us]) => sum + us, 0);
  return { value: joins / result.seconds, cpuUs, p99Ms: result.latencies.p99, each };
}

/** A rate counts as capacity only if people had their answers in time. */
function requireInTime(samples: JoinSample[]): void {
  const late = samples.find(({ p99Ms }) => p99Ms > P99_MS);
  if (late) throw new Error(`99 of 100 had their answer within ${late.p99Ms.toFixed(0)} ms only`);
}

/** Opens groups, and makes a crowd ready that fills them. */
export async function aCrowd(shop: RushShop, joins: number, connections: number): Promise<CrowdOrder> {
  const since = new Date();
  const people = await shop.people(joins);
  const openers = await shop.people(Math.ceil(joins / (GROUP_SIZE - 1)));
  await sendCrowd({ ...shop.opening(openers), connections: 20 });
  const order = shop.joining(people, await shop.groupsSince(since));
  await shop.settled();
  return { ...order, connections };
}

/** The one-process limit, with the document of an order that the platform wrote. */
async function startOneProcess(stage: Stage, shop: RushShop, extent: 'whole' | 'gate-only') {
  const document = await shop.orders.findOne({});
  const file = join(stage.folder, `order-${randomUUID()}.json`);
  writeFileSync(file, BSON.EJSON.stringify(document));
  const [port = 0] = await freePorts(1);
  const script = join(import.meta.dirname, 'one-process.ts');
  const args = [`${port}`, stage.urls.mongoUrl, stage.urls.redisUrl, file, extent];
  const pid = await stage.start({ name: extent, script, args, readyUrl: `http://${HOST}:${port}/readyz` });
  return { port, pid };
}

const nothing = async () => {};

/** A platform and its shop as a side: who joins, and what it costs all of its processes and servers. */
export async function platformSide(stage: Stage, platform: Platform, joins: number, connections: number) {
  const shop = await openRushShop(stage, platform);
  const processes = new Map<string, number>([...platform.pids, ...stage.serverPids()]);
  return {
    shop,
    crowd: () => aCrowd(shop, joins, connections),
    weigh: (order: CrowdOrder) => accepted(processes, order, shop.settled),
  };
}

async function measure(stage: Stage): Promise<Rounds[]> {
  const wide = { gateway: WIDE_LIMITS };
  const ours = await platformSide(stage, await startServices(stage, SERVICES, wide), JOINS, CONNECTIONS);
  const singly = { gateway: { ...WIDE_LIMITS, ...ONE_BY_ONE }, 'group-buy': ONE_BY_ONE };
  const oneByOne = await platformSide(
    stage,
    await startServices(stage, SERVICES, singly),
    UNBATCHED_JOINS,
    UNBATCHED_CONNECTIONS,
  );

  const accepting: JoinSample[] = [];
  const results = { join: empty(), cpu: empty(), unbatched: empty(), gateOnly: empty() };
  let ideal: (Side & { port: number }) | undefined;
  let gateOnly: (Side & { port: number }) | undefined;
  for (let round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round++) {
    const crowd = await ours.crowd();
    const mine = await ours.weigh(crowd);
    ideal ??= await limitSide(stage, ours.shop, 'whole');
    gateOnly ??= await limitSide(stage, ours.shop, 'gate-only');
    const limit = await ideal.weigh({ ...crowd, port: ideal.port });
    const gate = await gateOnly.weigh({ ...crowd, port: gateOnly.port });
    const single = await oneByOne.weigh(await oneByOne.crowd());
    stage.steps.say(
      `    ${shown('ours', mine)}, ${shown('one process', limit)}, ${shown('gate only', gate)}, ${shown('one by one', single)}`,
    );
    stage.steps.say(`      ours, µs: ${parts(mine)}; one process: ${parts(limit)}`);
    // The first rounds warm everybody up and count for nothing.
    if (round <= 0) continue;
    accepting.push(mine);
    requireInTime([mine, limit, gate]);
    add(results.join, mine, limit);
    add(results.cpu, cpuAsValue(mine), cpuAsValue(limit));
    add(results.unbatched, mine, single);
    add(results.gateOnly, mine, gate);
  }
  saveCosts(accepting);
  await Promise.all([ours.shop.close(), oneByOne.shop.close()]);
  return Object.values(results);
}

/** What a join costs each process, for `make plan`. */
function saveCosts(samples: JoinSample[]): void {
  const names = samples[0]?.each.map(([name]) => name) ?? [];
  const of = (name: string) => median(samples.map(({ each }) => each.find(([known]) => known === name)?.[1] ?? 0));
  const costs: JoinCosts = {
    cores: availableParallelism(),
    joinsPerSecond: Math.round(median(samples.map(({ value }) => value))),
    cpuUs: Object.fromEntries(names.map((name) => [name, Math.round(of(name))])),
  };
  writeFileSync(join(ROOT, 'load-tests/results/join-costs.json'), `${JSON.stringify(costs, null, 2)}\n`);
}

async function limitSide(stage: Stage, shop: RushShop, extent: 'whole' | 'gate-only') {
  const { port, pid } = await startOneProcess(stage, shop, extent);
  const processes = new Map([['one process', pid] as const, ...stage.serverPids()]);
  return { port, weigh: (order: CrowdOrder) => accepted(processes, order, nothing) };
}

const empty = (): Rounds => ({ ours: [], limit: [] });
const add = (rounds: Rounds, ours: Sample, limit: Sample) => {
  rounds.ours.push(ours);
  rounds.limit.push(limit);
};
export const cpuAsValue = ({ cpuUs }: JoinSample): Sample => ({ value: cpuUs, cpuUs });
const parts = ({ each }: JoinSample) => each.map(([name, us]) => `${name} ${us.toFixed(0)}`).join(', ');
const shown = (who: string, { value, cpuUs, p99Ms }: JoinSample) =>
  `${who} ${value.toFixed(0)}/s (${cpuUs.toFixed(0)} µs, p99 ${p99Ms.toFixed(0)} ms)`;

/** A join: a token not seen before, limited, validated, idempotent and durable. */
export const joins: Bench = {
  claims: [
    { name: 'join', unit: 'joins/s', bar: 0.45, holds: 'at-least' },
    { name: 'join-cpu', unit: 'µs CPU/join', bar: 2, holds: 'at-most' },
    { name: 'join-unbatched', unit: 'joins/s', bar: 3, holds: 'at-least' },
    { name: 'join-gate-only', unit: 'joins/s', bar: 0, holds: 'at-least' },
  ],
  measure,
};
