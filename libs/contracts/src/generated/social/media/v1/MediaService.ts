// Original file: protos/social/media/v1/media.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CompleteUploadRequest as _social_media_v1_CompleteUploadRequest, CompleteUploadRequest__Output as _social_media_v1_CompleteUploadRequest__Output } from '../../../social/media/v1/CompleteUploadRequest.ts';
import type { CreateUploadRequest as _social_media_v1_CreateUploadRequest, CreateUploadRequest__Output as _social_media_v1_CreateUploadRequest__Output } from '../../../social/media/v1/CreateUploadRequest.ts';
import type { Picture as _social_media_v1_Picture, Picture__Output as _social_media_v1_Picture__Output } from '../../../social/media/v1/Picture.ts';
import type { PicturePart as _social_media_v1_PicturePart, PicturePart__Output as _social_media_v1_PicturePart__Output } from '../../../social/media/v1/PicturePart.ts';
import type { ReadPictureRequest as _social_media_v1_ReadPictureRequest, ReadPictureRequest__Output as _social_media_v1_ReadPictureRequest__Output } from '../../../social/media/v1/ReadPictureRequest.ts';
import type { Upload as _social_media_v1_Upload, Upload__Output as _social_media_v1_Upload__Output } from '../../../social/media/v1/Upload.ts';

/**
 * Pictures: taken in by a signed address, looked at, made anew in a few widths, given out.
 */
export interface MediaServiceClient extends grpc.Client {
  /**
   * Looks at the file that came and makes the picture of it; whoever asks again hears the same. Only its uploader.
   * Errors: upload-not-found, upload-incomplete, picture-invalid, picture-too-large, service-unavailable (too many at
   * once, or the store is away; safe to repeat).
   */
  CompleteUpload(argument: _social_media_v1_CompleteUploadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  CompleteUpload(argument: _social_media_v1_CompleteUploadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  CompleteUpload(argument: _social_media_v1_CompleteUploadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  CompleteUpload(argument: _social_media_v1_CompleteUploadRequest, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  /**
   * Looks at the file that came and makes the picture of it; whoever asks again hears the same. Only its uploader.
   * Errors: upload-not-found, upload-incomplete, picture-invalid, picture-too-large, service-unavailable (too many at
   * once, or the store is away; safe to repeat).
   */
  completeUpload(argument: _social_media_v1_CompleteUploadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  completeUpload(argument: _social_media_v1_CompleteUploadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  completeUpload(argument: _social_media_v1_CompleteUploadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  completeUpload(argument: _social_media_v1_CompleteUploadRequest, callback: grpc.requestCallback<_social_media_v1_Picture__Output>): grpc.ClientUnaryCall;
  
  /**
   * Names an address to which one file may be sent, for ten minutes. Repeating a request answers the same upload.
   * Errors: unauthenticated, forbidden (not for this purpose), request-invalid, picture-too-large, upload-limit,
   * idempotency-key-reused.
   */
  CreateUpload(argument: _social_media_v1_CreateUploadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  CreateUpload(argument: _social_media_v1_CreateUploadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  CreateUpload(argument: _social_media_v1_CreateUploadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  CreateUpload(argument: _social_media_v1_CreateUploadRequest, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  /**
   * Names an address to which one file may be sent, for ten minutes. Repeating a request answers the same upload.
   * Errors: unauthenticated, forbidden (not for this purpose), request-invalid, picture-too-large, upload-limit,
   * idempotency-key-reused.
   */
  createUpload(argument: _social_media_v1_CreateUploadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  createUpload(argument: _social_media_v1_CreateUploadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  createUpload(argument: _social_media_v1_CreateUploadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  createUpload(argument: _social_media_v1_CreateUploadRequest, callback: grpc.requestCallback<_social_media_v1_Upload__Output>): grpc.ClientUnaryCall;
  
  /**
   * One size of a picture: first what it is, then its bytes. Anybody. Errors: picture-not-found.
   */
  ReadPicture(argument: _social_media_v1_ReadPictureRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_media_v1_PicturePart__Output>;
  ReadPicture(argument: _social_media_v1_ReadPictureRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_media_v1_PicturePart__Output>;
  /**
   * One size of a picture: first what it is, then its bytes. Anybody. Errors: picture-not-found.
   */
  readPicture(argument: _social_media_v1_ReadPictureRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_media_v1_PicturePart__Output>;
  readPicture(argument: _social_media_v1_ReadPictureRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_media_v1_PicturePart__Output>;
  
}

/**
 * Pictures: taken in by a signed address, looked at, made anew in a few widths, given out.
 */
export interface MediaServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Looks at the file that came and makes the picture of it; whoever asks again hears the same. Only its uploader.
   * Errors: upload-not-found, upload-incomplete, picture-invalid, picture-too-large, service-unavailable (too many at
   * once, or the store is away; safe to repeat).
   */
  CompleteUpload: grpc.handleUnaryCall<_social_media_v1_CompleteUploadRequest__Output, _social_media_v1_Picture>;
  
  /**
   * Names an address to which one file may be sent, for ten minutes. Repeating a request answers the same upload.
   * Errors: unauthenticated, forbidden (not for this purpose), request-invalid, picture-too-large, upload-limit,
   * idempotency-key-reused.
   */
  CreateUpload: grpc.handleUnaryCall<_social_media_v1_CreateUploadRequest__Output, _social_media_v1_Upload>;
  
  /**
   * One size of a picture: first what it is, then its bytes. Anybody. Errors: picture-not-found.
   */
  ReadPicture: grpc.handleServerStreamingCall<_social_media_v1_ReadPictureRequest__Output, _social_media_v1_PicturePart>;
  
}

export interface MediaServiceDefinition extends grpc.ServiceDefinition {
  CompleteUpload: MethodDefinition<_social_media_v1_CompleteUploadRequest, _social_media_v1_Picture, _social_media_v1_CompleteUploadRequest__Output, _social_media_v1_Picture__Output>
  CreateUpload: MethodDefinition<_social_media_v1_CreateUploadRequest, _social_media_v1_Upload, _social_media_v1_CreateUploadRequest__Output, _social_media_v1_Upload__Output>
  ReadPicture: MethodDefinition<_social_media_v1_ReadPictureRequest, _social_media_v1_PicturePart, _social_media_v1_ReadPictureRequest__Output, _social_media_v1_PicturePart__Output>
}
