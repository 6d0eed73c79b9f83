/** A disruption budget says no when one pod too many would go. */
import { eventually } from './eventually.ts';
import { asQuery, type DisruptionBudget, isReady, isServing, list, type Pod } from './objects.ts';
import { Disproved, holds, type Trial } from './trial.ts';

const NO_NEW_PODS = 'no-new-pods';

/** How long pods may take to be there again. */
const SETTLED_WITHIN_MS = 60_000;
const BACK_WITHIN_MS = 300_000;

/** Asks for one pod's eviction as a drain does. Gives what the server said against it; undefined when it agreed. */
async function evict({ kubectl, settings }: Trial, pod: string): Promise<string | undefined> {
  const path = `/api/v1/namespaces/${settings.namespace}/pods/${pod}/eviction`;
  const eviction = {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: pod, namespace: settings.namespace },
  };
  const { code, err } = await kubectl.answer(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction));
  return code === 0 ? undefined : err.trim();
}

/** With a quota of no pods none takes the place of one that went, so that the budget is used up for certain. */
async function withoutNewPods<T>({ kubectl, settings }: Trial, work: () => Promise<T>): Promise<T> {
  const quota = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: NO_NEW_PODS },
    spec: { hard: { pods: '0' } },
  };
  const namespace = ['-n', settings.namespace];
  await kubectl(['create', ...namespace, '-f', '-'], JSON.stringify(quota));
  try {
    return await work();
  } finally {
    await kubectl(['delete', 'resourcequota', NO_NEW_PODS, ...namespace]);
  }
}

async function podsOf({ kubectl, settings }: Trial, budget: DisruptionBudget): Promise<Pod[]> {
  const query = ['-l', asQuery(budget.spec.selector)];
  const { items }: { items: Pod[] } = JSON.parse(
    await kubectl(['get', 'pods', '-n', settings.namespace, ...query, '-o', 'json']),
  );
  return items.filter(isServing);
}

/** A budget over more pods than it lets go, the fewest first: they must come back afterwards. Undefined: there is none. */
async function chooseBudget(trial: Trial): Promise<DisruptionBudget | undefined> {
  const all = await list<DisruptionBudget>(trial, 'poddisruptionbudgets');
  holds(all.length > 0, 'there are no disruption budgets');
  const over = all.filter(({ status }) => status.expectedPods > 1);
  if (over.length === 0) return undefined;

  return eventually(SETTLED_WITHIN_MS, 'a disruption budget that lets a pod go', async () => {
    const budgets = await list<DisruptionBudget>(trial, 'poddisruptionbudgets');
    return budgets
      .filter(({ status }) => status.disruptionsAllowed > 0 && status.disruptionsAllowed < status.expectedPods)
      .sort((a, b) => a.status.disruptionsAllowed - b.status.disruptionsAllowed)[0];
  });
}

async function evictUntilRefused(trial: Trial, budget: DisruptionBudget): Promise<{ evicted: number; said: string }> {
  let evicted = 0;
  for (const { metadata } of await podsOf(trial, budget)) {
    const said = await evict(trial, metadata.name);
    if (said !== undefined) return { evicted, said };
    evicted += 1;
  }
  throw new Disproved(`${budget.metadata.name} let all ${evicted} pods be evicted`);
}

async function allBack(trial: Trial, budget: DisruptionBudget): Promise<true | undefined> {
  const ready = (await podsOf(trial, budget)).filter(isReady);
  return ready.length >= budget.status.expectedPods ? true : undefined;
}

/** Evicts pods of one Deployment until its budget refuses, which must be after exactly as many as it allowed. */
export async function refuseEviction(trial: Trial): Promise<string[]> {
  const budget = await chooseBudget(trial);
  if (!budget) return [`skipped: in the profile ${trial.profile} no budget is over more than one pod`];

  const { name } = budget.metadata;
  const { evicted, said } = await withoutNewPods(trial, () => evictUntilRefused(trial, budget));
  holds(said.includes('disruption budget'), `an eviction was refused, but not by the budget: ${said}`);
  const allowed = budget.status.disruptionsAllowed;
  holds(evicted === allowed, `${name} allowed ${allowed} disruptions, and ${evicted} pods were evicted`);

  await eventually(BACK_WITHIN_MS, `the pods of ${name} are back`, () => allBack(trial, budget));
  return [`${name}: ${evicted} of ${budget.status.expectedPods} evicted, the next one refused; all are back`];
}
