// Original file: protos/social/payments/v1/payments.proto


export interface HandleCallbackResponse {
}

export interface HandleCallbackResponse__Output {
}
