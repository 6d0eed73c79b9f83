import type { Refusal } from './upload.ts';

/** A file that will never make a picture, however often it is tried. */
export class Unfit extends Error {
  readonly code: Refusal['code'];

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.name = 'Unfit';
    this.code = code;
  }
}
