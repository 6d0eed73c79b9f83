// Original file: protos/social/catalog/v1/catalog.proto


export interface ListBrandsRequest {
}

export interface ListBrandsRequest__Output {
}
