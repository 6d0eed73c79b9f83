import { aNamespace, dropNamespace } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3 } from '../src/s3-store.ts';
import { type Media, put, startMedia } from './processes.ts';
import { type S3, startS3 } from './s3-simulator.ts';
import { aPicture, SVG } from './samples.ts';

const namespace = aNamespace();
let s3: S3;
let media: Media;

beforeAll(async () => {
  s3 = await startS3();
  media = await startMedia(namespace, {
    MEDIA_S3_BUCKET_URL: s3.bucketUrl,
    MEDIA_S3_REGION: s3.region,
    MEDIA_S3_ACCESS_KEY_ID: s3.accessKeyId,
    MEDIA_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  });
});
afterAll(async () => {
  await media?.stop();
  s3?.stop();
  await dropNamespace(namespace);
});

describe('with an S3-compatible store', () => {
  it('a file goes straight to the store, and its picture comes from there', async () => {
    const file = await aPicture('jpeg', 300, 200);
    const upload = await media.create(file.length, 'image/jpeg');
    expect(upload.url).toContain(`${s3.bucketUrl}/incoming/${upload.uploadId}?`);
    expect((await put(upload, file)).status).toBe(200);
    expect(s3.objects.get(`incoming/${upload.uploadId}`)).toEqual(file);

    const { pictureId, sizes } = await media.complete(upload.uploadId);
    expect([...s3.objects.keys()].filter((key) => key.includes(upload.uploadId.slice(4))).sort()).toEqual(
      sizes.map(({ name }) => `pictures/${pictureId}/${name}.webp`).sort(),
    );
    for (const { name } of sizes) {
      const { bytes } = await media.read(pictureId, name);
      expect(bytes).toEqual(s3.objects.get(`pictures/${pictureId}/${name}.webp`));
    }
    expect(s3.refused).toEqual([]);
  });

  it('a link takes exactly what it is for', async () => {
    const file = await aPicture('png', 30, 20);
    const upload = await media.create(file.length, 'image/png');
    const tries: [changed: object, sent: Buffer][] = [
      [{}, Buffer.concat([file, file])],
      [{}, file.subarray(1)],
      [{ headers: { 'content-type': 'text/html' } }, file],
      [{ url: upload.url.replace(upload.uploadId, 'upl_other') }, file],
      [{ url: upload.url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800') }, file],
    ];
    for (const [changed, sent] of tries) expect((await put({ ...upload, ...changed }, sent)).status).toBe(403);
    expect(s3.refused.splice(0)).toEqual(tries.map(() => 'SignatureDoesNotMatch'));
    await expect(media.complete(upload.uploadId)).rejects.toMatchObject({ code: 'upload-incomplete' });
    expect((await put(upload, file)).status).toBe(200);
  });

  it('what is no picture is removed from the store', async () => {
    await expect(media.bring(SVG, 'image/png')).rejects.toMatchObject({ code: 'picture-invalid' });
    expect([...s3.objects.values()].some((object) => object.includes('<svg'))).toBe(false);
  });

  it('ends at the store’s door without the secret', async () => {
    const stranger = openS3({ ...s3, publicBucketUrl: s3.bucketUrl, secretAccessKey: 'guessed' });
    await expect(stranger.put('incoming/upl_1', Buffer.from('x'), 'image/png')).rejects.toThrow('403');
    await expect(stranger.get('incoming/upl_1', 10)).rejects.toThrow('403');
    expect(s3.refused.splice(0)).toEqual(['SignatureDoesNotMatch', 'SignatureDoesNotMatch']);
  });

  it('a link ends', async () => {
    const store = openS3({ ...s3, publicBucketUrl: s3.bucketUrl });
    const now = new Date();
    const terms = { bytes: 1, contentType: 'image/png', expiresAt: new Date(now.getTime() + 1000) };
    const link = await store.link('incoming/upl_1', terms, now);
    await expect.poll(() => Date.now() - now.getTime(), { timeout: 5000 }).toBeGreaterThan(2100);
    expect((await put(link, Buffer.from('x'))).status).toBe(403);
    expect(s3.refused.splice(0)).toEqual(['AccessDenied']);
  });
});
