// Original file: protos/social/catalog/v1/catalog.proto


export interface Attribute {
  'name'?: (string);
  'value'?: (string);
}

export interface Attribute__Output {
  'name': (string);
  'value': (string);
}
