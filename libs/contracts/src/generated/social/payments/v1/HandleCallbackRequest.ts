// Original file: protos/social/payments/v1/payments.proto


export interface HandleCallbackRequest {
  'provider'?: (string);
  'headers'?: ({[key: string]: string});
  'body'?: (Buffer | Uint8Array | string);
}

export interface HandleCallbackRequest__Output {
  'provider': (string);
  'headers': ({[key: string]: string});
  'body': (Buffer);
}
