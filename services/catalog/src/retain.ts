/** Removes notes of low stock that were told long ago: `node src/retain.ts`; DRY_RUN=true says what it would do. */
import { systemClock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { type JobEnd, runJob } from '@social/runtime/job';
import { tellProgress } from '@social/runtime/progress';
import { removeAll } from '@social/runtime/removal';
import { retainConfig } from './config.ts';
import { collectionsOf } from './documents.ts';

const DAY_MS = 24 * 3_600_000;

const config = readConfig(retainConfig);
const days = config.STOCK_ALERTS_KEPT_DAYS;

await runJob('retain', 'catalog', config, async ({ db, stop, say }): Promise<JobEnd> => {
  const { alerts } = collectionsOf(db);
  const before = new Date(systemClock.now().getTime() - days * DAY_MS);
  // What still waits to be told stays, however old it is.
  const told = { at: { $lt: before }, outbox: { $exists: false } };
  if (config.DRY_RUN) {
    say(`catalog: would remove ${await alerts.countDocuments(told)} notes of low stock; nothing was changed`);
    return 'done';
  }
  const tell = tellProgress('catalog notes of low stock removed', say);
  const { end, count } = await removeAll(alerts, told, { perSecond: config.RETAIN_PER_SECOND, stop, tell });
  say(`catalog: ${count} notes of low stock removed that were told ${days} days ago`);
  return end;
});
