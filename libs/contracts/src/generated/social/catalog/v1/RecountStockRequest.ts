// Original file: protos/social/catalog/v1/catalog.proto


export interface RecountStockRequest {
}

export interface RecountStockRequest__Output {
}
