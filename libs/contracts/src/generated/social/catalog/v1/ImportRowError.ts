// Original file: protos/social/catalog/v1/catalog.proto


export interface ImportRowError {
  'line'?: (number);
  'column'?: (string);
  'reason'?: (string);
  'handle'?: (string);
}

export interface ImportRowError__Output {
  'line': (number);
  'column': (string);
  'reason': (string);
  'handle': (string);
}
