// Original file: protos/social/orders/v1/orders.proto


export interface PickUpPoint {
  /**
   * The merchant's own name for it: letters, digits, - and _.
   */
  'pointId'?: (string);
  'name'?: (string);
  'address'?: (string);
  'phone'?: (string);
  'hours'?: (string);
}

export interface PickUpPoint__Output {
  /**
   * The merchant's own name for it: letters, digits, - and _.
   */
  'pointId': (string);
  'name': (string);
  'address': (string);
  'phone': (string);
  'hours': (string);
}
