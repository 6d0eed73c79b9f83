// Original file: protos/social/common/v1/common.proto


export interface ListStockClaimsRequest {
  /**
   * Those with these ids, at most 1,000; unknown ones are left out.
   */
  'ids'?: (string)[];
  /**
   * Without ids: all, in the order of their ids, above this one.
   */
  'afterId'?: (string);
  /**
   * 1–1,000, default 1,000. A page with fewer is the last one.
   */
  'limit'?: (number);
}

export interface ListStockClaimsRequest__Output {
  /**
   * Those with these ids, at most 1,000; unknown ones are left out.
   */
  'ids': (string)[];
  /**
   * Without ids: all, in the order of their ids, above this one.
   */
  'afterId': (string);
  /**
   * 1–1,000, default 1,000. A page with fewer is the last one.
   */
  'limit': (number);
}
