// Original file: protos/social/common/v1/common.proto


/**
 * Makes a mutation repeatable: the same id with the same body hash gives the first answer again,
 * the same id with another hash is refused with `idempotency-key-reused`.
 * The gateway derives the id from the user, the route and the Idempotency-Key header.
 */
export interface RequestKey {
  'id'?: (string);
  'bodyHash'?: (string);
}

/**
 * Makes a mutation repeatable: the same id with the same body hash gives the first answer again,
 * the same id with another hash is refused with `idempotency-key-reused`.
 * The gateway derives the id from the user, the route and the Idempotency-Key header.
 */
export interface RequestKey__Output {
  'id': (string);
  'bodyHash': (string);
}
