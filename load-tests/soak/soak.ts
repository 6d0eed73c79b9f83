/** What goes on beside k6 while a rush goes on: fresh people for it, and an eye on the services' heaps. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondsOf } from '../k6/duration.ts';
import { heapLines, judged, requireHeaps, watchHeaps } from './heaps.ts';
import { type Operator, serveHandouts } from './people.ts';

const DURATION = '15m';
const WARM_UP = '3m';

export type Soak = {
  /** What k6 is told. */
  env: { DURATION: string; WARM_UP: string; HANDOUTS_URL: string };
  /** After k6: shows the heaps; whether they let the run pass. */
  finish: () => Promise<boolean>;
};

/** Begins to watch and to serve. `dir` takes the samples. */
export async function startSoak(operator: Operator, dir: string, say: (line: string) => void): Promise<Soak> {
  const env = { DURATION: process.env.DURATION || DURATION, WARM_UP: process.env.WARM_UP || WARM_UP };
  await requireHeaps();
  const handouts = await serveHandouts(operator);
  const watched = watchHeaps(secondsOf(env.WARM_UP), secondsOf(env.DURATION));
  // Told when k6 has ended; until then a failure must not end the run.
  watched.catch(() => {});
  return {
    env: { ...env, HANDOUTS_URL: handouts.url },
    finish: async () => {
      handouts.close();
      const heaps = await watched;
      writeFileSync(join(dir, 'rush-soak-heaps.json'), JSON.stringify(Object.fromEntries(heaps)));
      const verdict = judged(heaps);
      for (const line of heapLines(verdict)) say(`  ${line}`);
      return verdict.verdict !== 'fails';
    },
  };
}
