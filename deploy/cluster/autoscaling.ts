/** HorizontalPodAutoscalers: out when pods are busy, in when they are not, at the pace that the chart sets. */
import { CommandFailed } from './commands.ts';
import { eventually } from './eventually.ts';
import { type Autoscaler, asQuery, type Deployment, list } from './objects.ts';
import { Disproved, holds, type Trial } from './trial.ts';

/** What a simulated pod uses of the CPU; metrics-server tells it to the autoscaler. */
const USAGE = 'kwok.x-k8s.io/usage-cpu';

const METRIC_WITHIN_MS = 180_000;
const SCALED_WITHIN_MS = 240_000;

const [BUSY, IDLE] = ['2', '1m'];

async function autoscaler(trial: Trial, name: string): Promise<Autoscaler> {
  const found = (await list<Autoscaler>(trial, 'horizontalpodautoscalers')).find(
    ({ metadata }) => metadata.name === name,
  );
  if (!found) throw new Disproved(`the autoscaler ${name} is gone`);
  return found;
}

/** Undefined while the metrics API has not told anything. */
async function readsItsMetric(trial: Trial, name: string): Promise<Autoscaler | undefined> {
  const found = await autoscaler(trial, name);
  const active = (found.status.conditions ?? []).find(({ type }) => type === 'ScalingActive');
  return active?.status === 'True' ? found : undefined;
}

const isServed = async ({ kubectl }: Trial): Promise<boolean> =>
  (await kubectl.answer(['get', '--raw', '/apis/metrics.k8s.io/v1beta1'])).code === 0;

/** Tells the use of CPU of all pods that are there, and of those that have come since it was told before. */
async function tellUsage(trial: Trial, target: string, usage: string): Promise<void> {
  const deployments = await list<Deployment>(trial, 'deployments');
  const query = deployments.find(({ metadata }) => metadata.name === target)?.spec.selector ?? {};
  const pods = ['pods', '-n', trial.settings.namespace, '-l', asQuery(query)];
  try {
    await trial.kubectl(['annotate', ...pods, `${USAGE}=${usage}`, '--overwrite']);
  } catch (error) {
    // One left between being listed and being told; the others hear it the next time.
    if (!(error instanceof CommandFailed && error.answer.err.includes('(NotFound)'))) throw error;
  }
}

async function scaled(trial: Trial, { metadata, spec }: Autoscaler, usage: string, to: number): Promise<number> {
  const started = Date.now();
  await eventually(SCALED_WITHIN_MS, `${metadata.name} has ${to} pods`, async () => {
    await tellUsage(trial, spec.scaleTargetRef.name, usage);
    return (await autoscaler(trial, metadata.name)).status.currentReplicas === to ? true : undefined;
  });
  return (Date.now() - started) / 1000;
}

/**
 * The autoscaler with the shortest way reads its metric; on simulated nodes it goes to its maximum and back. On real nodes
 * the load of other people's pods is not made up.
 */
export async function scaleOutAndIn(trial: Trial): Promise<string[]> {
  const all = await list<Autoscaler>(trial, 'horizontalpodautoscalers');
  const room = ({ spec }: Autoscaler) => spec.maxReplicas - spec.minReplicas;
  const [chosen] = all.filter((each) => room(each) > 0).sort((a, b) => room(a) - room(b));
  if (!chosen) return [`skipped: in the profile ${trial.profile} no autoscaler has room to scale`];
  if (!(await isServed(trial))) return ['skipped: this cluster serves no metrics (metrics.k8s.io)'];

  const { name } = chosen.metadata;
  await eventually(METRIC_WITHIN_MS, `${name} reads its metric`, () => readsItsMetric(trial, name));
  if (!trial.simulated) return [`${name} reads its metric; out and in is skipped on real nodes, which would need load`];

  const { minReplicas, maxReplicas } = chosen.spec;
  const out = await scaled(trial, chosen, BUSY, maxReplicas);
  const back = await scaled(trial, chosen, IDLE, minReplicas);
  holds(maxReplicas > minReplicas, `${name} did not scale`);
  return [`${name}: ${minReplicas} → ${maxReplicas} in ${out.toFixed(0)} s, back in ${back.toFixed(0)} s`];
}
