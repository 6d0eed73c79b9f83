import type { ContentType } from './purpose.ts';
import { Unfit } from './unfit.ts';

/** What a file says of itself before any pixel is decoded. */
export type PictureHeader = { type: ContentType; width: number; height: number };

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Type and size of a picture, by its content alone (JPEG: ITU T.81 B.1; PNG: ISO 15948, 5; WebP: RFC 9649). The file is
 * walked from end to end: one that is cut off, or that goes on after its end, is not taken.
 * Errors: Unfit.
 */
export function readHeader(bytes: Buffer): PictureHeader {
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return readPng(bytes);
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return readWebp(bytes);

  throw new Unfit('picture-invalid', 'it is neither JPEG nor PNG nor WebP');
}

const torn = () => new Unfit('picture-invalid', 'the file is cut off or broken');
const goesOn = () => new Unfit('picture-invalid', 'something else follows the picture in the file');
const moves = () => new Unfit('picture-invalid', 'moving pictures are not taken');

/** Chunks whose content is compressed a second time and says nothing that is shown. */
const PNG_INFLATING = new Set(['zTXt', 'iTXt', 'iCCP']);
/** Most bytes of one such chunk. A colour profile has a few thousand. */
const MAX_INFLATING = 256 * 1024;

function readPng(bytes: Buffer): PictureHeader {
  let header: PictureHeader | undefined;
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw torn();
    if (!header && (name !== 'IHDR' || length !== 13)) throw torn();
    header ??= { type: 'image/png', width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (name === 'acTL') throw moves();
    if (PNG_INFLATING.has(name) && length > MAX_INFLATING) {
      throw new Unfit('picture-too-large', 'it carries too much beside the picture');
    }
    if (name === 'IEND') {
      if (end !== bytes.length) throw goesOn();
      return header;
    }
    at = end;
  }
  throw torn();
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Cameras write more after the end of a JPEG (a depth map, a short film); it is left out, see `hidden.ts` for the rest. */
function readJpeg(bytes: Buffer): PictureHeader {
  let header: PictureHeader | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) throw torn();
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === END_OF_IMAGE || end > bytes.length || end < at + 4) throw torn();
    if (isFrame(marker) && end >= at + 9) {
      header ??= { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === START_OF_SCAN) {
      if (!header || bytes.indexOf(Buffer.of(0xff, END_OF_IMAGE), end) < 0) throw torn();
      return header;
    }
    at = end;
  }
  throw torn();
}

const ANIMATED = 0x02;

function readWebp(bytes: Buffer): PictureHeader {
  if (bytes.length < 30) throw torn();
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw torn();
  // Some writers leave the last byte of padding out of the count.
  if (bytes.length > end + 1) throw goesOn();

  const name = bytes.toString('latin1', 12, 16);
  if (name === 'VP8X' && (bytes.readUInt8(20) & ANIMATED) !== 0) throw moves();
  if (name === 'VP8X') return webp(1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3));
  if (name === 'VP8 ') return webp(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  if (name !== 'VP8L') throw torn();
  const packed = bytes.readUInt32LE(21);
  return webp(1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
}

const webp = (width: number, height: number): PictureHeader => ({ type: 'image/webp', width, height });
