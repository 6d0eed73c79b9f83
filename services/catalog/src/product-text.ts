import type { ProductInput } from './product.ts';

const trimmed = (text: string): string => text.trim();
const distinct = (texts: string[]): string[] => [...new Set(texts.map(trimmed))].filter((text) => text !== '');

/** What a merchant hands in, without what means nothing: blanks around texts, and tags and pictures that come twice. */
export const tidied = (input: ProductInput): ProductInput => ({
  ...input,
  title: input.title.trim(),
  description: input.description.trim(),
  vendor: input.vendor.trim(),
  attributes: input.attributes?.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
  tags: distinct(input.tags),
  pictures: distinct(input.pictures),
  options: input.options.map(({ name, values }) => ({ name: name.trim(), values: distinct(values) })),
  skus: input.skus.map((sku) => ({
    ...sku,
    code: sku.code.trim(),
    barcode: sku.barcode.trim(),
    pictures: distinct(sku.pictures),
    option_values: sku.option_values.map(trimmed),
  })),
});
