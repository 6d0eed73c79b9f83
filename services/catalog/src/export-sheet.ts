import { BYTE_ORDER_MARK, csvOf, looksLikeFormula, withEscape } from '@social/runtime/csv';
import { decimalsOf, priceText } from '@social/runtime/money-text';
import type { Column } from './import-sheet.ts';
import type { Product, Sku } from './product.ts';

/** The columns of an exported file, in the order that Shopify has them in. */
const COLUMNS: readonly Column[] = [
  ...(['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published'] as const),
  ...(['Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value'] as const),
  ...(['Variant SKU', 'Variant Grams', 'Variant Inventory Qty', 'Variant Price'] as const),
  ...(['Variant Compare At Price', 'Variant Barcode', 'Image Src', 'Image Position', 'Variant Image'] as const),
  ...(['Cost per item', 'Variant More Images', 'Currency'] as const),
];

/** What a file says of a product beside the product itself. */
export type Beside = {
  /** Slug of its category; empty for the one where products go that name none. */
  type: string;
  /** Pieces on hand by SKU. */
  onHand: ReadonlyMap<string, number>;
};

type Cells = Partial<Record<Column, string>>;

/** An import takes one apostrophe from a code, whatever follows it. */
const codeCell = (code: string): string => (code.startsWith("'") || looksLikeFormula(code) ? `'${code}` : code);

function productCells(product: Product, type: string): Cells {
  const { title, description, vendor, tags, on_sale, currency, options } = product;
  const names = options.length === 0 ? ['Title'] : options.map(({ name }) => name);
  return {
    Title: withEscape(title),
    'Body (HTML)': withEscape(description),
    Vendor: withEscape(vendor),
    Type: type,
    Tags: withEscape(tags.join(', ')),
    Published: String(on_sale),
    'Option1 Name': withEscape(names[0] ?? ''),
    'Option2 Name': withEscape(names[1] ?? ''),
    'Option3 Name': withEscape(names[2] ?? ''),
    Currency: currency,
  };
}

function skuCells(sku: Sku, { options, currency }: Product, stock: number): Cells {
  const decimals = decimalsOf(currency);
  const values = options.length === 0 ? ['Default Title'] : sku.option_values;
  return {
    'Option1 Value': withEscape(values[0] ?? ''),
    'Option2 Value': withEscape(values[1] ?? ''),
    'Option3 Value': withEscape(values[2] ?? ''),
    'Variant SKU': codeCell(sku.code),
    'Variant Grams': String(sku.weight_grams),
    'Variant Inventory Qty': String(stock),
    'Variant Price': priceText(sku.price, decimals),
    'Variant Compare At Price': sku.compare_at === 0 ? '' : priceText(sku.compare_at, decimals),
    'Variant Barcode': codeCell(sku.barcode),
    'Variant Image': sku.pictures[0] ?? '',
    'Variant More Images': sku.pictures.slice(1).join('\n'),
    'Cost per item': sku.cost === 0 ? '' : priceText(sku.cost, decimals),
  };
}

const pictureCells = (picture: string | undefined, index: number): Cells =>
  picture === undefined ? {} : { 'Image Src': picture, 'Image Position': String(index + 1) };

/** The first line of a file, which names its columns. */
export const headerLine = (): string => BYTE_ORDER_MARK + csvOf([[...COLUMNS]]);

/** The lines of a product: one a SKU or picture, the first of which describes it. `import-product.ts` reads them back. */
export function productLines(product: Product, { type, onHand }: Beside): string {
  const { handle, skus, pictures } = product;
  const rows = Array.from({ length: Math.max(skus.length, pictures.length) }, (_, index) => {
    const sku = skus[index];
    const cells: Cells = {
      Handle: handle,
      ...(index === 0 ? productCells(product, type) : {}),
      ...(sku ? skuCells(sku, product, onHand.get(sku.sku_id) ?? 0) : {}),
      ...pictureCells(pictures[index], index),
    };
    return COLUMNS.map((column) => cells[column] ?? '');
  });
  return csvOf(rows);
}
