/** How many pods of each Deployment were there at the worst moment, told by the server's own stream of changes. */
import { once } from 'node:events';
import { judged } from './lost-nodes.ts';
import { Disproved, type Trial } from './trial.ts';

/** A Deployment at one moment. */
export interface Sample {
  name: string;
  /** How many pods there are to be. */
  wanted: number;
  total: number;
  available: number;
  maxUnavailable: number;
}

const FIELDS = [
  '.metadata.name',
  '.spec.replicas',
  '.status.replicas',
  '.status.availableReplicas',
  '.spec.strategy.rollingUpdate.maxUnavailable',
];
const LINE = `jsonpath=${FIELDS.map((field) => `{${field}}`).join('{" "}')}{"\\n"}`;

/** Kubernetes rounds what may be missing down. */
function share(text: string, of: number): number {
  return text.endsWith('%') ? Math.floor((Number.parseInt(text, 10) * of) / 100) : Number(text || 0);
}

/** Reads a line of the stream; undefined when it is none. */
export function sampleOf(line: string): Sample | undefined {
  const [name, wanted, total, available, maxUnavailable = ''] = line.split(' ');
  if (!name || wanted === undefined) return undefined;

  const replicas = Number(wanted || 0);
  return {
    name,
    wanted: replicas,
    total: Number(total || 0),
    available: Number(available || 0),
    maxUnavailable: share(maxUnavailable, replicas),
  };
}

/** A Deployment's fewest available pods and its most pods, over all samples. */
export interface Extremes {
  name: string;
  wanted: number;
  fewest: number;
  most: number;
}

/**
 * The extremes of each Deployment. What an autoscaler adds meanwhile is not missing until it was there, so the smaller of
 * what was wanted first and is wanted now counts. Errors: Disproved, naming every Deployment that broke its own strategy.
 */
export function extremesOf(samples: readonly Sample[]): Extremes[] {
  const broken: string[] = [];
  const extremes = [...Map.groupBy(samples, ({ name }) => name)].map(([name, own]) => {
    const wanted = own[0]?.wanted ?? 0;
    for (const sample of own) {
      const least = Math.min(wanted, sample.wanted) - sample.maxUnavailable;
      if (sample.available < least) broken.push(`${name}: ${sample.available} available, at least ${least} promised`);
      // Not judged whether there are too many: the status sums up ReplicaSets, one of which may be a moment older.
    }
    const fewest = Math.min(...own.map(({ available }) => available));
    return { name, wanted, fewest, most: Math.max(...own.map(({ total }) => total)) };
  });
  if (broken.length > 0) throw new Disproved([...new Set(broken)].join('\n'));
  return extremes;
}

/** Watches all Deployments while `work` is done; tells what was seen. Errors: as `extremesOf`, and those of `work`. */
export async function whileWatched(trial: Trial, work: () => Promise<void>): Promise<string> {
  const since = new Date();
  const samples: Sample[] = [];
  const args = ['get', 'deployments', '-n', trial.settings.namespace, '-w', '-o', LINE];
  const started = Promise.withResolvers<void>();
  const watching = trial.kubectl.follow(args, (line) => {
    const sample = sampleOf(line);
    if (sample) samples.push(sample);
    started.resolve();
  });
  const ended = once(watching, 'close');
  try {
    await Promise.race([started.promise, ended]);
    if (watching.exitCode !== null) throw new Disproved('the Deployments cannot be watched');
    await work();
  } finally {
    watching.kill();
    await ended;
  }
  return judged(trial, since, () => told(extremesOf(samples)));
}

/** The Deployment that came nearest to its limits, in a sentence. */
export function told(extremes: readonly Extremes[]): string {
  const short = extremes.filter(({ wanted, fewest }) => fewest < wanted);
  if (short.length === 0) return `never fewer pods available than wanted, in ${extremes.length} Deployments`;
  return `fewest available: ${short.map(({ name, wanted, fewest }) => `${name} ${fewest} of ${wanted}`).join(', ')}`;
}
