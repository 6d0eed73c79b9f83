// Original file: protos/social/catalog/v1/catalog.proto

import type { Option as _social_catalog_v1_Option, Option__Output as _social_catalog_v1_Option__Output } from '../../../social/catalog/v1/Option.ts';
import type { Sku as _social_catalog_v1_Sku, Sku__Output as _social_catalog_v1_Sku__Output } from '../../../social/catalog/v1/Sku.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../../google/protobuf/Timestamp.ts';
import type { Publication as _social_catalog_v1_Publication, Publication__Output as _social_catalog_v1_Publication__Output } from '../../../social/catalog/v1/Publication.ts';
import type { Attribute as _social_catalog_v1_Attribute, Attribute__Output as _social_catalog_v1_Attribute__Output } from '../../../social/catalog/v1/Attribute.ts';
import type { Brand as _social_catalog_v1_Brand, Brand__Output as _social_catalog_v1_Brand__Output } from '../../../social/catalog/v1/Brand.ts';
import type { Long } from '@grpc/proto-loader';

export interface Product {
  'productId'?: (string);
  'merchantId'?: (string);
  'handle'?: (string);
  'title'?: (string);
  'description'?: (string);
  'categoryId'?: (string);
  'pictures'?: (string)[];
  'options'?: (_social_catalog_v1_Option)[];
  'skus'?: (_social_catalog_v1_Sku)[];
  'onSale'?: (boolean);
  'sales'?: (number | string | Long);
  'version'?: (number);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  'updatedAt'?: (_google_protobuf_Timestamp | null);
  'vendor'?: (string);
  'tags'?: (string)[];
  'publication'?: (_social_catalog_v1_Publication);
  /**
   * Why it was rejected; empty otherwise.
   */
  'rejection'?: (string);
  /**
   * Whether shoppers see it, in these words or in older ones.
   */
  'visible'?: (boolean);
  /**
   * When it goes on sale and off by itself, if it does.
   */
  'saleFrom'?: (_google_protobuf_Timestamp | null);
  'saleUntil'?: (_google_protobuf_Timestamp | null);
  'attributes'?: (_social_catalog_v1_Attribute)[];
  'brand'?: (_social_catalog_v1_Brand | null);
  /**
   * Only its merchant's staff and operators read it still, by its id.
   */
  'deleted'?: (boolean);
}

export interface Product__Output {
  'productId': (string);
  'merchantId': (string);
  'handle': (string);
  'title': (string);
  'description': (string);
  'categoryId': (string);
  'pictures': (string)[];
  'options': (_social_catalog_v1_Option__Output)[];
  'skus': (_social_catalog_v1_Sku__Output)[];
  'onSale': (boolean);
  'sales': (number);
  'version': (number);
  'createdAt': (_google_protobuf_Timestamp__Output | null);
  'updatedAt': (_google_protobuf_Timestamp__Output | null);
  'vendor': (string);
  'tags': (string)[];
  'publication': (_social_catalog_v1_Publication__Output);
  /**
   * Why it was rejected; empty otherwise.
   */
  'rejection': (string);
  /**
   * Whether shoppers see it, in these words or in older ones.
   */
  'visible': (boolean);
  /**
   * When it goes on sale and off by itself, if it does.
   */
  'saleFrom': (_google_protobuf_Timestamp__Output | null);
  'saleUntil': (_google_protobuf_Timestamp__Output | null);
  'attributes': (_social_catalog_v1_Attribute__Output)[];
  'brand': (_social_catalog_v1_Brand__Output | null);
  /**
   * Only its merchant's staff and operators read it still, by its id.
   */
  'deleted': (boolean);
}
