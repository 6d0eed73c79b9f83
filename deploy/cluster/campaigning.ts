/** A campaign's CronJobs raise the fewest pods and lower them again, with a token that may do nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minimaFrom } from '../kubernetes/minima.ts';
import { allThere } from './convergence.ts';
import { type Autoscaler, list } from './objects.ts';
import { upgrade } from './release.ts';
import { ROOT } from './root.ts';
import { Disproved, holds, type Trial } from './trial.ts';
import type { Values } from './values.ts';

interface CronJob {
  spec: {
    jobTemplate: { spec: { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } } };
  };
}

const cronJob = ({ settings }: Trial, what: string): string => `${settings.release}-campaign-${what}`;

/** What the CronJob would set, as it is told. */
async function minimaOf(trial: Trial, what: string): Promise<string> {
  const args = ['get', 'cronjob', cronJob(trial, what), '-n', trial.settings.namespace, '-o', 'json'];
  const { spec }: CronJob = JSON.parse(await trial.kubectl(args));
  const env = spec.jobTemplate.spec.template.spec.containers.flatMap((container) => container.env);
  return env.find(({ name }) => name === 'MINIMA')?.value ?? '';
}

/** The Job is made as the CronJob makes it, and ends well. On simulated nodes that says only that the server takes it. */
async function runJob(trial: Trial, what: string): Promise<void> {
  const [name, namespace] = [`trial-${what}`, ['-n', trial.settings.namespace]];
  await trial.kubectl(['create', 'job', name, ...namespace, `--from=cronjob/${cronJob(trial, what)}`]);
  await trial.kubectl(['wait', '--for=condition=Complete', `job/${name}`, ...namespace, '--timeout=180s']);
  await trial.kubectl(['delete', 'job', name, ...namespace, '--wait']);
}

interface KubeConfig {
  clusters: { cluster: { server: string; 'certificate-authority-data'?: string } }[];
}

/** What the pod of a CronJob finds: the server's address and certificate, and the token of its ServiceAccount. */
async function asPod<T>(trial: Trial, work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const config: KubeConfig = JSON.parse(
    await trial.kubectl(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json']),
  );
  const { server = '', 'certificate-authority-data': authority = '' } = config.clusters[0]?.cluster ?? {};
  const { settings } = trial;
  const token = await trial.kubectl(['create', 'token', `${settings.release}-campaign`, '-n', settings.namespace]);
  const directory = mkdtempSync(join(tmpdir(), 'campaign-'));
  try {
    writeFileSync(join(directory, 'ca.crt'), Buffer.from(authority, 'base64'));
    writeFileSync(join(directory, 'token'), token.trim(), { mode: 0o600 });
    const { hostname, port } = new URL(server);
    return await work({
      SERVICE_ACCOUNT_DIR: directory,
      KUBERNETES_SERVICE_HOST: hostname,
      KUBERNETES_SERVICE_PORT: port || '443',
      POD_NAMESPACE: settings.namespace,
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What the CronJob's pod runs, run here; gives whether it went well, and what it said. */
async function setMinima(trial: Trial, minima: string): Promise<{ done: boolean; said: string }> {
  return asPod(trial, async (env) => {
    const script = join(ROOT, 'deploy/kubernetes/set-minima.ts');
    const child = spawn(process.execPath, [script], { env: { ...env, MINIMA: minima } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    const [code] = await once(child, 'close');
    return { done: code === 0, said };
  });
}

/** Errors: Disproved, when the autoscalers do not keep as many as the CronJob says. */
async function change(trial: Trial, what: string): Promise<void> {
  const minima = await minimaOf(trial, what);
  await runJob(trial, what);
  if (trial.simulated) {
    const { done, said } = await setMinima(trial, minima);
    holds(done, `the campaign's ${what} failed: ${said}`);
  }
  const autoscalers = await list<Autoscaler>(trial, 'horizontalpodautoscalers');
  const fewest = new Map(autoscalers.map(({ metadata, spec }) => [metadata.name, spec.minReplicas]));
  for (const [name, count] of Object.entries(minimaFrom(minima)))
    holds(fewest.get(name) === count, `${name} keeps ${fewest.get(name)} pods, not ${count}, after ${what}`);
  await allThere(trial);
}

/** With the campaign's token the other autoscalers are out of reach. */
async function refuseOthers(trial: Trial, own: string): Promise<string> {
  const autoscalers = await list<Autoscaler>(trial, 'horizontalpodautoscalers');
  const other = autoscalers.find(({ metadata }) => !own.includes(`"${metadata.name}"`))?.metadata.name;
  if (!other) throw new Disproved('the campaign is about every autoscaler: none is left to be refused');

  const { done, said } = await setMinima(trial, JSON.stringify({ [other]: 1 }));
  holds(!done && said.includes(' 403 '), `the campaign's token may touch ${other}: ${said}`);
  return other;
}

const sum = (minima: string): number => Object.values(minimaFrom(minima)).reduce((all, count) => all + count, 0);

export async function raiseAndLower(trial: Trial, values: Values): Promise<string[]> {
  if ((await list<Autoscaler>(trial, 'horizontalpodautoscalers')).length === 0)
    return [`skipped: in the profile ${trial.profile} there are no autoscalers`];

  await upgrade(trial, values);
  const [raised, everyday] = [await minimaOf(trial, 'raise'), await minimaOf(trial, 'lower')];
  const other = await refuseOthers(trial, raised);
  await change(trial, 'raise');
  await change(trial, 'lower');
  return [`${sum(everyday)} → ${sum(raised)} pods at the least, and back; its token was refused ${other}`];
}
