// Original file: protos/social/catalog/v1/catalog.proto


export interface Option {
  'name'?: (string);
  'values'?: (string)[];
}

export interface Option__Output {
  'name': (string);
  'values': (string)[];
}
