import type { Product, ProductInput, ProductOption, Sku, SkuInput } from './product.ts';

/** A file tells the values that its SKUs have; those that were known keep their place, and those no SKU had stay. */
function withKnownValues(option: ProductOption, place: number, before: Product): ProductOption {
  const known = before.options[place];
  if (known?.name !== option.name) return option;

  const had = new Set(before.skus.map(({ option_values }) => option_values[place]));
  const kept = known.values.filter((value) => option.values.includes(value) || !had.has(value));
  return { ...option, values: [...new Set([...kept, ...option.values])] };
}

/** A file of one picture a SKU says nothing of those after it, and one without costs says nothing of them. */
function withKnownSku(sku: SkuInput, known: Sku | undefined): SkuInput {
  if (!known) return sku;

  const [first, ...more] = sku.pictures;
  const pictures = more.length === 0 && first === known.pictures[0] ? known.pictures : sku.pictures;
  return { ...sku, sku_id: known.sku_id, pictures, cost: sku.cost || known.cost };
}

/** What a file has no place for stays. Known choices keep their SKU, and with it their stock and every link to them. */
export function withKnown(input: ProductInput, before: Product): ProductInput {
  const known = new Map(before.skus.map((sku) => [JSON.stringify(sku.option_values), sku]));
  return {
    ...input,
    options: input.options.map((option, place) => withKnownValues(option, place, before)),
    skus: input.skus.map((sku) => withKnownSku(sku, known.get(JSON.stringify(sku.option_values)))),
  };
}
