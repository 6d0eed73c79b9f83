/** A merchant's picture on its way from a file to a stranger's screen, through the public API. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhonePicture, aPicture, SVG } from '../services/media/test/samples.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Shop } from './shop.ts';

type Upload = { uploadId: string; method: string; url: string; headers: Record<string, string>; expiresAt: string };
type Picture = { pictureId: string; sizes: { size: string; width: number; url: string }[] };
type Product = { productId: string; pictures: string[]; skus: { picture?: string }[] };

let platform: Platform;
let shop: Shop;
let merchant: { merchantId: string; token: string };

beforeAll(async () => {
  platform = await startPlatform();
  shop = openShop(platform);
  merchant = await shop.aMerchant();
});
afterAll(() => platform?.stop());

const askFor = (file: Buffer, contentType: string, token = merchant.token) =>
  shop.send<Upload & { code?: string }>('POST', '/v1/uploads', {
    token,
    body: { purpose: 'product_picture', contentType, bytes: file.length },
  });

/** Sends a file as a page would: without any token, by the link alone. */
async function sendFile(file: Buffer, contentType: string): Promise<string> {
  const { status, body } = await askFor(file, contentType);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(new Date(body.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(600_000);
  const headers = { 'content-type': body.headers['content-type'] ?? '' };
  const sent = await fetch(body.url, { method: body.method, headers, body: new Uint8Array(file) });
  expect(sent.status, await sent.text()).toBe(200);
  return body.uploadId;
}

const complete = <T = Picture>(uploadId: string, token = merchant.token) =>
  shop.send<T & { code?: string }>('POST', `/v1/uploads/${uploadId}/complete`, { token });

async function aFinishedPicture(file: Buffer, contentType: string): Promise<Picture> {
  const { status, body } = await complete(await sendFile(file, contentType));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('a merchant’s picture', () => {
  it('goes onto a product, and a stranger sees it', async () => {
    const { sizes } = await aFinishedPicture(await aPhonePicture(), 'image/jpeg');
    const [small, , large] = sizes.map(({ url }) => url);
    const product = await shop.must<Product>('POST', `/v1/merchants/${merchant.merchantId}/products`, {
      token: merchant.token,
      body: {
        handle: `p-${randomUUID()}`,
        title: '龙井',
        pictures: [large],
        skus: [{ priceAmount: 9900, stock: 3, pictures: [small] }],
      },
    });

    const seen = await shop.must<Product>('GET', `/v1/products/${product.productId}`);
    expect(seen.pictures).toEqual([large]);
    const answer = await fetch(`${platform.url}${seen.pictures[0]}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const { format, width, height, exif } = await sharp(await answer.arrayBuffer()).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 300, height: 400, exif: undefined });
  });

  it('is kept by whoever has seen it', async () => {
    const { sizes } = await aFinishedPicture(await aPicture('png', 900, 600), 'image/png');
    const url = `${platform.url}${sizes[1]?.url}`;
    const first = await fetch(url);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(first.headers.get('content-length')).toBe(String(bytes.length));
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), head.headers.get('content-length')]).toEqual([
      200,
      etag,
      String(bytes.length),
    ]);
  });

  it('is the same however often it is completed', async () => {
    const uploadId = await sendFile(await aPicture('webp', 500, 300), 'image/webp');
    const { body: first } = await complete(uploadId);
    expect(await complete(uploadId)).toMatchObject({ status: 200, body: first });
  });
});

describe('refused is', () => {
  it('a shopper who would bring a product picture', async () => {
    const ann = await shop.aPerson('ann');
    expect(await askFor(SVG, 'image/png', ann.token)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('a file that says it is something else', async () => {
    expect(await askFor(SVG, 'image/svg+xml')).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    const uploadId = await sendFile(SVG, 'image/jpeg');
    expect(await complete(uploadId)).toMatchObject({ status: 422, body: { code: 'picture-invalid' } });
  });

  it('what somebody else sent, and what was never sent', async () => {
    const other = await shop.aMerchant();
    const uploadId = await sendFile(await aPicture('png', 9, 9), 'image/png');
    expect(await complete(uploadId, other.token)).toMatchObject({ status: 404, body: { code: 'upload-not-found' } });
    const { body } = await askFor(SVG, 'image/png');
    expect(await complete(body.uploadId)).toMatchObject({ status: 409, body: { code: 'upload-incomplete' } });
  });

  it('a picture that is not there, with a problem that no cache keeps', async () => {
    const { pictureId } = await aFinishedPicture(await aPicture('png', 9, 9), 'image/png');
    for (const path of [`/v1/pictures/${pictureId}/999`, '/v1/pictures/pic_0/800']) {
      const { status, body, headers } = await shop.send('GET', path);
      expect([status, body.code, headers.get('cache-control')]).toEqual([404, 'picture-not-found', 'no-store']);
    }
  });

  it('a product picture that leads inside', async () => {
    for (const picture of [
      'http://169.254.169.254/latest/meta-data',
      'http://localhost:7080/a.png',
      'http://2130706433/a',
    ]) {
      const { status, body } = await shop.send('POST', `/v1/merchants/${merchant.merchantId}/products`, {
        token: merchant.token,
        body: { handle: `p-${randomUUID()}`, title: 'x', pictures: [picture], skus: [{ priceAmount: 1, stock: 1 }] },
      });
      expect([status, body.code]).toEqual([422, 'product-invalid']);
    }
  });
});
