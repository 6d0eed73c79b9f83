/** `make charts-cluster`: the charts proved on the cluster that KUBECONFIG names, in a namespace of its own. */
import { createSteps, Refusal, runCommand, type Steps } from '../local/steps.ts';
import { CommandFailed, commandOf } from './commands.ts';
import { type Figure, figureLines } from './figures.ts';
import { fitted } from './fitting.ts';
import { interruption } from './interruption.ts';
import { takeAway } from './namespace.ts';
import { dropOperators } from './operators.ts';
import { reach, refuseMissingFiles } from './preflight.ts';
import { refuseUnknownProfile } from './release.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { stepsOf } from './steps.ts';
import { Disproved, type Reached, type Step, type Trial } from './trial.ts';

const KUBECTL_MISSING =
  'kubectl is missing. Install it (https://kubernetes.io/docs/tasks/tools), or say where it is: KUBECTL=/path/to/kubectl make charts-cluster';
const HELM_MISSING =
  'helm is missing. make bootstrap brings it; or say where it is: HELM=/path/to/helm make charts-cluster';

const screen = createSteps(process.stdout, Date.now);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

/** One after the other; gives the times of those that are figures. Errors: those of the steps. */
async function run(steps: readonly Step[], trial: Trial, { step, say }: Steps): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { title, figure, run: prove } of steps) {
    interruption.signal.throwIfAborted();
    const started = Date.now();
    const seen = await step(title, () => prove(trial));
    if (figure) figures.push({ name: figure, seconds: (Date.now() - started) / 1000 });
    for (const line of seen.flatMap((each) => each.split('\n'))) say(`      ${line}`);
  }
  return figures;
}

async function cleanUp(reached: Reached): Promise<void> {
  const { keep, namespace } = reached.settings;
  if (keep) return screen.say(`  The namespace ${namespace} stays (KEEP=yes).`);
  await screen.step(`namespace ${namespace} deleted`, () => takeAway(reached));
  if (reached.simulated) await dropOperators(reached.kubectl);
}

/** What the cluster showed, without a stack: it is about the charts, not about this program. */
function asRefusal(error: unknown): unknown {
  if (interruption.signal.aborted) return new Refusal('Interrupted.');
  if (error instanceof Disproved || error instanceof CommandFailed) return new Refusal(error.message);
  return error;
}

function refuseEarly(settings: Settings): void {
  refuseMissingFiles(process.env.KUBECONFIG ?? '', settings.values);
  refuseUnknownProfile(settings.profile);
}

await runCommand(async () => {
  const settings = settingsFrom(process.env);
  refuseEarly(settings);
  const reached = await reach(
    settings,
    commandOf(settings.kubectl, KUBECTL_MISSING),
    commandOf(settings.helm, HELM_MISSING),
  );
  const kind = reached.simulated ? 'simulated nodes' : 'nodes';
  screen.say(`  ${reached.nodes} ${kind}, profile ${reached.profile}, namespace ${settings.namespace}\n`);
  try {
    const trial = await screen.step('profile and cluster fitted', () => fitted(reached));
    const figures = await run(stepsOf(settings), trial, screen);
    screen.say('');
    for (const line of figureLines(reached.nodes, figures)) screen.say(`  ${line}`);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await cleanUp(reached);
  }
});
