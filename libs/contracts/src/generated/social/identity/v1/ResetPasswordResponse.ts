// Original file: protos/social/identity/v1/identity.proto


export interface ResetPasswordResponse {
}

export interface ResetPasswordResponse__Output {
}
