// Original file: protos/social/identity/v1/identity.proto


export interface MintShoppersRequest {
  /**
   * 1–1000.
   */
  'count'?: (number);
}

export interface MintShoppersRequest__Output {
  /**
   * 1–1000.
   */
  'count': (number);
}
