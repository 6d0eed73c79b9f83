// Original file: protos/social/orders/v1/orders.proto


export interface HandleCarrierCallbackResponse {
}

export interface HandleCarrierCallbackResponse__Output {
}
