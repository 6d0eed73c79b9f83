import { newId } from '@social/runtime/ids';
import { type Attribute, type AttributeTemplate, missing } from './attributes.ts';
import { turned } from './on-sale.ts';
import { type Editor, type Publication, reviewed, sought } from './publication.ts';
import { placed, type Words } from './shelf.ts';

/** A product, its SKUs and stock as they are stored; amounts are minor units of the product's currency. */
export type Product = {
  _id: string;
  merchant_id: string;
  /** The merchant's own name for it, part of its address; unique among the merchant's products. */
  handle: string;
  title: string;
  /** HTML as the merchant wrote it; whoever shows it cleans it. */
  description: string;
  vendor: string;
  category_id: string;
  /** The category and its ancestors, root first. */
  category_path: string[];
  tags: string[];
  pictures: string[];
  options: ProductOption[];
  attributes: Attribute[];
  /** Empty when it names none. */
  brand_id: string;
  currency: string;
  skus: Sku[];
  /** Whether its merchant sells it; shoppers see what is published as well. */
  on_sale: boolean;
  /** When it goes on sale, and off, by itself; null when it does not. */
  on_sale_from: Date | null;
  off_sale_at: Date | null;
  /** The next of the two. */
  due_at: Date | null;
  publication: Publication;
  /** Why the platform refused it; empty when it did not. */
  rejection: string;
  /** What shoppers see while newer words wait to be approved; null when there is nothing else to see. */
  approved: Words | null;
  deleted: boolean;
  /** The lowest price among the SKUs that shoppers see. */
  min_price: number;
  /** Pieces in paid orders. */
  sales: number;
  /** Every list this product stands in; see `listKeys`. */
  lists: string[];
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type ProductOption = { name: string; values: string[] };

/** One thing that can be bought: a choice of a value for each option. */
export type Sku = {
  sku_id: string;
  /** The merchant's own code. */
  code: string;
  option_values: string[];
  price: number;
  /** The price it is compared with; 0 when there is none. */
  compare_at: number;
  weight_grams: number;
  barcode: string;
  /** The first one stands for it; without any, the product's first. */
  pictures: string[];
  /** What a piece costs the merchant, 0 when unknown: shown to its staff and operators, to nobody else. */
  cost: number;
};

/** A SKU as its merchant hands it in: an empty `sku_id` makes a new one, with `stock` on hand. */
export type SkuInput = Sku & { stock: number };

/** What a merchant says of a product. A file tells no attributes and no brand: what is absent stays as it is. */
export type ProductInput = Pick<
  Product,
  'handle' | 'title' | 'description' | 'vendor' | 'tags' | 'pictures' | 'options' | 'currency' | 'on_sale'
> &
  Partial<Pick<Product, 'attributes' | 'brand_id'>> & { skus: SkuInput[] };

/** Where a product belongs: a category's id, its path from the root, and what its products tell of themselves. */
export type CategoryRef = { id: string; path: string[]; templates: AttributeTemplate[] };

/** Stock that a SKU starts with. */
export type OpeningStock = { sku_id: string; product_id: string; stock: number };

export type Drafted = { product: Product; opening: OpeningStock[] };

/** Gives new SKUs their ids; only they open with stock. */
function mintSkus(inputs: SkuInput[], productId: string): { skus: Sku[]; opening: OpeningStock[] } {
  const opening: OpeningStock[] = [];
  const skus = inputs.map(({ stock, ...sku }) => {
    if (sku.sku_id) return sku;
    const sku_id = newId('sku');
    opening.push({ sku_id, product_id: productId, stock });
    return { ...sku, sku_id };
  });
  return { skus, opening };
}

/** Where a new product goes, and by whom it is made. */
export type Home = { merchantId: string; category: CategoryRef; by: Editor };

/**
 * A merchant's new product: to be sold, it asks to be seen at once; else, or while it lacks attributes, it is a draft.
 * The input has passed `checkProduct`.
 */
export function draft({ merchantId, category, by }: Home, input: ProductInput, now: Date): Drafted {
  const _id = newId('prd');
  const { skus, opening } = mintSkus(
    input.skus.map((sku) => ({ ...sku, sku_id: '' })),
    _id,
  );
  const product: Product = {
    _id,
    merchant_id: merchantId,
    ...input,
    attributes: input.attributes ?? [],
    brand_id: input.brand_id ?? '',
    category_id: category.id,
    category_path: category.path,
    skus,
    on_sale_from: null,
    off_sale_at: null,
    due_at: null,
    publication: 'draft',
    rejection: '',
    approved: null,
    deleted: false,
    min_price: 0,
    sales: 0,
    lists: [],
    version: 1,
    created_at: now,
    updated_at: now,
  };
  const ready = missing(category.templates, product.attributes).length === 0;
  return { product: placed(input.on_sale && ready ? sought(product, by) : product), opening };
}

/** What a product says now, by whom and where it belongs. */
export type Revision = { category: CategoryRef; by: Editor; input: ProductInput };

/**
 * Replaces what the merchant says of a product. Known SKUs keep their stock, those left out are gone. Words of staff
 * whose goods are reviewed wait to be approved, and the approved ones are seen meanwhile; prices hold at once.
 */
export function revise(product: Product, { category, by, input }: Revision, now: Date): Drafted {
  const { skus, opening } = mintSkus(input.skus, product._id);
  const said: Product = {
    ...product,
    ...input,
    attributes: input.attributes ?? product.attributes,
    brand_id: input.brand_id ?? product.brand_id,
    category_id: category.id,
    category_path: category.path,
    skus,
    version: product.version + 1,
    updated_at: now,
  };
  const next = said.on_sale === product.on_sale ? said : turned(said, said.on_sale, by, now);
  return { product: placed(reviewed(product, next, by)), opening };
}

/** Takes a product away for good; its handle is free again, old orders keep their own copy of what was bought. */
export function remove(product: Product, now: Date): Product {
  const gone = { deleted: true, on_sale: false, on_sale_from: null, off_sale_at: null, due_at: null };
  return placed({ ...product, ...gone, version: product.version + 1, updated_at: now });
}
