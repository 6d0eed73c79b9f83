import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type S3, startS3 } from '../../services/media/test/s3-simulator.ts';
import { type BucketOptions, openBucket } from './s3-store.ts';

let s3: S3;
beforeEach(async () => {
  s3 = await startS3();
});
afterEach(() => s3.stop());

const bucket = (over: Partial<BucketOptions> = {}) =>
  openBucket(
    {
      bucketUrl: s3.bucketUrl,
      prefix: 'shop/',
      region: s3.region,
      accessKeyId: s3.accessKeyId,
      secretAccessKey: s3.secretAccessKey,
      ...over,
    },
    { part: 300_000, range: 200_000 },
  );

async function readAll(name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bucket().read(name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a bucket of backups', () => {
  it('takes one in parts, and gives it back byte for byte', async () => {
    const content = Buffer.alloc(700_001);
    for (let at = 0; at + 4 <= content.length; at += 4000) content.writeUInt32LE(at, at);
    const sink = await bucket().begin('a.backup');
    for (let at = 0; at < content.length; at += 90_000) await sink.write([content.subarray(at, at + 90_000)]);
    expect(await bucket().names(), 'before it is whole').toEqual([]);
    await sink.keep();

    expect(await bucket().names()).toEqual(['a.backup']);
    expect(await bucket({ prefix: '' }).names(), 'of another shop').toEqual([]);
    expect(await bucket().size('a.backup')).toBe(content.length);
    expect((await readAll('a.backup')).equals(content)).toBe(true);
    expect(s3.refused).toEqual([]);
    expect(s3.uploads.size).toBe(0);
    await expect(bucket().begin('a.backup')).rejects.toThrow('a.backup is there already');
    await bucket().remove('a.backup');
    expect(await bucket().names()).toEqual([]);
  });

  it('keeps nothing of one that is given up', async () => {
    const sink = await bucket().begin('a.backup');
    await sink.write([Buffer.alloc(400_000)]);
    await sink.discard();

    expect(await bucket().names()).toEqual([]);
    expect(s3.uploads.size).toBe(0);
  });

  it('says what is wrong with its keys, and that there is no such backup', async () => {
    const stranger = bucket({ secretAccessKey: 'another' });
    await expect(stranger.begin('a.backup')).rejects.toThrow(/does not take part: .*403.*BACKUP_S3_BUCKET_URL/);
    await expect(bucket().size('a.backup')).rejects.toThrow('There is no a.backup in');
    await expect(readAll('a.backup')).rejects.toThrow('There is no a.backup in');
  });
});
