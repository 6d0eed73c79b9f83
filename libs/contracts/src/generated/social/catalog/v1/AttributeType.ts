// Original file: protos/social/catalog/v1/catalog.proto

export const AttributeType = {
  ATTRIBUTE_TYPE_UNSPECIFIED: 'ATTRIBUTE_TYPE_UNSPECIFIED',
  ATTRIBUTE_TYPE_TEXT: 'ATTRIBUTE_TYPE_TEXT',
  ATTRIBUTE_TYPE_NUMBER: 'ATTRIBUTE_TYPE_NUMBER',
  ATTRIBUTE_TYPE_CHOICE: 'ATTRIBUTE_TYPE_CHOICE',
} as const;

export type AttributeType =
  | 'ATTRIBUTE_TYPE_UNSPECIFIED'
  | 0
  | 'ATTRIBUTE_TYPE_TEXT'
  | 1
  | 'ATTRIBUTE_TYPE_NUMBER'
  | 2
  | 'ATTRIBUTE_TYPE_CHOICE'
  | 3

export type AttributeType__Output = typeof AttributeType[keyof typeof AttributeType]
