import type { AttributeTemplate__Output } from '@social/contracts/generated/social/catalog/v1/AttributeTemplate';
import type { AttributeType as ProtoAttributeType } from '@social/contracts/generated/social/catalog/v1/AttributeType';
import type { Brand } from '@social/contracts/generated/social/catalog/v1/Brand';
import type { Category } from '@social/contracts/generated/social/catalog/v1/Category';
import type { Merchant } from '@social/contracts/generated/social/catalog/v1/Merchant';
import type { Product as ProtoProduct } from '@social/contracts/generated/social/catalog/v1/Product';
import type { ProductInput__Output } from '@social/contracts/generated/social/catalog/v1/ProductInput';
import type { Publication as ProtoPublication } from '@social/contracts/generated/social/catalog/v1/Publication';
import type { Sku as ProtoSku } from '@social/contracts/generated/social/catalog/v1/Sku';
import type { SkuSnapshot } from '@social/contracts/generated/social/catalog/v1/SkuSnapshot';
import type { StockLine__Output } from '@social/contracts/generated/social/catalog/v1/StockLine';
import { toTimestamp } from '@social/rpc/time';
import type { AttributeTemplate, AttributeType } from './attributes.ts';
import type { BrandDoc, CategoryDoc, MerchantDoc } from './documents.ts';
import type { Product, ProductInput, Sku } from './product.ts';
import type { Publication } from './publication.ts';
import { type ListScope, onShelf } from './shelf.ts';
import type { Line } from './stock.ts';

type Audience = ListScope['audience'];

/** Pieces on hand by SKU. */
export type OnHand = Map<string, number>;

export const merchantToProto = ({ _id, slug, name, description, city, trusted }: MerchantDoc): Merchant => ({
  merchantId: _id,
  slug,
  name,
  description,
  city,
  trusted,
});

const ATTRIBUTE_TYPES: Record<AttributeType, ProtoAttributeType> = {
  text: 'ATTRIBUTE_TYPE_TEXT',
  number: 'ATTRIBUTE_TYPE_NUMBER',
  choice: 'ATTRIBUTE_TYPE_CHOICE',
};
const TYPES = new Map(Object.entries(ATTRIBUTE_TYPES).map(([type, proto]) => [proto, type as AttributeType]));

export const templateFromProto = ({ type, ...template }: AttributeTemplate__Output): AttributeTemplate => ({
  ...template,
  type: TYPES.get(type) ?? 'text',
});

export const brandToProto = ({ _id, slug, name, logo, description }: BrandDoc): Brand => ({
  brandId: _id,
  slug,
  name,
  logo,
  description,
});

export const categoryToProto = ({ _id, slug, name, parent_id, attributes = [] }: CategoryDoc): Category => ({
  categoryId: _id,
  slug,
  name,
  parentId: parent_id,
  attributes: attributes.map(({ type, ...template }) => ({ ...template, type: ATTRIBUTE_TYPES[type] })),
});

export const skuToProto = (sku: Sku, currency: string, stock: number, audience: Audience): ProtoSku => ({
  skuId: sku.sku_id,
  code: sku.code,
  optionValues: sku.option_values,
  price: { amount: sku.price, currency },
  compareAtAmount: sku.compare_at,
  stock,
  weightGrams: sku.weight_grams,
  barcode: sku.barcode,
  pictures: sku.pictures,
  costAmount: audience === 'staff' ? sku.cost : 0,
});

/** What is shown beside a product itself. */
export type Beside = { onHand: OnHand; brands: Map<string, BrandDoc> };

function brandIn(brands: Beside['brands'], { brand_id }: Product): Brand | undefined {
  const brand = brands.get(brand_id);
  return brand && brandToProto(brand);
}

const PUBLICATIONS: Record<Publication, ProtoPublication> = {
  draft: 'PUBLICATION_DRAFT',
  in_review: 'PUBLICATION_IN_REVIEW',
  published: 'PUBLICATION_PUBLISHED',
  rejected: 'PUBLICATION_REJECTED',
};

/** What a merchant's staff and operators see, others do not: costs. */
export const productToProto = (product: Product, { onHand, brands }: Beside, audience: Audience): ProtoProduct => ({
  productId: product._id,
  merchantId: product.merchant_id,
  handle: product.handle,
  title: product.title,
  description: product.description,
  categoryId: product.category_id,
  pictures: product.pictures,
  options: product.options,
  skus: product.skus.map((sku) => skuToProto(sku, product.currency, onHand.get(sku.sku_id) ?? 0, audience)),
  onSale: product.on_sale,
  sales: product.sales,
  version: product.version,
  createdAt: toTimestamp(product.created_at),
  updatedAt: toTimestamp(product.updated_at),
  vendor: product.vendor,
  tags: product.tags,
  attributes: product.attributes,
  brand: brandIn(brands, product),
  publication: PUBLICATIONS[product.publication],
  rejection: product.rejection,
  visible: onShelf(product) !== undefined,
  deleted: product.deleted,
  saleFrom: toTimestamp(product.on_sale_from ?? undefined),
  saleUntil: toTimestamp(product.off_sale_at ?? undefined),
});

export const snapshotToProto = (product: Product, sku: Sku, stock: number): SkuSnapshot => ({
  skuId: sku.sku_id,
  productId: product._id,
  merchantId: product.merchant_id,
  title: product.title,
  optionValues: sku.option_values,
  picture: sku.pictures[0] ?? product.pictures[0] ?? '',
  price: { amount: sku.price, currency: product.currency },
  stock,
  weightGrams: sku.weight_grams,
});

/** What a merchant hands in; the category is looked up apart. */
export const inputFromProto = (input: ProductInput__Output): ProductInput => ({
  handle: input.handle,
  title: input.title.trim(),
  description: input.description,
  vendor: input.vendor,
  attributes: input.attributes,
  brand_id: input.brandId,
  tags: input.tags,
  pictures: input.pictures,
  options: input.options,
  currency: input.currency,
  on_sale: input.onSale,
  skus: input.skus.map((sku) => ({
    sku_id: sku.skuId,
    code: sku.code,
    option_values: sku.optionValues,
    price: sku.priceAmount,
    compare_at: sku.compareAtAmount,
    weight_grams: sku.weightGrams,
    barcode: sku.barcode,
    pictures: sku.pictures,
    cost: sku.costAmount,
    stock: sku.stock,
  })),
});

export const lineFromProto = ({ skuId, quantity }: StockLine__Output): Line => ({ sku_id: skuId, quantity });
