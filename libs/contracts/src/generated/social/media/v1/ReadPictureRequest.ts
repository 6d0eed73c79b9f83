// Original file: protos/social/media/v1/media.proto


export interface ReadPictureRequest {
  'pictureId'?: (string);
  'size'?: (string);
  /**
   * Whoever has the picture with one of these entity tags gets no bytes.
   */
  'knownEtags'?: (string)[];
}

export interface ReadPictureRequest__Output {
  'pictureId': (string);
  'size': (string);
  /**
   * Whoever has the picture with one of these entity tags gets no bytes.
   */
  'knownEtags': (string)[];
}
