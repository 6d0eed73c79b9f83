// Original file: protos/social/catalog/v1/catalog.proto


export interface Merchant {
  'merchantId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  'description'?: (string);
  'city'?: (string);
}

export interface Merchant__Output {
  'merchantId': (string);
  'slug': (string);
  'name': (string);
  'description': (string);
  'city': (string);
}
