// Original file: protos/social/payments/v1/payments.proto


export interface GetIntentRequest {
  'paymentId'?: (string);
}

export interface GetIntentRequest__Output {
  'paymentId': (string);
}
