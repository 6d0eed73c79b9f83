/** How big a cluster must be for a rush: a model with the costs that `make bench r=join` measured. Pure. */

/** What one join costs each process, in microseconds of CPU, and how fast the measured machine accepted joins. */
export type JoinCosts = { cores: number; joinsPerSecond: number; cpuUs: Record<string, number> };

export type Pool = { what: string; count: number; cores: number; because: string };

/**
 * The share of its CPU that a process may use so that waiting stays short. With c servers, the share of those that wait
 * at all is Erlang's C (M/M/c); at 0.6 of four cores it is under a third, and few wait longer than one batch takes.
 */
export const BUSY_AT_MOST = 0.6;
/** With one of three zones gone, the others carry everything for some minutes, at this share. */
export const BUSY_WITHOUT_A_ZONE = 0.85;
/** Of this machine, where the driver of the load takes its part too, this share served joins at capacity. */
export const BUSY_HERE = 0.7;
const ZONES = 3;

/** A Node process runs JavaScript on one core; collecting garbage and the kernel's part take some of another. */
const CORES_OF_A_POD = 1;
/** Assumed, not measured: cores of a MongoDB shard's primary that serve writes. */
const CORES_OF_A_SHARD = 8;
/** Assumed, not measured: events a second that one partition takes in batches, a third of what a broker took here. */
const EVENTS_OF_A_PARTITION = 5000;
/** Events of a seat that is bought: paid, captured, entry recorded, member joined, ready to ship; its group's two shared. */
const EVENTS_OF_A_JOIN = 6;
/** How long a group is taken to stay open in the plan, in seconds; a pay window and some more. */
const OPEN_SECONDS = 900;

/** The chance that somebody must wait, with `load` erlangs on `servers` (Erlang C, 1917). 1 where load is too much. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;

  // Erlang B by its recursion, which cannot overflow; C follows from it.
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** How many of a kind are needed, so that they are calm in good times and still carry all when a zone is lost. */
function needed(busyCores: number, coresOfOne: number): number {
  const calm = busyCores / (coresOfOne * BUSY_AT_MOST);
  const bereft = ((busyCores / (coresOfOne * BUSY_WITHOUT_A_ZONE)) * ZONES) / (ZONES - 1);
  return Math.max(ZONES, Math.ceil(Math.max(calm, bereft)));
}

/** The cluster for a rush. `bytesOfASeat`: of Redis, in an open group, as `make bench r=group-bytes` measured. */
export function planFor(joinsPerSecond: number, { cpuUs }: JoinCosts, bytesOfASeat: number): Pool[] {
  const busy = (name: string) => (joinsPerSecond * (cpuUs[name] ?? 0)) / 1e6;
  const pods = (name: string): Pool => {
    const count = needed(busy(name), CORES_OF_A_POD);
    return { what: `${name} pods`, count, cores: count, because: `${cpuUs[name]} µs a join` };
  };
  const consumers = needed(busy('orders'), CORES_OF_A_POD);
  const events = joinsPerSecond * EVENTS_OF_A_JOIN;
  const partitions = Math.max(consumers, Math.ceil(events / EVENTS_OF_A_PARTITION));
  const gate = needed(busy('redis'), 1);
  const gigabytes = (joinsPerSecond * OPEN_SECONDS * bytesOfASeat) / 1e9;
  return [
    ...['gateway', 'group-buy', 'orders', 'identity'].map(pods),
    { what: 'Redis shards', count: gate, cores: gate, because: `${cpuUs.redis} µs a join; ${gigabytes.toFixed(2)} GB` },
    {
      what: 'MongoDB shards',
      count: Math.ceil(busy('mongo') / (CORES_OF_A_SHARD * BUSY_AT_MOST)),
      cores: CORES_OF_A_SHARD * ZONES * Math.ceil(busy('mongo') / (CORES_OF_A_SHARD * BUSY_AT_MOST)),
      because: `${cpuUs.mongo} µs a join; 3 nodes of ${CORES_OF_A_SHARD} cores each (assumed)`,
    },
    {
      what: 'Kafka partitions',
      count: partitions,
      cores: 0,
      because: `${EVENTS_OF_A_JOIN} events a join; ≥ consumers`,
    },
  ];
}

/** Joins a second that the model expects of the machine on which the costs were measured. */
export function predictedHere({ cores, cpuUs }: JoinCosts): number {
  const total = Object.values(cpuUs).reduce((sum, us) => sum + us, 0);
  return (cores * BUSY_HERE * 1e6) / total;
}
