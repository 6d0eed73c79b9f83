/** Helm as the tests use it: values in, objects or a refusal out. No cluster is asked. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const ROOT = join(import.meta.dirname, '../..');
export const PLATFORM = join(ROOT, 'charts/social-commerce');
export const SERVICE = join(ROOT, 'charts/service');
export const PROFILES = ['dev', 'staging', 'prod'] as const;
export const profile = (name: (typeof PROFILES)[number]): string => join(ROOT, `deploy/envs/${name}.yaml`);

/** The Kubernetes that `schemas/` are of. */
const KUBERNETES = '1.36.3';

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: an object of any kind; each test knows the fields that it looks at
  [field: string]: any;
}

export interface Rendering {
  chart?: string;
  release?: string;
  /** Files, the later over the earlier. */
  values?: readonly string[];
  /** `key=value`, as on the command line. */
  set?: readonly string[];
  /** APIs that the cluster has beside Kubernetes' own. */
  apis?: readonly string[];
}

function helmArguments({ chart = PLATFORM, release = 'shop', values = [], set = [], apis = [] }: Rendering): string[] {
  return [
    'template',
    release,
    chart,
    '--namespace=shop',
    `--kube-version=${KUBERNETES}`,
    ...values.map((file) => `--values=${file}`),
    ...set.map((pair) => `--set=${pair}`),
    ...apis.map((api) => `--api-versions=${api}`),
  ];
}

export function helm(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const path = `${join(ROOT, '.local/toolchain/bin')}:${process.env.PATH}`;
  return spawnSync('helm', args, { encoding: 'utf8', env: { ...process.env, PATH: path }, maxBuffer: 1 << 26 });
}

/** What `helm template` writes. Errors: Error with Helm's words. */
export function renderText(rendering: Rendering): string {
  const { status, stdout, stderr } = helm(helmArguments(rendering));
  if (status !== 0) throw new Error(`helm: ${stderr || 'is there a helm? make bootstrap brings it'}`);
  return stdout;
}

export const objectsOf = (text: string): KubeObject[] =>
  parseAllDocuments(text).flatMap((document) => document.toJS() ?? []);

export const render = (rendering: Rendering): KubeObject[] => objectsOf(renderText(rendering));

/** Why Helm refuses. Errors: Error, when it does not. */
export function refusal(rendering: Rendering): string {
  const { status, stderr } = helm(helmArguments(rendering));
  if (status === 0) throw new Error('nothing was refused');
  return stderr;
}

/** The one object of that kind and name. Errors: Error, when it is not there. */
export function object(objects: readonly KubeObject[], kind: string, name: string): KubeObject {
  const found = objects.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

export const ofKind = (objects: readonly KubeObject[], kind: string): KubeObject[] =>
  objects.filter((each) => each.kind === kind);
