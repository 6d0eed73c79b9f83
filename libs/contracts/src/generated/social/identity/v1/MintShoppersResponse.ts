// Original file: protos/social/identity/v1/identity.proto

import type { ReadyShopper as _social_identity_v1_ReadyShopper, ReadyShopper__Output as _social_identity_v1_ReadyShopper__Output } from '../../../social/identity/v1/ReadyShopper.ts';

export interface MintShoppersResponse {
  'shoppers'?: (_social_identity_v1_ReadyShopper)[];
}

export interface MintShoppersResponse__Output {
  'shoppers': (_social_identity_v1_ReadyShopper__Output)[];
}
