// Original file: protos/social/catalog/v1/catalog.proto

export const Publication = {
  PUBLICATION_UNSPECIFIED: 'PUBLICATION_UNSPECIFIED',
  PUBLICATION_DRAFT: 'PUBLICATION_DRAFT',
  PUBLICATION_IN_REVIEW: 'PUBLICATION_IN_REVIEW',
  PUBLICATION_PUBLISHED: 'PUBLICATION_PUBLISHED',
  PUBLICATION_REJECTED: 'PUBLICATION_REJECTED',
} as const;

export type Publication =
  | 'PUBLICATION_UNSPECIFIED'
  | 0
  | 'PUBLICATION_DRAFT'
  | 1
  | 'PUBLICATION_IN_REVIEW'
  | 2
  | 'PUBLICATION_PUBLISHED'
  | 3
  | 'PUBLICATION_REJECTED'
  | 4

export type Publication__Output = typeof Publication[keyof typeof Publication]
