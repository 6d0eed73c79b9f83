import type { AttributeTemplate__Output } from '@social/contracts/generated/social/catalog/v1/AttributeTemplate';
import type { AttributeType__Output } from '@social/contracts/generated/social/catalog/v1/AttributeType';
import type { Brand__Output } from '@social/contracts/generated/social/catalog/v1/Brand';
import type { Category__Output } from '@social/contracts/generated/social/catalog/v1/Category';
import type { Merchant__Output } from '@social/contracts/generated/social/catalog/v1/Merchant';
import type { Product__Output } from '@social/contracts/generated/social/catalog/v1/Product';
import type { Publication__Output } from '@social/contracts/generated/social/catalog/v1/Publication';
import type { Sku__Output } from '@social/contracts/generated/social/catalog/v1/Sku';
import { z } from 'zod';
import { Instant, instant, Money, money, optional, optionalInstant } from './values.ts';

export const Merchant = z
  .strictObject({
    merchantId: z.string(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    city: z.string(),
    trusted: z.boolean().meta({ description: 'Its goods are seen without a review.' }),
  })
  .meta({ id: 'Merchant' });

export const merchant = (from: Merchant__Output): z.output<typeof Merchant> => ({ ...from });

export const AttributeTypeName = z.enum(['text', 'number', 'choice']);
const ATTRIBUTE_TYPES: Record<AttributeType__Output, z.output<typeof AttributeTypeName>> = {
  ATTRIBUTE_TYPE_UNSPECIFIED: 'text',
  ATTRIBUTE_TYPE_TEXT: 'text',
  ATTRIBUTE_TYPE_NUMBER: 'number',
  ATTRIBUTE_TYPE_CHOICE: 'choice',
};

const AttributeTemplate = z.strictObject({
  name: z.string(),
  type: AttributeTypeName,
  required: z.boolean().meta({ description: 'Without it a product is not published.' }),
  choices: z.array(z.string()).optional(),
});

const template = ({ choices, ...from }: AttributeTemplate__Output): z.output<typeof AttributeTemplate> => ({
  ...from,
  type: ATTRIBUTE_TYPES[from.type],
  choices: choices.length > 0 ? choices : undefined,
});

export const Brand = z
  .strictObject({
    brandId: z.string(),
    slug: z.string(),
    name: z.string(),
    logo: z.string().optional(),
    description: z.string(),
  })
  .meta({ id: 'Brand' });

export const brand = (from: Brand__Output): z.output<typeof Brand> => ({ ...from, logo: optional(from.logo) });

export const Category = z
  .strictObject({
    categoryId: z.string(),
    slug: z.string(),
    name: z.string(),
    parentId: z.string().optional().meta({ description: 'Absent on a root.' }),
    attributes: z
      .array(AttributeTemplate)
      .meta({ description: 'Its own; those of the categories above hold as well, the nearer one of a name counts.' }),
  })
  .meta({ id: 'Category' });

export const category = (from: Category__Output): z.output<typeof Category> => ({
  ...from,
  parentId: optional(from.parentId),
  attributes: from.attributes.map(template),
});

export const Sku = z
  .strictObject({
    skuId: z.string(),
    code: z.string().optional(),
    optionValues: z.array(z.string()),
    price: Money,
    compareAtPrice: Money.optional(),
    stock: z.int(),
    weightGrams: z.int(),
    barcode: z.string().optional(),
    pictures: z.array(z.string()),
    cost: Money.optional().meta({ description: 'Told to its merchant’s staff and operators only.' }),
  })
  .meta({ id: 'Sku' });

export function sku(from: Sku__Output): z.output<typeof Sku> {
  const price = money(from.price);
  const compareAt = { amount: from.compareAtAmount, currency: price.currency };
  return {
    skuId: from.skuId,
    code: optional(from.code),
    optionValues: from.optionValues,
    price,
    compareAtPrice: from.compareAtAmount > 0 ? compareAt : undefined,
    stock: from.stock,
    weightGrams: from.weightGrams,
    barcode: optional(from.barcode),
    pictures: from.pictures,
    cost: from.costAmount > 0 ? { amount: from.costAmount, currency: price.currency } : undefined,
  };
}

const Option = z.strictObject({ name: z.string(), values: z.array(z.string()) });

export const PublicationName = z.enum(['draft', 'in_review', 'published', 'rejected']);
type Name = z.output<typeof PublicationName>;

const PUBLICATIONS: Record<Publication__Output, Name> = {
  PUBLICATION_UNSPECIFIED: 'published',
  PUBLICATION_DRAFT: 'draft',
  PUBLICATION_IN_REVIEW: 'in_review',
  PUBLICATION_PUBLISHED: 'published',
  PUBLICATION_REJECTED: 'rejected',
};

export const Product = z
  .strictObject({
    productId: z.string(),
    merchantId: z.string(),
    handle: z.string(),
    title: z.string(),
    description: z.string(),
    categoryId: z.string().optional(),
    pictures: z.array(z.string()),
    options: z.array(Option),
    skus: z.array(Sku),
    onSale: z.boolean(),
    publication: PublicationName,
    rejection: z.string().optional().meta({ description: 'Why the platform refused it.' }),
    visible: z.boolean().meta({ description: 'Shoppers see it: on sale, in these words or the ones approved before.' }),
    deleted: z.literal(true).optional().meta({ description: 'Its merchant’s staff read it still, from old orders.' }),
    saleFrom: Instant.optional().meta({ description: 'When it goes on sale by itself.' }),
    saleUntil: Instant.optional().meta({ description: 'When it goes off sale by itself.' }),
    sales: z.int(),
    vendor: z.string().optional(),
    brand: Brand.optional(),
    attributes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    tags: z.array(z.string()),
    version: z.int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Product' });

export const product = (from: Product__Output): z.output<typeof Product> => ({
  productId: from.productId,
  merchantId: from.merchantId,
  handle: from.handle,
  title: from.title,
  description: from.description,
  categoryId: optional(from.categoryId),
  pictures: from.pictures,
  options: from.options,
  skus: from.skus.map(sku),
  onSale: from.onSale,
  publication: PUBLICATIONS[from.publication],
  rejection: optional(from.rejection),
  visible: from.visible,
  deleted: from.deleted || undefined,
  saleFrom: optionalInstant(from.saleFrom),
  saleUntil: optionalInstant(from.saleUntil),
  sales: from.sales,
  vendor: optional(from.vendor),
  brand: from.brand ? brand(from.brand) : undefined,
  attributes: from.attributes.map((attribute) => ({ ...attribute })),
  tags: from.tags,
  version: from.version,
  createdAt: instant(from.createdAt),
  updatedAt: instant(from.updatedAt),
});
