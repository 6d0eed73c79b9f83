import { hidesSomethingElse } from './hidden.ts';
import { MAX_PIXELS, MAX_SIDE } from './limits.ts';
import { type PictureHeader, readHeader } from './picture-header.ts';
import { type ContentType, PURPOSES, type Purpose } from './purpose.ts';
import { Unfit } from './unfit.ts';

/** What was announced of a file. */
export type Announced = { purpose: Purpose; contentType: ContentType; bytes: number };

/** Decides on a file that came by its bytes, before anything is decoded. Errors: Unfit. */
export function inspect(bytes: Buffer, announced: Announced): PictureHeader {
  if (bytes.length > Math.min(announced.bytes, PURPOSES[announced.purpose].maxBytes)) {
    throw new Unfit('picture-too-large', 'more bytes came than were announced');
  }
  if (bytes.length !== announced.bytes) throw new Unfit('picture-invalid', 'other bytes came than were announced');

  const header = readHeader(bytes);
  if (header.type !== announced.contentType) {
    throw new Unfit('picture-invalid', `it is ${header.type}, not ${announced.contentType}`);
  }
  checkSize(header);
  if (hidesSomethingElse(bytes)) throw new Unfit('picture-invalid', 'the file is something else besides');
  return header;
}

function checkSize({ width, height }: PictureHeader): void {
  if (width < 1 || height < 1) throw new Unfit('picture-invalid', 'it has no pixels');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new Unfit('picture-too-large', `it has at most ${MAX_PIXELS} pixels, and ${MAX_SIDE} on a side`);
  }
}
