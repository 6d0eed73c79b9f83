// Original file: protos/social/catalog/v1/catalog.proto


export interface CommitStockResponse {
}

export interface CommitStockResponse__Output {
}
