// Original file: protos/social/identity/v1/identity.proto


export interface ListAddressesRequest {
}

export interface ListAddressesRequest__Output {
}
