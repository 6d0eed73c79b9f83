// Original file: protos/social/identity/v1/identity.proto


export interface GetProfileRequest {
}

export interface GetProfileRequest__Output {
}
