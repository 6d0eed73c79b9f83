/** Files as people send them, good and bad, made when a test needs them. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

type Format = 'jpeg' | 'png' | 'webp';

/** A picture with something on it: a noisy gradient does not compress to nothing. */
export const aPicture = (format: Format, width = 1200, height = 900): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 120, sigma: 25 } },
  })
    .toFormat(format)
    .toBuffer();

/** As a phone held upright takes it: lying, with the turn, the place and the camera in its EXIF. */
export const aPhonePicture = async (): Promise<Buffer> =>
  sharp(await aPicture('jpeg', 400, 300))
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Telephone', Copyright: 'Somebody' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 13/1 49/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '121/1 28/1 0/1',
        },
      },
    })
    .jpeg()
    .toBuffer();

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
};

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of one bit a pixel, all black, which compresses a thousand times; `saying`: other dimensions than it has. */
export function aBlackPng(
  width: number,
  height: number,
  more: [name: string, data: Buffer][] = [],
  rows = height,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))));
  const extra = more.map(([name, data]) => chunk(name, data));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A text in a PNG that becomes so many bytes when it is read. */
export const inflatingText = (bytes: number): [string, Buffer] => [
  'zTXt',
  Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]),
];

const SPOT = Buffer.from('2c0000000001000100000202440100', 'hex');

/** A GIF of one pixel and so many frames. */
export function aGif(frames: number): Buffer {
  const head = Buffer.from('47494638396101000100800000000000ffffff', 'hex');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => SPOT), Buffer.of(0x3b)]);
}

/** A WebP that moves. */
export const aMovingWebp = async (): Promise<Buffer> => {
  const strip = { raw: { width: 16, height: 64, channels: 3, pageHeight: 16 } } as const;
  const pixels = Buffer.from(Array.from({ length: 16 * 64 * 3 }, (_, index) => (index * 37) % 251));
  return sharp(pixels, strip)
    .webp({ loop: 0, delay: [40, 40, 40, 40] })
    .toBuffer();
};

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(document.cookie)</script></svg>',
);
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
/** The end of an empty ZIP, which is all of it. */
export const ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
