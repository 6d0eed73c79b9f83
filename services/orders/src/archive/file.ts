import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BSON } from 'mongodb';
import type { Order } from '../domain.ts';

/** What a file in the archive must hold: so many orders, and the hash of their lines before they are compressed. */
export type Content = { count: number; sha256: string };

export const ARCHIVE_TYPE = 'application/gzip';

/** An order takes at most 16 MB, as MongoDB allows no more; a batch of them never comes near this. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Orders as newline-delimited JSON, compressed: MongoDB's canonical extended JSON, so that times and numbers come back as
 * they were. What is sealed stays sealed.
 */
export async function packed(orders: readonly Order[]): Promise<Content & { bytes: Buffer }> {
  const text = orders.map((order) => `${BSON.EJSON.stringify(order, { relaxed: false })}\n`).join('');
  return { bytes: await promisify(gzip)(text), count: orders.length, sha256: hashOf(text) };
}

/** The orders of a file. Errors: one that says what is wrong with it. */
export async function unpacked(bytes: Buffer | undefined, { count, sha256 }: Content): Promise<Order[]> {
  if (!bytes) throw new Error('it is not there');

  const text = (await promisify(gunzip)(bytes)).toString();
  if (hashOf(text) !== sha256) throw new Error('its content is another than was written');
  const orders = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => BSON.EJSON.parse(line) as Order);
  if (orders.length !== count) throw new Error(`it holds ${orders.length} orders, not ${count}`);
  return orders;
}

/** Where a batch lies: by the year of its first order and by its content, so that the same batch is the same object. */
export function keyOfFile([first]: readonly Pick<Order, '_id' | 'created_at'>[], sha256: string): string {
  if (!first) throw new RangeError('an archive file has orders');
  return `orders/${first.created_at.getUTCFullYear()}/${first._id}-${sha256.slice(0, 16)}.ndjson.gz`;
}
