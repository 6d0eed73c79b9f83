/** The chart on the cluster: installed, changed, broken, rolled back, tested. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../local/steps.ts';
import { ROOT } from './root.ts';
import { holds, type Trial } from './trial.ts';
import { laidOver, type Values } from './values.ts';

const CHART = join(ROOT, 'charts/social-commerce');
const PROFILES = join(ROOT, 'deploy/envs');

/** Long enough to pull images; simulated pods need seconds. */
const WAIT = ['--wait', '--timeout=10m'];

/** The profiles by name, in the order of the alphabet. */
export const profileNames = (): string[] =>
  readdirSync(PROFILES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();

const profileFile = (name: string): string => join(PROFILES, `${name}.yaml`);

/** Errors: Refusal, when there is no such profile. */
export function refuseUnknownProfile(name: string | undefined): void {
  const known = profileNames();
  if (name !== undefined && !known.includes(name))
    throw new Refusal(`There is no profile ${name}. PROFILE is one of ${known.join(', ')}.`);
}

/** A step's values over those that fit the cluster, as a file that helm reads: JSON is YAML. */
const asFile = ({ fitting }: Trial, values: Values): string => JSON.stringify(laidOver(fitting, values));

/** The chart with the profile, the caller's values and, last, the step's own, which are read from the standard input. */
const chartArgs = ({ settings, profile }: Trial): string[] => [
  settings.release,
  CHART,
  `--namespace=${settings.namespace}`,
  `--values=${profileFile(profile)}`,
  ...settings.values.map((file) => `--values=${file}`),
  '--values=-',
];

/** What a profile renders to, for the APIs that the cluster serves. */
export function render(
  { settings, helm, served }: Pick<Trial, 'settings' | 'helm' | 'served'>,
  profile: string,
): Promise<string> {
  const apis = [...served].map((api) => `--api-versions=${api}`);
  const args = ['template', settings.release, CHART, `--namespace=${settings.namespace}`, ...apis];
  return helm([...args, `--values=${profileFile(profile)}`]);
}

export async function install(trial: Trial, values: Values): Promise<void> {
  await trial.helm(['install', ...chartArgs(trial), ...WAIT], asFile(trial, values));
}

export async function upgrade(trial: Trial, values: Values): Promise<void> {
  await trial.helm(['upgrade', ...chartArgs(trial), ...WAIT], asFile(trial, values));
}

/** An upgrade that must not succeed; gives why it did not. */
export async function failingUpgrade(trial: Trial, values: Values, seconds: number): Promise<string> {
  const args = ['upgrade', ...chartArgs(trial), '--wait', `--timeout=${seconds}s`];
  const { code, err } = await trial.helm.answer(args, asFile(trial, values));
  holds(code !== 0, 'an upgrade whose pods cannot run was taken for a success');
  return err.trim().split('\n').at(-1) ?? '';
}

export async function rollBack({ helm, settings }: Trial, revision: number): Promise<void> {
  await helm(['rollback', settings.release, `${revision}`, `--namespace=${settings.namespace}`, ...WAIT]);
}

export async function uninstall({ helm, settings }: Trial): Promise<void> {
  await helm(['uninstall', settings.release, `--namespace=${settings.namespace}`, ...WAIT]);
}

export interface HookRun {
  name: string;
  kind: string;
  events: string[];
  phase: string | undefined;
}

export interface ReleaseState {
  revision: number;
  status: string;
  manifest: string;
  hooks: HookRun[];
}

interface HelmStatus {
  version: number;
  info: { status: string };
  manifest: string;
  hooks?: { name: string; kind: string; events: string[]; last_run?: { phase?: string } }[];
}

/** The release as Helm knows it. */
export async function stateOf({ helm, settings }: Trial): Promise<ReleaseState> {
  const out = await helm(['status', settings.release, `--namespace=${settings.namespace}`, '--output=json']);
  const { version, info, manifest, hooks = [] }: HelmStatus = JSON.parse(out);
  const runs = hooks.map(({ name, kind, events, last_run }) => ({ name, kind, events, phase: last_run?.phase }));
  return { revision: version, status: info.status, manifest, hooks: runs };
}

/** Runs the chart's own tests; gives how many there are. Errors: Disproved, CommandFailed. */
export async function test(trial: Trial): Promise<number> {
  const { settings, helm } = trial;
  await helm(['test', settings.release, `--namespace=${settings.namespace}`, '--timeout=5m']);
  const tests = (await stateOf(trial)).hooks.filter(({ events }) => events.includes('test'));
  holds(tests.length > 0, 'the chart has no tests');
  holds(
    tests.every(({ phase }) => phase === 'Succeeded'),
    'not every test of the chart succeeded',
  );
  return tests.length;
}
