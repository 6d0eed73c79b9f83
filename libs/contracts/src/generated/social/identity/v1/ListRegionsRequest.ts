// Original file: protos/social/identity/v1/identity.proto


export interface ListRegionsRequest {
  'parentCode'?: (string);
}

export interface ListRegionsRequest__Output {
  'parentCode': (string);
}
