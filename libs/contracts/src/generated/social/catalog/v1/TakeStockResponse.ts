// Original file: protos/social/catalog/v1/catalog.proto


export interface TakeStockResponse {
}

export interface TakeStockResponse__Output {
}
