import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type ImportReport, runImport } from './import-run.ts';
import type { ImportItem } from './import-store.ts';

const categories = {
  list: async () => [],
  other: async () => ({ id: 'cat_other', path: ['cat_other'], templates: [] }),
};

async function* fileOf(handles: string[]) {
  yield Buffer.from(['Handle,Title,Variant Price', ...handles.map((handle) => `${handle},A,1.00`)].join('\n'));
}

/** Imports products of these handles; answers every report, and the handles of each batch. */
async function imported(handles: string[], store: (items: ImportItem[], batch: number) => Promise<void>) {
  const reports: ImportReport[] = [];
  const batches: string[][] = [];
  const run = runImport({
    ...{ chunks: fileOf(handles), currency: 'CNY', categories },
    store: async (items) => {
      batches.push(items.map(({ input }) => input.handle));
      await store(items, batches.length);
      return { created: items.length, updated: 0 };
    },
  });
  for await (const report of run) reports.push(report);
  return { reports, batches };
}

const products = (count: number) => Array.from({ length: count }, (_, index) => `p-${index}`);

it('reports batches in their order, whichever is stored first', async () => {
  const { reports, batches } = await imported(products(1500), (_items, batch) => pause(batch === 2 ? 60 : 1));

  expect(batches.map(({ length }) => length)).toEqual([600, 600, 300]);
  expect(reports.map(({ progress }) => progress.created)).toEqual([600, 1200, 1500]);
});

it('stores two batches at once and no more', async () => {
  let now = 0;
  let most = 0;
  await imported(products(4000), async () => {
    now += 1;
    most = Math.max(most, now);
    await pause(5);
    now -= 1;
  });
  expect(most).toBe(2);
});

it('stores a product that comes again after the batch that it was in', async () => {
  const events: string[] = [];
  await imported(['a', ...products(650), 'a'], async (items, batch) => {
    const has = items.some(({ input }) => input.handle === 'a');
    if (has) events.push(`${batch} begins`);
    await pause(20);
    if (has) events.push(`${batch} ends`);
  });
  expect(events).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
});

it('ends with the failure of a batch when nothing is being stored any more', async () => {
  let running = 0;
  const failing = imported(products(3000), async (_items, batch) => {
    running += 1;
    await pause(batch === 1 ? 5 : 40);
    running -= 1;
    if (batch === 1) throw new Error('full');
  });
  await expect(failing).rejects.toThrow('full');
  expect(running).toBe(0);
});
