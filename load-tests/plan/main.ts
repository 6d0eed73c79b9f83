/** `make plan JOINS=… GROUP_SIZE=…`: how big a cluster must be, and how well the model tells of this machine. */
import { Refusal, runCommand } from '@social/local/steps';
import { table } from '@social/local/table';
import { measuredBytesOfASeat, measuredCosts } from './measured.ts';
import { BUSY_AT_MOST, BUSY_WITHOUT_A_ZONE, erlangC, planFor, predictedHere } from './model.ts';

/** How far the model may be from what was measured. */
const WITHIN = 0.2;

const say = (line: string) => console.log(line);

function positive(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (value >= 1 && Number.isFinite(value)) return value;
  throw new Refusal(`${name} is a number from 1: make plan JOINS=100000 GROUP_SIZE=10`);
}

await runCommand(async () => {
  const costs = measuredCosts();
  const joinsPerSecond = positive('JOINS', 1000);
  const groupSize = positive('GROUP_SIZE', 10);

  say(`  For ${joinsPerSecond} joins a second, ${groupSize} seats a group, in three zones:\n`);
  const pools = planFor(joinsPerSecond, costs, measuredBytesOfASeat());
  const rows = pools.map(({ what, count, cores, because }) => [what, `${count}`, cores ? `${cores}` : '-', because]);
  for (const line of table(['what', 'how many', 'cores', 'because'], rows)) say(`  ${line}`);

  const calm = (erlangC(4, 4 * BUSY_AT_MOST) * 100).toFixed(0);
  const bereft = (erlangC(4, 4 * BUSY_WITHOUT_A_ZONE) * 100).toFixed(0);
  say(`\n  Of four pods ${calm} % of requests wait at all; with a zone lost, ${bereft} %.`);
  say('  One activity lives in GATE_SLOTS slots of Redis: with 1, no more than one shard serves it.');

  const expected = predictedHere(costs);
  const off = expected / costs.joinsPerSecond - 1;
  const verdict = `${Math.round(expected)} joins a second expected here, ${Math.round(costs.joinsPerSecond)} measured`;
  say(`\n  ${verdict}: ${(off * 100).toFixed(0)} % off (at most ${WITHIN * 100} %)`);
  if (Math.abs(off) > WITHIN) process.exitCode = 1;
});
