import { setTimeout as pause } from 'node:timers/promises';
import { runtimeOptions, SERVICE_NAMES, type ServiceName } from '@social/local/system';
import type { Bench } from './bench.ts';
import { residentMb } from './processes.ts';
import { ROUNDS } from './rounds.ts';
import type { Rounds } from './row.ts';
import { type Stage, startServices } from './stage.ts';

/** What a service may take beside the modules it loads, in MB. */
const ALLOWANCE_MB = 40;
const IDLE_MS = 10_000;

/** Each service ten seconds after it is ready, against a process that only loads the same modules. */
export const idleMemory: Bench = {
  claims: SERVICE_NAMES.map((name) => ({ name: `idle-memory-${name}`, unit: 'MB', bar: 1, holds: 'at-most' })),
  measure: async (stage) => {
    const rounds = SERVICE_NAMES.map((): Rounds => ({ ours: [], limit: [] }));
    for (let round = 1; round <= ROUNDS; round++) {
      const weighed = await weighAll(stage);
      weighed.forEach(({ service, imports }, index) => {
        rounds[index]?.ours.push({ value: service });
        rounds[index]?.limit.push({ value: imports + ALLOWANCE_MB });
      });
      const shown = weighed.map(({ name, service, imports }) => `${name} ${service.toFixed(0)}/${imports.toFixed(0)}`);
      stage.steps.say(`    round ${round} of ${ROUNDS}: ${shown.join(', ')} MB`);
    }
    return rounds;
  },
};

type Weighed = { name: ServiceName; service: number; imports: number };

/** Both kinds of process run side by side, so that they are weighed at the same age and under the same load. */
async function weighAll(stage: Stage): Promise<Weighed[]> {
  const { pids } = await startServices(stage, SERVICE_NAMES);
  const importing = await Promise.all(SERVICE_NAMES.map((name) => startImports(stage, name)));
  await pause(IDLE_MS);
  const weighed = SERVICE_NAMES.map((name, index) => ({
    name,
    service: residentMb(pids.get(name) ?? 0),
    imports: residentMb(importing[index] ?? 0),
  }));
  await stage.stopAll();
  return weighed;
}

const startImports = (stage: Stage, name: ServiceName): Promise<number> =>
  stage.start({
    name: `imports-of-${name}`,
    script: 'load-tests/bench/imports-only.ts',
    args: [`services/${name}/src/main.ts`],
    // The same runtime on both sides; else the limit would keep more of its own start than the service does.
    env: { NODE_OPTIONS: runtimeOptions(name) },
  });
