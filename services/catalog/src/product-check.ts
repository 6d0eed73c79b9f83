import { DomainError } from '@social/contracts/errors';
import { type AttributeTemplate, attributeProblems, checkAttributes } from './attributes.ts';
import { isPicture } from './picture-address.ts';
import type { Product, ProductInput, ProductOption, SkuInput } from './product.ts';
import { isHidden, readsAs } from './shelf.ts';

export type Problem = { path: string; message: string };

/** Highest price of one SKU: 100 million in a currency of two decimals, in minor units. */
export const MAX_PRICE = 10_000_000_000;
/** Most pieces of one SKU on hand. */
export const MAX_STOCK = 1_000_000_000;
export const MAX_SKUS = 250;
const MAX_WEIGHT_GRAMS = 1_000_000_000;
const MAX_TITLE = 500;
const MAX_DESCRIPTION = 200_000;
const MAX_LIST = 250;
/** As many as a product CSV has columns for. */
const MAX_OPTIONS = 3;
const MAX_SKU_PICTURES = 20;

const HANDLE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,199}$/u;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is an ISO 4217 currency code. */
export const isCurrency = (text: string): boolean => CURRENCIES.has(text);

/** Whether a text can be a handle: letters, digits, `-` and `_`, at most 200. */
export const isHandle = (text: string): boolean => HANDLE.test(text);

const arePictures = (pictures: string[], most: number): boolean => pictures.length <= most && pictures.every(isPicture);

const within = (value: number, max: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= max;

function skuProblems(sku: SkuInput, optionNames: number, path: string): Problem[] {
  const checks: [fits: boolean, field: string, message: string][] = [
    [within(sku.price, MAX_PRICE), 'price', `is from 0 to ${MAX_PRICE} minor units`],
    [within(sku.compare_at, MAX_PRICE), 'compareAt', `is from 0 to ${MAX_PRICE} minor units`],
    [within(sku.stock, MAX_STOCK), 'stock', `is from 0 to ${MAX_STOCK}`],
    [within(sku.weight_grams, MAX_WEIGHT_GRAMS), 'weightGrams', `is from 0 to ${MAX_WEIGHT_GRAMS}`],
    [sku.option_values.length === optionNames, 'optionValues', 'has one value for each option'],
    [within(sku.cost, MAX_PRICE), 'cost', `is from 0 to ${MAX_PRICE} minor units`],
    [arePictures(sku.pictures, MAX_SKU_PICTURES), 'pictures', `are at most ${MAX_SKU_PICTURES} addresses`],
  ];
  return checks.filter(([fits]) => !fits).map(([, field, message]) => ({ path: `${path}.${field}`, message }));
}

const standsForNone = ({ name, values }: ProductOption): boolean =>
  name === 'Title' && values.includes('Default Title');

function optionProblems({ options, skus }: ProductInput): Problem[] {
  const problems: Problem[] = [];
  if (new Set(options.map(({ name }) => name)).size !== options.length) {
    problems.push({ path: 'options', message: 'has a name twice' });
  }
  if (options.some(({ name }) => name === '') || skus.some(({ option_values }) => option_values.includes(''))) {
    problems.push({ path: 'options', message: 'have names, and values that are not empty' });
  }
  const choices = new Set<string>();
  skus.forEach(({ option_values }, index) => {
    const path = `skus.${index}.optionValues`;
    const choice = JSON.stringify(option_values);
    if (choices.has(choice)) problems.push({ path, message: 'has the same choice as another SKU' });
    choices.add(choice);
    const unknown = option_values.find((value, place) => options[place] && !options[place].values.includes(value));
    if (unknown !== undefined) problems.push({ path, message: `${unknown} is no value of its option` });
  });
  return problems;
}

/** Everything that contradicts itself in what a merchant hands in; empty when it can be stored. */
export function problemsOf(input: ProductInput): Problem[] {
  const { handle, title, description, currency, skus, options, pictures, tags } = input;
  const checks: [fits: boolean, path: string, message: string][] = [
    [isHandle(handle), 'handle', 'is letters, digits, - and _, at most 200'],
    [title.trim() !== '' && title.length <= MAX_TITLE, 'title', `is from 1 to ${MAX_TITLE} characters`],
    [description.length <= MAX_DESCRIPTION, 'description', `is at most ${MAX_DESCRIPTION} characters`],
    [isCurrency(currency), 'currency', 'is not an ISO 4217 code'],
    [skus.length >= 1 && skus.length <= MAX_SKUS, 'skus', `are from 1 to ${MAX_SKUS}`],
    [options.length <= MAX_OPTIONS, 'options', `are at most ${MAX_OPTIONS}`],
    [!options.some(standsForNone), 'options', '`Title: Default Title` stands for a product without options'],
    [arePictures(pictures, MAX_LIST), 'pictures', `are at most ${MAX_LIST} addresses`],
    [tags.length <= MAX_LIST, 'tags', `are at most ${MAX_LIST}`],
    [!tags.some((tag) => tag.includes(',')), 'tags', 'have no commas'],
  ];
  return [
    ...checks.filter(([fits]) => !fits).map(([, path, message]) => ({ path, message })),
    ...skus.flatMap((sku, index) => skuProblems(sku, options.length, `skus.${index}`)),
    ...optionProblems(input),
    ...attributeProblems(input.attributes ?? []),
  ];
}

/** Errors: product-invalid, naming each field. */
export function checkProduct(input: ProductInput): void {
  const errors = problemsOf(input);
  if (errors.length > 0) throw new DomainError('product-invalid', undefined, { errors });
}

/**
 * What a category requires is asked for when a product asks to be seen, and when words that are to be seen change; so
 * prices never wait for it. Errors: product-invalid, naming each attribute.
 */
export function checkFit(before: Product, next: Product, templates: AttributeTemplate[]): void {
  const asks = isHidden(before) && !isHidden(next);
  if (!asks && readsAs(before, next)) return;

  checkAttributes(templates, next.attributes, isHidden(next) ? 'kept' : 'seen');
}

/** Errors: product-invalid, when a SKU names an id that this product has not. */
export function checkKnownSkus(input: ProductInput, known: { sku_id: string }[]): void {
  const ids = new Set(known.map(({ sku_id }) => sku_id));
  const given = input.skus.map(({ sku_id }) => sku_id).filter((id) => id !== '');
  const errors = given.filter((id) => !ids.has(id)).map((id) => ({ path: 'skus', message: `${id} is not its SKU` }));
  if (new Set(given).size !== given.length) errors.push({ path: 'skus', message: 'has an id twice' });
  if (errors.length > 0) throw new DomainError('product-invalid', undefined, { errors });
}
