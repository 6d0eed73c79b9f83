/** Watches the heaps of the running services, and says which of them grow. */
import { setTimeout as pause } from 'node:timers/promises';
import { HOST, SERVICE_NAMES, SERVICE_PORTS, type ServiceName } from '@social/local/system';
import { table } from '@social/local/table';
import { z } from 'zod';
import { growthOf, type HeapSample } from './slope.ts';

/** Per cent a minute. */
const MOST_GROWTH = 1;
/**
 * From the first sample to the last. A shorter run shows how the heaps breathe, not whether they grow: it is told and held
 * to nothing. Five minutes' run takes its last sample a little before they are over.
 */
const JUDGED_FROM_MINUTES = 4.5;
/** Samples of a run, if it is long enough to take one a second. */
const SAMPLES = 60;
const MB = 1_000_000;

const answered = z.object({ heapUsed: z.number() });

export type Heaps = Map<ServiceName, HeapSample[]>;

/** Bytes in use right after a collection. Errors: when the service does not tell, as only a development stack does. */
async function heapOf(name: ServiceName): Promise<number> {
  const { admin, http } = SERVICE_PORTS[name];
  const response = await fetch(`http://${HOST}:${admin ?? http}/debug/heap`);
  if (response.ok) return answered.parse(await response.json()).heapUsed;

  throw new Error(`${name} does not tell its heap; a stack with DEV_ENDPOINTS=true does, as make up starts it`);
}

/** Errors: when there is a service that does not tell its heap. */
export const requireHeaps = () => Promise.all(SERVICE_NAMES.map(heapOf));

/** Samples every service's heap, from `after` on for so long; both in seconds. */
export async function watchHeaps(after: number, seconds: number): Promise<Heaps> {
  const heaps: Heaps = new Map(SERVICE_NAMES.map((name) => [name, []]));
  const everyMs = Math.max(1, seconds / SAMPLES) * 1000;
  const from = Date.now() + after * 1000;
  await pause(after * 1000);
  while (Date.now() < from + seconds * 1000) {
    const started = Date.now();
    // One after the other, so that they do not all stand still at once.
    for (const [name, samples] of heaps) {
      const bytes = await heapOf(name);
      samples.push({ minutes: (Date.now() - from) / 60_000, bytes });
    }
    await pause(Math.max(0, everyMs - (Date.now() - started)));
  }
  return heaps;
}

export type Growth = { name: string; samples: number; first: number; last: number; percentAMinute: number };

export type Verdict = { growth: Growth[]; verdict: 'holds' | 'fails' | 'too short to judge' };

/** What the samples say of each service. */
export function judged(heaps: Heaps): Verdict {
  const growth = [...heaps].map(([name, samples]) => ({
    ...{ name, samples: samples.length, first: samples[0]?.bytes ?? 0, last: samples.at(-1)?.bytes ?? 0 },
    percentAMinute: growthOf(samples),
  }));
  const minutes = Math.max(...[...heaps.values()].flat().map((sample) => sample.minutes));
  if (minutes < JUDGED_FROM_MINUTES) return { growth, verdict: 'too short to judge' };

  return { growth, verdict: growth.every(({ percentAMinute }) => percentAMinute < MOST_GROWTH) ? 'holds' : 'fails' };
}

/** The heaps as a table, and whether the claim holds. */
export function heapLines({ growth, verdict }: Verdict): string[] {
  const rows = growth.map(({ name, samples, first, last, percentAMinute }) => [
    ...[name, `${samples}`, (first / MB).toFixed(1), (last / MB).toFixed(1), percentAMinute.toFixed(2)],
  ]);
  return [
    ...table(['heap after collection', 'samples', 'first MB', 'last MB', '% a minute'], rows),
    `Every heap grows by less than ${MOST_GROWTH} % a minute: ${verdict}.`,
  ];
}
