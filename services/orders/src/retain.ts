/** Moves orders that were over long ago into the archive: `node src/retain.ts`; DRY_RUN=true says what it would do. */
import { systemClock as clock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { type JobEnd, runJob } from '@social/runtime/job';
import { tellProgress } from '@social/runtime/progress';
import { openArchive } from './archive/place.ts';
import { archiveOrders, countArchivable } from './archive/run.ts';
import { retainConfig } from './config.ts';

const DAY_MS = 24 * 3_600_000;

const config = readConfig(retainConfig);
const keptMs = config.ORDERS_KEPT_DAYS * DAY_MS;

await runJob('retain', 'orders', config, async ({ db, stop, say }): Promise<JobEnd> => {
  if (config.DRY_RUN) {
    const count = await countArchivable({ db, clock }, keptMs);
    say(`orders: would archive up to ${count} that are over for ${config.ORDERS_KEPT_DAYS} days; nothing was changed`);
    return 'done';
  }
  const place = await openArchive(config);
  await place.ready();
  const run = { keptMs, perSecond: config.RETAIN_PER_SECOND, stop, tell: tellProgress('orders archived', say) };
  const { end, count } = await archiveOrders({ db, place, clock }, run);
  say(`orders: ${count} archived that were over for ${config.ORDERS_KEPT_DAYS} days`);
  return end;
});
