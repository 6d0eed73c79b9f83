import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aNamespace, dropNamespace } from '@social/testkit/servers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Media, put, SHOPPER, STAFF, startMedia } from './processes.ts';
import { aBlackPng, aGif, aMovingWebp, aPhonePicture, aPicture, HTML, inflatingText, SVG, ZIP } from './samples.ts';

const namespace = aNamespace();
let directory: string;
let media: Media;
const started: Media[] = [];

/** The service over the same store, with other limits. */
const another = async (env: Record<string, string> = {}): Promise<Media> => {
  const one = await startMedia(namespace, { MEDIA_DIR: directory, ...env });
  started.push(one);
  return one;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'media-'));
  media = await another();
});
afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop()));
  await rm(directory, { recursive: true, force: true });
  await dropNamespace(namespace);
});

/** Every file of the store, below its root. */
const files = async (): Promise<string[]> => {
  const found = await readdir(join(directory, namespace), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name, parentPath }) => join(parentPath, name));
};

describe('a link', () => {
  it('is for whoever sells, and for what is taken', async () => {
    const refused = { code: 'forbidden' };
    await expect(media.create(100, 'image/png', SHOPPER)).rejects.toMatchObject(refused);
    await expect(media.create(100, 'image/png', { userId: '', roles: [] })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(media.create(100, 'image/svg+xml')).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(media.create(13_000_000, 'image/png')).rejects.toMatchObject({ code: 'picture-too-large' });
  });

  it('is the same for the same request', async () => {
    const request = 'req-of-staff-1';
    const [one, two] = await Promise.all([1, 2].map(() => media.create(100, 'image/png', STAFF, request)));
    expect(two).toEqual(one);
    const caller = { caller: STAFF };
    const other = { purpose: 'PURPOSE_PRODUCT_PICTURE', bytes: 7, contentType: 'image/png' } as const;
    await expect(
      media.rpc.CreateUpload({ ...other, request: { id: request, bodyHash: 'other' } }, caller),
    ).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('takes exactly what it is for', async () => {
    const png = await aPicture('png', 30, 20);
    const upload = await media.create(png.length, 'image/png');
    const tries: [changed: object, file: Buffer, status: number, code: string][] = [
      [{ url: upload.url.replace(/.{4}$/, 'AAAA') }, png, 403, 'upload-link-invalid'],
      [{ url: upload.url.replace(upload.uploadId, 'upl_other') }, png, 403, 'upload-link-invalid'],
      [{ url: upload.url.replace(/bytes=\d+/, 'bytes=9999999') }, png, 403, 'upload-link-invalid'],
      [{ headers: { 'content-type': 'image/jpeg' } }, png, 403, 'upload-link-invalid'],
      [{}, Buffer.concat([png, png]), 413, 'request-too-large'],
      [{}, png.subarray(1), 400, 'request-invalid'],
    ];
    for (const [changed, file, status, code] of tries) {
      const answer = await put({ ...upload, ...changed }, file);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
    }
    await expect(media.complete(upload.uploadId)).rejects.toMatchObject({ code: 'upload-incomplete' });
    expect(await put(upload, png)).toMatchObject({ status: 200 });
    expect((await media.complete(upload.uploadId)).sizes).toHaveLength(3);
  });

  it('may be used by pages from anywhere, to put and for nothing else', async () => {
    const { url } = await media.create(100, 'image/png');
    const asked = await fetch(url, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'PUT']);
    for (const method of ['GET', 'POST', 'DELETE']) expect((await fetch(url, { method })).status).toBe(405);
  });

  it('that breaks off in the middle leaves nothing behind', async () => {
    const { url, headers } = await media.create(100_000, 'image/png');
    const half = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(50_000)),
      pull: async (controller) => {
        await expect.poll(async () => (await files()).filter((name) => name.includes('.parts'))).toHaveLength(1);
        controller.error(new Error('gone'));
      },
    });
    const type = { 'content-type': headers['content-type'] ?? '' };
    await expect(fetch(url, { method: 'PUT', headers: type, body: half, duplex: 'half' })).rejects.toThrow();
    await expect.poll(async () => (await files()).filter((name) => name.includes('.parts'))).toEqual([]);
  });
});

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('of a %s can be looked at in every size', async (format) => {
    const file = await aPicture(format);
    const { pictureId, sizes } = await media.bring(file, `image/${format}`);
    expect(sizes.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['200', 200, 150],
      ['800', 800, 600],
      ['1600', 1200, 900],
    ]);
    for (const { name, width, height, bytes } of sizes) {
      const read = await media.read(pictureId, name);
      expect(read).toMatchObject({ contentType: 'image/webp', announced: bytes });
      expect(read.bytes).toHaveLength(bytes);
      expect(await sharp(read.bytes).metadata()).toMatchObject({ format: 'webp', width, height });
    }
  });

  it('is made once, whoever asks how often, and the file that came is gone', async () => {
    const uploadId = await media.send(await aPicture('jpeg'), 'image/jpeg');
    const answers = await Promise.all(Array.from({ length: 5 }, () => media.complete(uploadId)));
    for (const answer of [...answers, await media.complete(uploadId)]) expect(answer).toEqual(answers[0]);
    expect((await files()).filter((name) => name.endsWith(uploadId))).toEqual([]);
  });

  it('keeps neither the place nor the camera, and stands upright', async () => {
    const { pictureId, sizes } = await media.bring(await aPhonePicture(), 'image/jpeg');
    expect(sizes.at(-1)).toMatchObject({ width: 300, height: 400 });
    for (const { name } of sizes) {
      const { bytes } = await media.read(pictureId, name);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('is not sent again to whoever has it', async () => {
    const { pictureId } = await media.bring(await aPicture('png', 30, 20), 'image/png');
    const { etag } = await media.read(pictureId, '200');
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(await media.read(pictureId, '200', ['"x"', `W/${etag}`])).toMatchObject({ etag, bytes: Buffer.alloc(0) });
    expect((await media.read(pictureId, '200', ['"x"'])).bytes.length).toBeGreaterThan(0);
  });

  it('that is not there is told', async () => {
    const { pictureId } = await media.bring(await aPicture('png', 30, 20), 'image/png');
    const { uploadId } = await media.create(100, 'image/png');
    const asked: [string, string][] = [
      [pictureId, '201'],
      [pictureId, '../200'],
      ['pic_0', '200'],
      ['', '200'],
      [uploadId, '200'],
      [uploadId.replace('upl', 'pic'), '200'],
    ];
    for (const [id, size] of asked) {
      await expect(media.read(id, size), `${id}/${size}`).rejects.toMatchObject({ code: 'picture-not-found' });
    }
  });

  it('of somebody else cannot be completed', async () => {
    const uploadId = await media.send(await aPicture('png', 30, 20), 'image/png');
    for (const caller of [SHOPPER, { ...STAFF, userId: 'usr_other' }]) {
      await expect(media.complete(uploadId, caller)).rejects.toMatchObject({ code: 'upload-not-found' });
    }
    await expect(media.complete('upl_0')).rejects.toMatchObject({ code: 'upload-not-found' });
    expect((await media.complete(uploadId)).sizes).toHaveLength(3);
  });
});

describe('what is no picture', () => {
  it.each([
    ['an SVG with a script, called a JPEG', async () => SVG, 'image/jpeg', 'picture-invalid'],
    ['a page, called a PNG', async () => HTML, 'image/png', 'picture-invalid'],
    ['a PNG, called a JPEG', () => aPicture('png', 9, 9), 'image/jpeg', 'picture-invalid'],
    [
      'a JPEG that is a page too',
      async () => Buffer.concat([await aPicture('jpeg', 9, 9), HTML]),
      'image/jpeg',
      'picture-invalid',
    ],
    [
      'a JPEG that is a ZIP too',
      async () => Buffer.concat([await aPicture('jpeg', 9, 9), ZIP]),
      'image/jpeg',
      'picture-invalid',
    ],
    ['a GIF of very many frames', async () => aGif(50_000), 'image/webp', 'picture-invalid'],
    ['a WebP that moves', aMovingWebp, 'image/webp', 'picture-invalid'],
    ['a PNG of 60,000 by 60,000', async () => aBlackPng(60_000, 60_000, [], 1), 'image/png', 'picture-too-large'],
    ['a PNG that compresses a thousand times', async () => aBlackPng(15_000, 15_000), 'image/png', 'picture-too-large'],
    [
      'a PNG with an inflating text',
      async () => aBlackPng(9, 9, [inflatingText(400_000_000)]),
      'image/png',
      'picture-too-large',
    ],
    ['half a JPEG', async () => (await aPicture('jpeg')).subarray(0, 20_000), 'image/jpeg', 'picture-invalid'],
    ['a PNG with fewer rows than it says', async () => aBlackPng(500, 500, [], 9), 'image/png', 'picture-invalid'],
  ])('%s is refused, for good', async (_what, make, type, code) => {
    const uploadId = await media.send(await make(), type);
    const first = await media.complete(uploadId).catch((error) => error);
    expect(first).toMatchObject({ code });
    expect(await media.complete(uploadId).catch((error) => error)).toMatchObject({ code, message: first.message });
    expect((await files()).filter((name) => name.includes(uploadId.slice(4)))).toEqual([]);
  });
});

describe('while pictures are made', () => {
  it('others are answered', async () => {
    const large = await aPicture('jpeg', 5000, 4000);
    const ids = await Promise.all([1, 2, 3].map(() => media.send(large, 'image/jpeg')));
    let making = true;
    const made = Promise.all(ids.map((id) => media.complete(id))).finally(() => {
      making = false;
    });
    let answered = 0;
    while (making) {
      const { status } = await fetch(`${media.health}/healthz`, { signal: AbortSignal.timeout(2000) });
      await media.read('pic_0', '200').catch(() => {});
      expect(status).toBe(200);
      if (making) answered++;
    }
    expect((await made).map(({ sizes }) => sizes.length)).toEqual([3, 3, 3]);
    expect(answered).toBeGreaterThan(5);
  });

  it('whoever comes when too many wait is told to come again', async () => {
    const narrow = await another({ MAKING_QUEUE: '1' });
    const file = await aPicture('jpeg', 2000, 1500);
    const ids = await Promise.all([1, 2, 3, 4].map(() => narrow.send(file, 'image/jpeg')));
    const results = await Promise.allSettled(ids.map((id) => narrow.complete(id)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'service-unavailable' });
    for (const id of ids) expect((await narrow.complete(id)).sizes).toHaveLength(3);
  });

  it('one that takes too long is given up', async () => {
    const hasty = await another({ MAKING_TIME_LIMIT_MS: '1' });
    const uploadId = await hasty.send(await aPicture('jpeg', 30, 20), 'image/jpeg');
    await expect(hasty.complete(uploadId)).rejects.toMatchObject({ code: 'picture-too-large' });
    expect((await fetch(`${hasty.health}/readyz`)).status).toBe(200);
  });
});
