// Original file: protos/social/identity/v1/identity.proto


export interface DeleteAddressResponse {
}

export interface DeleteAddressResponse__Output {
}
