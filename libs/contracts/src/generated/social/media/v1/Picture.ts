// Original file: protos/social/media/v1/media.proto

import type { Purpose as _social_media_v1_Purpose, Purpose__Output as _social_media_v1_Purpose__Output } from '../../../social/media/v1/Purpose.ts';
import type { PictureSize as _social_media_v1_PictureSize, PictureSize__Output as _social_media_v1_PictureSize__Output } from '../../../social/media/v1/PictureSize.ts';

export interface Picture {
  'pictureId'?: (string);
  'purpose'?: (_social_media_v1_Purpose);
  /**
   * From the smallest to the largest; a picture that is small itself has the large ones no wider than it is.
   */
  'sizes'?: (_social_media_v1_PictureSize)[];
}

export interface Picture__Output {
  'pictureId': (string);
  'purpose': (_social_media_v1_Purpose__Output);
  /**
   * From the smallest to the largest; a picture that is small itself has the large ones no wider than it is.
   */
  'sizes': (_social_media_v1_PictureSize__Output)[];
}
