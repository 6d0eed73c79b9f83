/** A zone is lost on purpose: its nodes are drained as kubectl does, and the budgets must hold. */
import { once } from 'node:events';
import { allThere } from './convergence.ts';
import { judged } from './lost-nodes.ts';
import { type ClusterNode, isServing, list, type Pod } from './objects.ts';
import { Disproved, holds, type Trial } from './trial.ts';

const ZONE = 'topology.kubernetes.io/zone';

/** A budget at one moment of the drain. */
export interface BudgetSample {
  name: string;
  healthy: number;
  desired: number;
}

const FIELDS = ['.metadata.name', '.status.currentHealthy', '.status.desiredHealthy'];
const LINE = `jsonpath=${FIELDS.map((field) => `{${field}}`).join('{" "}')}{"\\n"}`;

/** Reads a line of the stream of budgets; undefined when it is none. */
export function budgetSampleOf(line: string): BudgetSample | undefined {
  const [name, healthy, desired] = line.split(' ');
  if (!name || healthy === undefined || desired === undefined) return undefined;
  return { name, healthy: Number(healthy || 0), desired: Number(desired || 0) };
}

/** The budgets that were broken at some moment, with the worst of each. */
export function brokenBudgets(samples: readonly BudgetSample[]): string[] {
  return [...Map.groupBy(samples, ({ name }) => name)].flatMap(([name, own]) => {
    const worst = own.reduce((a, b) => (b.healthy - b.desired < a.healthy - a.desired ? b : a));
    return worst.healthy < worst.desired ? [`${name}: ${worst.healthy} healthy, ${worst.desired} promised`] : [];
  });
}

/** Watches the budgets while `work` is done; tells what was seen. Errors: Disproved, when one was broken. */
async function whileBudgetsHold(trial: Trial, work: () => Promise<void>): Promise<string> {
  const since = new Date();
  const samples: BudgetSample[] = [];
  const args = ['get', 'poddisruptionbudgets', '-n', trial.settings.namespace, '-w', '-o', LINE];
  const watching = trial.kubectl.follow(args, (line) => {
    const sample = budgetSampleOf(line);
    if (sample) samples.push(sample);
  });
  const ended = once(watching, 'close');
  try {
    await work();
  } finally {
    watching.kill();
    await ended;
  }
  holds(samples.length > 0, 'the disruption budgets cannot be watched');
  return judged(trial, since, () => {
    const broken = brokenBudgets(samples);
    holds(broken.length === 0, `budgets were broken:\n${broken.join('\n')}`);
    return `the budgets held at every one of ${samples.length} changes`;
  });
}

/** Of one zone: its nodes, and the release's pods on them. */
interface Zone {
  name: string;
  nodes: Set<string>;
  pods: Pod[];
}

async function zones(trial: Trial): Promise<Zone[]> {
  const nodes = (await list<ClusterNode>(trial, 'nodes')).filter(({ spec }) => spec.unschedulable !== true);
  const pods = (await list<Pod>(trial, 'pods')).filter(isServing);
  const byZone = Map.groupBy(nodes, ({ metadata }) => metadata.labels?.[ZONE] ?? '');
  return [...byZone]
    .filter(([name]) => name !== '')
    .map(([name, of]) => {
      const own = new Set(of.map(({ metadata }) => metadata.name));
      return { name, nodes: own, pods: pods.filter(({ spec }) => own.has(spec.nodeName ?? '')) };
    });
}

async function leftIn(trial: Trial, { nodes }: Zone): Promise<number> {
  const pods = (await list<Pod>(trial, 'pods')).filter(isServing);
  return pods.filter(({ spec }) => nodes.has(spec.nodeName ?? '')).length;
}

async function drain({ kubectl, settings }: Trial, zone: Zone): Promise<void> {
  const own = `app.kubernetes.io/instance=${settings.release}`;
  const args = ['--ignore-daemonsets', '--delete-emptydir-data', '--force', `--pod-selector=${own}`, '--timeout=15m'];
  await kubectl(['drain', `--selector=${ZONE}=${zone.name}`, ...args]);
}

/** Why the drain is left out; undefined when it may be. */
function reasonToSkip({ simulated, settings }: Trial, found: readonly Zone[]): string | undefined {
  if (found.length < 2)
    return `skipped: the nodes are in ${found.length} zone(s), and others must carry what one loses`;
  if (!simulated && !settings.drain)
    return 'skipped: real nodes would take nobody’s pods meanwhile; DRAIN=yes allows it';
  return undefined;
}

/** Drains the zone with the most pods and makes it usable again, whatever happens. */
export async function drainZone(trial: Trial): Promise<string[]> {
  const found = await zones(trial);
  const skipped = reasonToSkip(trial, found);
  if (skipped) return [skipped];

  const zone = found.reduce((a, b) => (b.pods.length > a.pods.length ? b : a));
  if (zone.pods.length === 0) throw new Disproved('no zone has a pod');
  try {
    const seen = await whileBudgetsHold(trial, async () => {
      await drain(trial, zone);
      await allThere(trial);
    });
    const left = await leftIn(trial, zone);
    holds(left === 0, `${left} pods are still in ${zone.name}`);
    const size = `${zone.pods.length} pods on ${zone.nodes.size} nodes`;
    return [`${zone.name}: ${size} moved; ${seen}`];
  } finally {
    await trial.kubectl(['uncordon', `--selector=${ZONE}=${zone.name}`]);
  }
}
