import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { RpcClient } from '@social/rpc/client';
import { fromTimestamp } from '@social/rpc/time';
import { serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { JobEnd } from '@social/runtime/job';
import { startPace } from '@social/runtime/pace';
import type { Progress } from '@social/runtime/progress';
import { pictureIdOf, type Upload } from './upload.ts';
import type { Uploads } from './upload-store.ts';

export type UnusedDeps = {
  uploads: Uploads;
  catalog: Pick<RpcClient<CatalogServiceDefinition>, 'FindAttachedPictures'>;
  clock: Clock;
};

/** `look`: counts what would be given up, and writes nothing. */
export type UnusedRun = {
  mode: 'remove' | 'look';
  unusedMs: number;
  perSecond: number;
  stop: AbortSignal;
  tell: (progress: Progress) => void;
};

/** Pictures that are asked about together. */
const PAGE = 500;

/** A release takes a while to be everywhere: what was brought meanwhile may have been shown by processes that noted nothing. */
const RELEASE_MS = 24 * 3_600_000;

const AS_MEDIA = { caller: serviceCaller('media'), timeoutMs: 20_000 };

/** The part of some pictures that nothing was ever shown with. */
async function unusedOf({ catalog }: UnusedDeps, page: Upload[]): Promise<{ unused: string[]; used: string[] }> {
  const pictureIds = page.map(({ _id }) => pictureIdOf(_id));
  const { attachedIds } = await catalog.FindAttachedPictures({ pictureIds }, AS_MEDIA);
  const attached = new Set(attachedIds);
  const [used, unused] = [true, false].map((isUsed) =>
    page.filter(({ _id }) => attached.has(pictureIdOf(_id)) === isUsed).map(({ _id }) => _id),
  );
  return { unused: unused ?? [], used: used ?? [] };
}

/**
 * Gives up pictures that were brought long ago and that nothing was ever shown with; the sweep removes them. The catalog
 * is asked, whatever became of the product since, and only of what was brought after it began to note it. May be killed
 * anywhere and run again. `count`: pictures that were given up.
 */
export async function giveUpUnused(deps: UnusedDeps, run: UnusedRun): Promise<{ end: JobEnd; count: number }> {
  const { uploads, catalog, clock } = deps;
  const { since } = await catalog.FindAttachedPictures({ pictureIds: [] }, AS_MEDIA);
  const noted = fromTimestamp(since);
  if (!noted) return { end: 'done', count: 0 };

  const to = new Date(clock.now().getTime() - run.unusedMs);
  const first = new Date(noted.getTime() + RELEASE_MS);
  const about = await uploads.countUnattached(first, to);
  const pace = startPace(run.perSecond, run.stop);
  let count = 0;
  let looked = 0;
  for (let from = first; !run.stop.aborted; ) {
    const page = await uploads.unattached(from, to, PAGE);
    const last = page.at(-1);
    if (!last) return { end: 'done', count };

    const { unused, used } = await unusedOf(deps, page);
    if (run.mode === 'look') count += unused.length;
    else {
      await uploads.keep(used);
      count += await uploads.giveUp(unused, clock.now());
    }
    looked += page.length;
    run.tell({ done: looked, about });
    // Those of one moment that are left over come with the next run.
    from = last.created_at;
    await pace.done(page.length);
  }
  return { end: 'stopped', count };
}
