import { insertNew } from '@social/runtime/mongo';
import type { AttachedPicture, Collections } from './documents.ts';
import type { Product } from './product.ts';

/** The entry that says since when pictures are noted; all others are pictures. */
const SINCE = 'since';

/** Where the platform's own pictures are given out, and the id of one. */
const OWN_PATH = '/v1/pictures/';
const OWN_PICTURE = /\/v1\/pictures\/(pic_[\w-]+)\//g;

/** The platform's own pictures that texts lead to. */
export function ownPicturesIn(texts: readonly string[]): string[] {
  const ids = texts
    .filter((text) => text.includes(OWN_PATH))
    .flatMap((text) => [...text.matchAll(OWN_PICTURE)].map(([, id = '']) => id));
  return [...new Set(ids)];
}

/** All texts of a product that may lead to a picture. Words that were approved once were its words then. */
export const picturedIn = ({ pictures, skus, description }: Pick<Product, 'pictures' | 'skus' | 'description'>) => [
  ...pictures,
  ...skus.flatMap((sku) => sku.pictures),
  description,
];

/**
 * Notes for ever which of the platform's own pictures something was shown with, before it is written: an order or an
 * activity may show one that its product has no more.
 */
export async function notePictures(
  { attachedPictures }: Pick<Collections, 'attachedPictures'>,
  texts: readonly string[],
  at: Date,
): Promise<void> {
  const ids = ownPicturesIn(texts);
  if (ids.length === 0) return;

  const known = await attachedPictures.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
  const before = new Set(known.map(({ _id }) => _id));
  const fresh = ids.filter((id) => !before.has(id)).map((_id): AttachedPicture => ({ _id, at }));
  if (fresh.length > 0) await insertNew(attachedPictures, fresh);
}

/** Notes since when pictures are noted; safe at every start. */
export async function beginNoting(
  { attachedPictures }: Pick<Collections, 'attachedPictures'>,
  now: Date,
): Promise<void> {
  await attachedPictures.updateOne({ _id: SINCE }, { $setOnInsert: { at: now } }, { upsert: true });
}

/** Which of some pictures were ever shown with something, and since when that is known. */
export async function attachedAmong(
  { attachedPictures }: Pick<Collections, 'attachedPictures'>,
  ids: readonly string[],
): Promise<{ attached: string[]; since: Date | undefined }> {
  const found = await attachedPictures.find({ _id: { $in: [...ids, SINCE] } }).toArray();
  const since = found.find(({ _id }) => _id === SINCE)?.at;
  return { attached: found.flatMap(({ _id }) => (_id === SINCE ? [] : [_id])), since };
}
