/** The profile and the cluster are made to fit each other. */
import { fittingValues, prioritiesIn, servedApis } from './apis.ts';
import type { Command } from './commands.ts';
import { bringOperators } from './operators.ts';
import { render } from './release.ts';
import type { Reached, Trial } from './trial.ts';

async function missingPriorities(kubectl: Command, names: readonly string[]): Promise<string[]> {
  const out = await kubectl(['get', 'priorityclasses', '-o', 'name']);
  const known = new Set(out.split('\n').map((line) => line.slice(line.indexOf('/') + 1)));
  return names.filter((name) => !known.has(name));
}

/**
 * Simulated nodes get the kinds and priorities that the profile needs. A cluster of somebody's is left as it is, and the
 * profile does without what is not there.
 */
export async function fitted(reached: Reached): Promise<Trial> {
  const { kubectl, simulated, profile } = reached;
  const before = await servedApis(kubectl);
  const wanted = prioritiesIn(await render({ ...reached, served: before }, profile));
  if (simulated) await bringOperators(kubectl, before, await missingPriorities(kubectl, wanted));

  const served = await servedApis(kubectl);
  const missing = await missingPriorities(kubectl, wanted);
  return { ...reached, served, fitting: fittingValues(served, missing.length === 0) };
}
