// Original file: protos/social/media/v1/media.proto

import type { Purpose as _social_media_v1_Purpose, Purpose__Output as _social_media_v1_Purpose__Output } from '../../../social/media/v1/Purpose.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from '../../../social/common/v1/RequestKey.ts';
import type { Long } from '@grpc/proto-loader';

export interface CreateUploadRequest {
  'purpose'?: (_social_media_v1_Purpose);
  /**
   * As the file will be sent with: image/jpeg, image/png or image/webp. What it is, its content decides.
   */
  'contentType'?: (string);
  /**
   * Exactly so many bytes may be sent.
   */
  'bytes'?: (number | string | Long);
  'request'?: (_social_common_v1_RequestKey | null);
}

export interface CreateUploadRequest__Output {
  'purpose': (_social_media_v1_Purpose__Output);
  /**
   * As the file will be sent with: image/jpeg, image/png or image/webp. What it is, its content decides.
   */
  'contentType': (string);
  /**
   * Exactly so many bytes may be sent.
   */
  'bytes': (number);
  'request': (_social_common_v1_RequestKey__Output | null);
}
