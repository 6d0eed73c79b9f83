// Original file: protos/social/orders/v1/orders.proto


export interface DeliveryAddress {
  'recipient'?: (string);
  'phone'?: (string);
  'province'?: (string);
  'city'?: (string);
  'district'?: (string);
  'detail'?: (string);
}

export interface DeliveryAddress__Output {
  'recipient': (string);
  'phone': (string);
  'province': (string);
  'city': (string);
  'district': (string);
  'detail': (string);
}
