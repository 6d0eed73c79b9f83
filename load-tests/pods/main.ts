/**
 * `make pods`: what CPU and memory each service takes at rest, through a day of shopping, and in a rush; on servers and
 * ports of its own. The figures behind the requests and limits of the chart.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSteps, runCommand } from '@social/local/steps';
import { OPERATOR_PHONE, SERVICE_NAMES } from '@social/local/system';
import { table } from '@social/local/table';
import { openStage, type Platform, ROOT, type Stage, startServices } from '../bench/stage.ts';
import { type Use, watch } from './watch.ts';

const steps = createSteps(process.stdout, Date.now);

/** What a start leaves behind is collected by then. */
const SETTLE_MS = 10_000;
const REST_MS = 20_000;

/** One of the scenarios of `make load`, on this platform. What it took is told even if the machine was too busy for its claim. */
function load(stage: Stage, { url, secrets }: Platform, scenario: string): Promise<void> {
  const child = spawn(process.execPath, ['load-tests/run.ts', scenario], {
    cwd: ROOT,
    env: {
      ...process.env,
      PUBLIC_URL: url,
      BOOTSTRAP_OPERATOR_PHONE: OPERATOR_PHONE,
      BOOTSTRAP_OPERATOR_PASSWORD: secrets.operatorPassword,
      LOAD_DIR: join(stage.folder, scenario),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });
}

type Phase = { title: string; work: () => Promise<unknown> };

const phasesOf = (stage: Stage, platform: Platform): Phase[] => [
  { title: 'at rest', work: () => pause(REST_MS) },
  { title: 'mixed-day', work: () => load(stage, platform, 'mixed-day') },
  { title: 'group-buy-rush', work: () => load(stage, platform, 'group-buy-rush') },
];

const cellOf = ({ meanCpu, peakCpu, peakMb }: Use): string =>
  `${Math.round(meanCpu)} / ${Math.round(peakCpu)}, ${Math.round(peakMb)} MB`;

await runCommand(async () => {
  const stage = await openStage(steps);
  try {
    const platform = await startServices(stage, SERVICE_NAMES);
    await pause(SETTLE_MS);
    const found: [string, Map<string, Use>][] = [];
    for (const { title, work } of phasesOf(stage, platform)) {
      found.push([title, await steps.step(title, () => watch(platform.pids, async () => void (await work())))]);
    }
    const rows = SERVICE_NAMES.map((name) => {
      const uses = found.map(([, use]) => use.get(name));
      return [name, ...uses.map((use) => (use ? cellOf(use) : '-'))];
    });
    steps.say('\n  CPU in thousandths of a core, mean / busiest second; the most memory');
    for (const line of table(['service', ...found.map(([title]) => title)], rows)) steps.say(`  ${line}`);
  } finally {
    await stage.close();
  }
});
