import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { FileChunk as _social_common_v1_FileChunk, FileChunk__Output as _social_common_v1_FileChunk__Output } from './social/common/v1/FileChunk.ts';
import type { ListStockClaimsRequest as _social_common_v1_ListStockClaimsRequest, ListStockClaimsRequest__Output as _social_common_v1_ListStockClaimsRequest__Output } from './social/common/v1/ListStockClaimsRequest.ts';
import type { ListStockClaimsResponse as _social_common_v1_ListStockClaimsResponse, ListStockClaimsResponse__Output as _social_common_v1_ListStockClaimsResponse__Output } from './social/common/v1/ListStockClaimsResponse.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from './social/common/v1/Money.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from './social/common/v1/RequestKey.ts';
import type { StockClaim as _social_common_v1_StockClaim, StockClaim__Output as _social_common_v1_StockClaim__Output } from './social/common/v1/StockClaim.ts';
import type { StockQuantity as _social_common_v1_StockQuantity, StockQuantity__Output as _social_common_v1_StockQuantity__Output } from './social/common/v1/StockQuantity.ts';
import type { CompleteUploadRequest as _social_media_v1_CompleteUploadRequest, CompleteUploadRequest__Output as _social_media_v1_CompleteUploadRequest__Output } from './social/media/v1/CompleteUploadRequest.ts';
import type { CreateUploadRequest as _social_media_v1_CreateUploadRequest, CreateUploadRequest__Output as _social_media_v1_CreateUploadRequest__Output } from './social/media/v1/CreateUploadRequest.ts';
import type { MediaServiceClient as _social_media_v1_MediaServiceClient, MediaServiceDefinition as _social_media_v1_MediaServiceDefinition } from './social/media/v1/MediaService.ts';
import type { Picture as _social_media_v1_Picture, Picture__Output as _social_media_v1_Picture__Output } from './social/media/v1/Picture.ts';
import type { PictureHead as _social_media_v1_PictureHead, PictureHead__Output as _social_media_v1_PictureHead__Output } from './social/media/v1/PictureHead.ts';
import type { PicturePart as _social_media_v1_PicturePart, PicturePart__Output as _social_media_v1_PicturePart__Output } from './social/media/v1/PicturePart.ts';
import type { PictureSize as _social_media_v1_PictureSize, PictureSize__Output as _social_media_v1_PictureSize__Output } from './social/media/v1/PictureSize.ts';
import type { ReadPictureRequest as _social_media_v1_ReadPictureRequest, ReadPictureRequest__Output as _social_media_v1_ReadPictureRequest__Output } from './social/media/v1/ReadPictureRequest.ts';
import type { Upload as _social_media_v1_Upload, Upload__Output as _social_media_v1_Upload__Output } from './social/media/v1/Upload.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  social: {
    common: {
      v1: {
        FileChunk: MessageTypeDefinition<_social_common_v1_FileChunk, _social_common_v1_FileChunk__Output>
        ListStockClaimsRequest: MessageTypeDefinition<_social_common_v1_ListStockClaimsRequest, _social_common_v1_ListStockClaimsRequest__Output>
        ListStockClaimsResponse: MessageTypeDefinition<_social_common_v1_ListStockClaimsResponse, _social_common_v1_ListStockClaimsResponse__Output>
        Money: MessageTypeDefinition<_social_common_v1_Money, _social_common_v1_Money__Output>
        RequestKey: MessageTypeDefinition<_social_common_v1_RequestKey, _social_common_v1_RequestKey__Output>
        StockClaim: MessageTypeDefinition<_social_common_v1_StockClaim, _social_common_v1_StockClaim__Output>
        StockFate: EnumTypeDefinition
        StockQuantity: MessageTypeDefinition<_social_common_v1_StockQuantity, _social_common_v1_StockQuantity__Output>
      }
    }
    media: {
      v1: {
        CompleteUploadRequest: MessageTypeDefinition<_social_media_v1_CompleteUploadRequest, _social_media_v1_CompleteUploadRequest__Output>
        CreateUploadRequest: MessageTypeDefinition<_social_media_v1_CreateUploadRequest, _social_media_v1_CreateUploadRequest__Output>
        /**
         * Pictures: taken in by a signed address, looked at, made anew in a few widths, given out.
         */
        MediaService: SubtypeConstructor<typeof grpc.Client, _social_media_v1_MediaServiceClient> & { service: _social_media_v1_MediaServiceDefinition }
        Picture: MessageTypeDefinition<_social_media_v1_Picture, _social_media_v1_Picture__Output>
        PictureHead: MessageTypeDefinition<_social_media_v1_PictureHead, _social_media_v1_PictureHead__Output>
        PicturePart: MessageTypeDefinition<_social_media_v1_PicturePart, _social_media_v1_PicturePart__Output>
        PictureSize: MessageTypeDefinition<_social_media_v1_PictureSize, _social_media_v1_PictureSize__Output>
        Purpose: EnumTypeDefinition
        ReadPictureRequest: MessageTypeDefinition<_social_media_v1_ReadPictureRequest, _social_media_v1_ReadPictureRequest__Output>
        Upload: MessageTypeDefinition<_social_media_v1_Upload, _social_media_v1_Upload__Output>
      }
    }
  }
}

