import { describe, expect, it } from 'vitest';
import { aBlackPng, aGif, aMovingWebp, aPhonePicture, aPicture, HTML, SVG, ZIP } from '../test/samples.ts';
import { inspect } from './inspection.ts';
import type { ContentType } from './purpose.ts';
import { Unfit } from './unfit.ts';

const look = (bytes: Buffer, contentType: ContentType, announced = bytes.length) =>
  inspect(bytes, { purpose: 'product-picture', contentType, bytes: announced });

/** What is said of a file; fails where it is taken. */
function refusalOf(bytes: Buffer, contentType: ContentType, announced?: number): string {
  try {
    look(bytes, contentType, announced);
  } catch (error) {
    if (error instanceof Unfit) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('it was taken');
}

const jpeg = await aPicture('jpeg');
const png = await aPicture('png', 60, 40);
const webp = await aPicture('webp', 300, 200);

describe('a picture', () => {
  it('is known by its content, with its size', async () => {
    expect(look(jpeg, 'image/jpeg')).toEqual({ type: 'image/jpeg', width: 1200, height: 900 });
    expect(look(png, 'image/png')).toEqual({ type: 'image/png', width: 60, height: 40 });
    expect(look(webp, 'image/webp')).toEqual({ type: 'image/webp', width: 300, height: 200 });
    expect(look(await aPhonePicture(), 'image/jpeg')).toMatchObject({ width: 400, height: 300 });
  });

  it('in every form of WebP has its size', async () => {
    const { default: sharp } = await import('sharp');
    const lossless = await sharp(png).webp({ lossless: true }).toBuffer();
    const extended = await sharp(png)
      .webp()
      .withExif({ IFD0: { Copyright: 'x' } })
      .toBuffer();
    expect([lossless, extended].map((bytes) => bytes.toString('latin1', 12, 16))).toEqual(['VP8L', 'VP8X']);
    for (const bytes of [lossless, extended]) {
      expect(look(bytes, 'image/webp')).toEqual({ type: 'image/webp', width: 60, height: 40 });
    }
  });

  it('from a camera may have more of its own after its end', () => {
    expect(look(Buffer.concat([jpeg, Buffer.from('MotionPhoto_Data'), Buffer.alloc(500)]), 'image/jpeg').width).toBe(
      1200,
    );
  });
});

describe('refused is', () => {
  it.each([
    ['an SVG with a script', SVG],
    ['a page', HTML],
    ['a GIF', aGif(1)],
    ['a GIF of very many frames', aGif(20_000)],
    ['a ZIP', ZIP],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['nearly nothing', Buffer.from('x')],
    ['a TIFF', Buffer.from('49492a0008000000', 'hex')],
  ])('%s, whatever it is called', (_what, bytes) => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      expect(refusalOf(bytes, type)).toBe('picture-invalid: it is neither JPEG nor PNG nor WebP');
    }
  });

  it('a picture of another type than it was announced with', () => {
    expect(refusalOf(png, 'image/jpeg')).toBe('picture-invalid: it is image/png, not image/jpeg');
  });

  it('what has other bytes than were announced', () => {
    expect(refusalOf(jpeg, 'image/jpeg', jpeg.length - 1)).toMatch(/^picture-too-large/);
    expect(refusalOf(jpeg, 'image/jpeg', jpeg.length + 1)).toMatch(/^picture-invalid/);
  });

  it.each([
    ['60,000 pixels on each side, in a few bytes', aBlackPng(60_000, 60_000, [], 1)],
    ['too many pixels', aBlackPng(9000, 6000, [], 1)],
    ['one side too long', aBlackPng(16_001, 1, [], 1)],
  ])('a picture that says it has %s', (_what, bytes) => {
    expect(bytes.length).toBeLessThan(20_000);
    expect(refusalOf(bytes, 'image/png')).toMatch(/^picture-too-large/);
  });

  it('what compresses a thousand times', () => {
    const bomb = aBlackPng(15_000, 15_000);
    expect(bomb.length).toBeLessThan(40_000);
    expect(refusalOf(bomb, 'image/png')).toMatch(/^picture-too-large/);
    const text = aBlackPng(10, 10, [['zTXt', Buffer.alloc(300_000)]]);
    expect(refusalOf(text, 'image/png')).toMatch(/^picture-too-large/);
  });

  it('a picture without pixels', () => {
    expect(refusalOf(aBlackPng(0, 5), 'image/png')).toBe('picture-invalid: it has no pixels');
  });

  it('what moves', async () => {
    expect(refusalOf(await aMovingWebp(), 'image/webp')).toBe('picture-invalid: moving pictures are not taken');
    expect(refusalOf(aBlackPng(9, 9, [['acTL', Buffer.alloc(8)]]), 'image/png')).toBe(
      'picture-invalid: moving pictures are not taken',
    );
  });

  it.each([
    ['jpeg', jpeg, 'image/jpeg'],
    ['png', png, 'image/png'],
    ['webp', webp, 'image/webp'],
  ] as const)('a %s cut off anywhere', (_format, bytes, type) => {
    for (let part = 1; part < 40; part++) {
      expect(refusalOf(bytes.subarray(0, Math.floor((bytes.length * part) / 40)), type)).toMatch(/^picture-invalid/);
    }
    expect(refusalOf(bytes.subarray(0, -1), type)).toMatch(/^picture-invalid/);
  });

  it.each([
    ['a page after a JPEG', Buffer.concat([jpeg, HTML]), 'image/jpeg'],
    ['a ZIP after a JPEG', Buffer.concat([jpeg, ZIP]), 'image/jpeg'],
    ['a page after a PNG', Buffer.concat([png, HTML]), 'image/png'],
    ['a ZIP after a WebP', Buffer.concat([webp, ZIP]), 'image/webp'],
    ['a script in a PNG’s text', aBlackPng(9, 9, [['tEXt', Buffer.from('Comment\0<ScRiPt>alert(1)')]]), 'image/png'],
    ['a PDF in a PNG’s text', aBlackPng(9, 9, [['tEXt', Buffer.from('Comment\0%PDF-1.7')]]), 'image/png'],
  ] as const)('%s', (_what, bytes, type) => {
    expect(refusalOf(bytes, type)).toMatch(/^picture-invalid: (the file is something|something) else/);
  });
});
