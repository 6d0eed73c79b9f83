// Original file: protos/social/media/v1/media.proto


export interface CompleteUploadRequest {
  'uploadId'?: (string);
}

export interface CompleteUploadRequest__Output {
  'uploadId': (string);
}
