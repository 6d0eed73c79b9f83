// Original file: protos/social/identity/v1/identity.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { User as _social_identity_v1_User, User__Output as _social_identity_v1_User__Output } from '../../../social/identity/v1/User.ts';

/**
 * What a log-in answers. The access token is a JWT (RS256, 15 minutes), the refresh token is opaque.
 */
export interface Session {
  'accessToken'?: (string);
  'accessExpiresAt'?: (_google_protobuf_Timestamp | null);
  'refreshToken'?: (string);
  'refreshExpiresAt'?: (_google_protobuf_Timestamp | null);
  'user'?: (_social_identity_v1_User | null);
}

/**
 * What a log-in answers. The access token is a JWT (RS256, 15 minutes), the refresh token is opaque.
 */
export interface Session__Output {
  'accessToken': (string);
  'accessExpiresAt': (_google_protobuf_Timestamp__Output | null);
  'refreshToken': (string);
  'refreshExpiresAt': (_google_protobuf_Timestamp__Output | null);
  'user': (_social_identity_v1_User__Output | null);
}
