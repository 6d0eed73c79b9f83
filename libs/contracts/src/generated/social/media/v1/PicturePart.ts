// Original file: protos/social/media/v1/media.proto

import type { PictureHead as _social_media_v1_PictureHead, PictureHead__Output as _social_media_v1_PictureHead__Output } from '../../../social/media/v1/PictureHead.ts';

export interface PicturePart {
  'head'?: (_social_media_v1_PictureHead | null);
  'chunk'?: (Buffer | Uint8Array | string);
  'part'?: "head"|"chunk";
}

export interface PicturePart__Output {
  'head'?: (_social_media_v1_PictureHead__Output | null);
  'chunk'?: (Buffer);
  'part'?: "head"|"chunk";
}
