// Original file: protos/social/catalog/v1/catalog.proto


export interface ListMerchantsRequest {
}

export interface ListMerchantsRequest__Output {
}
