// Original file: protos/social/catalog/v1/catalog.proto


export interface FindAttachedPicturesRequest {
  'pictureIds'?: (string)[];
}

export interface FindAttachedPicturesRequest__Output {
  'pictureIds': (string)[];
}
