/**
 * Sets the fewest pods of HorizontalPodAutoscalers, as a CronJob before and after a campaign. Setting them again changes
 * nothing. Env: MINIMA (JSON, autoscaler → fewest pods), POD_NAMESPACE; the API server's address, certificate and token as
 * every pod has them. Errors: what the API server refuses, with its words; exit code 1, after the others were set.
 */
import { call, told } from './api-server.ts';
import { minimaFrom } from './minima.ts';

interface Autoscaler {
  spec: { minReplicas: number; maxReplicas: number };
}

const pathOf = (name: string): string =>
  `/apis/autoscaling/v2/namespaces/${told('POD_NAMESPACE')}/horizontalpodautoscalers/${name}`;

async function set(name: string, minReplicas: number): Promise<string> {
  const { spec } = await call<Autoscaler>('GET', pathOf(name));
  if (spec.minReplicas === minReplicas) return `${name}: ${minReplicas} already`;

  await call<Autoscaler>('PATCH', pathOf(name), { spec: { minReplicas } });
  return `${name}: ${spec.minReplicas} → ${minReplicas}`;
}

const settled = await Promise.allSettled(
  Object.entries(minimaFrom(told('MINIMA'))).map(([name, fewest]) => set(name, fewest)),
);
for (const result of settled) {
  if (result.status === 'fulfilled') process.stdout.write(`${result.value}\n`);
  else process.stderr.write(`${result.reason instanceof Error ? result.reason.message : result.reason}\n`);
}
if (settled.some(({ status }) => status === 'rejected')) process.exitCode = 1;
