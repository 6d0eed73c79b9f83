/** Every profile's render, asked of the server without anything being made. */
import { sorted } from './apis.ts';
import { profileNames, render } from './release.ts';
import { Disproved, holds, type Trial } from './trial.ts';

/** Errors: Disproved, with what the server said, when it refuses an object or warns of one. */
async function takes({ kubectl, settings }: Trial, profile: string, manifest: string): Promise<void> {
  const args = ['apply', '--dry-run=server', '-n', settings.namespace, '-f', '-'];
  const { code, err } = await kubectl.answer(args, manifest);
  if (code !== 0) throw new Disproved(`the server refuses the profile ${profile}:\n${err.trim()}`);
  const warnings = err.split('\n').filter((line) => line.startsWith('Warning:'));
  holds(warnings.length === 0, `the server warns of the profile ${profile}:\n${warnings.join('\n')}`);
}

/** The profile as it is, but for objects of APIs that the cluster does not serve: they are told. */
async function validate(trial: Trial, profile: string): Promise<string> {
  const { known, count, unknown } = sorted(await render(trial, profile), trial.served);
  await takes(trial, profile, known);
  const without = unknown.length > 0 ? `; not asked, for want of their APIs here: ${unknown.join(', ')}` : '';
  return `${profile}: ${count} objects${without}`;
}

export async function validateProfiles(trial: Trial): Promise<string[]> {
  const lines: string[] = [];
  for (const profile of profileNames()) lines.push(await validate(trial, profile));
  return lines;
}
