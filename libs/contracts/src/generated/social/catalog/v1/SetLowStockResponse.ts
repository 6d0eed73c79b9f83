// Original file: protos/social/catalog/v1/catalog.proto


export interface SetLowStockResponse {
}

export interface SetLowStockResponse__Output {
}
