/** Removes pictures that nothing was ever shown with: `node src/retain.ts`; DRY_RUN=true says what it would do. */
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openSecurity } from '@social/rpc/security';
import { systemClock as clock } from '@social/runtime/clock';
import { readConfig } from '@social/runtime/config';
import { type JobEnd, runJob } from '@social/runtime/job';
import { createLogger } from '@social/runtime/log';
import { tellProgress } from '@social/runtime/progress';
import { retainConfig } from './config.ts';
import { giveUpUnused } from './unused.ts';
import { uploadsIn } from './upload-store.ts';

const DAY_MS = 24 * 3_600_000;

const config = readConfig(retainConfig);
const days = config.PICTURES_UNUSED_DAYS;

await runJob('retain', 'media', config, async ({ db, stop, say }): Promise<JobEnd> => {
  const security = await openSecurity(config, createLogger('media', 'warn'));
  const catalog = createRpcClient(services.catalog(), config.CATALOG_ADDR, security);
  try {
    const mode = config.DRY_RUN ? 'look' : 'remove';
    const tell = tellProgress('media pictures looked at', say);
    const run = { mode, unusedMs: days * DAY_MS, perSecond: config.RETAIN_PER_SECOND, stop, tell } as const;
    const { end, count } = await giveUpUnused({ uploads: uploadsIn(db), catalog, clock }, run);
    const what = `pictures that nothing was shown with for ${days} days`;
    say(
      config.DRY_RUN ? `media: would remove ${count} ${what}; nothing was changed` : `media: ${count} ${what} removed`,
    );
    return end;
  } finally {
    catalog.close();
    await security.tls?.stop();
  }
});
