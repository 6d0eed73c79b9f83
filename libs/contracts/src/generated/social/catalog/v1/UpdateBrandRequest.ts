// Original file: protos/social/catalog/v1/catalog.proto


export interface UpdateBrandRequest {
  'brandId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  'logo'?: (string);
  'description'?: (string);
}

export interface UpdateBrandRequest__Output {
  'brandId': (string);
  'slug': (string);
  'name': (string);
  'logo': (string);
  'description': (string);
}
