// Original file: protos/social/catalog/v1/catalog.proto


export interface ListCategoriesRequest {
}

export interface ListCategoriesRequest__Output {
}
