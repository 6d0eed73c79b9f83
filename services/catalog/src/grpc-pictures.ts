import { DomainError } from '@social/contracts/errors';
import { toTimestamp } from '@social/rpc/time';
import { requireRole } from '@social/runtime/caller';
import { attachedAmong } from './attached-pictures.ts';
import type { CatalogHandlers, Deps } from './grpc.ts';

/** Most pictures in one question. */
const MAX_PICTURES = 1000;

/** What media asks before it removes a picture. */
export const pictureHandlers = ({ collections }: Deps): Pick<CatalogHandlers, 'FindAttachedPictures'> => ({
  FindAttachedPictures: async ({ pictureIds }, { caller }) => {
    requireRole(caller, 'service');
    if (pictureIds.length > MAX_PICTURES) throw new DomainError('request-invalid', `at most ${MAX_PICTURES} pictures`);

    const { attached, since } = await attachedAmong(collections, pictureIds);
    return { attachedIds: attached, since: toTimestamp(since) };
  },
});
