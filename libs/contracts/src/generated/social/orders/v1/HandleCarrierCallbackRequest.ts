// Original file: protos/social/orders/v1/orders.proto


export interface HandleCarrierCallbackRequest {
  'carrier'?: (string);
  'headers'?: ({[key: string]: string});
  'body'?: (Buffer | Uint8Array | string);
}

export interface HandleCarrierCallbackRequest__Output {
  'carrier': (string);
  'headers': ({[key: string]: string});
  'body': (Buffer);
}
