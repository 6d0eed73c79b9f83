// Original file: protos/social/catalog/v1/catalog.proto


export interface EditError {
  'path'?: (string);
  'message'?: (string);
}

export interface EditError__Output {
  'path': (string);
  'message': (string);
}
