// Original file: protos/social/catalog/v1/catalog.proto


export interface RecountSide {
  /**
   * counters, movements, holder, orders or group-buy.
   */
  'name'?: (string);
  'says'?: (string);
}

export interface RecountSide__Output {
  /**
   * counters, movements, holder, orders or group-buy.
   */
  'name': (string);
  'says': (string);
}
