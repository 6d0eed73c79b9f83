// Original file: protos/social/common/v1/common.proto


/**
 * The next bytes of a file that is streamed.
 */
export interface FileChunk {
  'chunk'?: (Buffer | Uint8Array | string);
}

/**
 * The next bytes of a file that is streamed.
 */
export interface FileChunk__Output {
  'chunk': (Buffer);
}
