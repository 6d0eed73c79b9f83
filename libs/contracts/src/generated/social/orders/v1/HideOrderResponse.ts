// Original file: protos/social/orders/v1/orders.proto


export interface HideOrderResponse {
}

export interface HideOrderResponse__Output {
}
