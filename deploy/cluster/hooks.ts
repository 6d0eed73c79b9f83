/** The Jobs that must run before or after the release is there. */
import { type HookRun, stateOf } from './release.ts';
import { holds, type Trial } from './trial.ts';

const isAction = ({ kind, events }: HookRun): boolean =>
  kind === 'Job' && events.some((event) => event.startsWith('pre-') || event.startsWith('post-'));

/** Every hook Job of the install or upgrade must have ended well. */
export async function hooksRan(trial: Trial): Promise<string[]> {
  const jobs = (await stateOf(trial)).hooks.filter(isAction).filter(({ phase }) => phase !== undefined && phase !== '');
  holds(jobs.length > 0, 'no hook Job has run');
  const bad = jobs.filter(({ phase }) => phase !== 'Succeeded').map(({ name, phase }) => `${name}: ${phase}`);
  holds(bad.length === 0, `hook Jobs did not succeed: ${bad.join(', ')}`);
  return [jobs.map(({ name }) => name).join(', ')];
}
