// Original file: protos/social/catalog/v1/catalog.proto


export interface GiveBackStockResponse {
}

export interface GiveBackStockResponse__Output {
}
