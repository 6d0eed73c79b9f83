// Original file: protos/social/identity/v1/identity.proto

import type { Region as _social_identity_v1_Region, Region__Output as _social_identity_v1_Region__Output } from '../../../social/identity/v1/Region.ts';

export interface ListRegionsResponse {
  'regions'?: (_social_identity_v1_Region)[];
}

export interface ListRegionsResponse__Output {
  'regions': (_social_identity_v1_Region__Output)[];
}
