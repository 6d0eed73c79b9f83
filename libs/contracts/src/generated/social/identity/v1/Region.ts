// Original file: protos/social/identity/v1/identity.proto


export interface Region {
  'code'?: (string);
  'name'?: (string);
  'hasChildren'?: (boolean);
}

export interface Region__Output {
  'code': (string);
  'name': (string);
  'hasChildren': (boolean);
}
