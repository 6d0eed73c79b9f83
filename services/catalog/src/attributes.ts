import { DomainError } from '@social/contracts/errors';

export type AttributeType = 'text' | 'number' | 'choice';

/** What products of a category, and of those below it, tell of themselves. */
export type AttributeTemplate = {
  name: string;
  type: AttributeType;
  /** Without it a product is not published. */
  required: boolean;
  /** The values of a `choice`; empty otherwise. */
  choices: string[];
};

/** What a product tells of itself. Names that no template has are the merchant's own. */
export type Attribute = { name: string; value: string };

type Problem = { path: string; message: string };
type Check = [fits: boolean, path: string, message: string];

const MAX_ATTRIBUTES = 50;
const MAX_CHOICES = 100;
const MAX_NAME = 64;
const MAX_VALUE = 500;
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

const failed = (checks: Check[]): Problem[] =>
  checks.filter(([fits]) => !fits).map(([, path, message]) => ({ path, message }));

const isText = (text: string, most: number): boolean => text !== '' && text.trim() === text && text.length <= most;
const allDiffer = (texts: string[]): boolean => new Set(texts).size === texts.length;
const namesOf = (all: { name: string }[]): string[] => all.map(({ name }) => name);

function templateProblems({ name, type, choices }: AttributeTemplate, path: string): Problem[] {
  const most = type === 'choice' ? MAX_CHOICES : 0;
  const some = type !== 'choice' || choices.length > 0;
  const each = choices.every((choice) => isText(choice, MAX_VALUE)) && allDiffer(choices);
  return failed([
    [isText(name, MAX_NAME), `${path}.name`, `is from 1 to ${MAX_NAME} characters`],
    [some && choices.length <= most && each, `${path}.choices`, `are from 1 to ${MAX_CHOICES} of a choice, else none`],
  ]);
}

/** Errors: request-invalid, naming each field of what cannot be asked of products. */
export function checkTemplates(templates: AttributeTemplate[]): void {
  const errors = [
    ...failed([
      [templates.length <= MAX_ATTRIBUTES, 'attributes', `are at most ${MAX_ATTRIBUTES}`],
      [allDiffer(namesOf(templates)), 'attributes', 'have a name twice'],
    ]),
    ...templates.flatMap((template, index) => templateProblems(template, `attributes.${index}`)),
  ];
  if (errors.length > 0) throw new DomainError('request-invalid', undefined, { errors });
}

/** What holds for a category, from the root down to it; where two have one name, the nearer says. */
export const templatesAlong = (path: (AttributeTemplate[] | undefined)[]): AttributeTemplate[] => [
  ...new Map(path.flatMap((templates) => templates ?? []).map((template) => [template.name, template])).values(),
];

/** What contradicts itself in a product's attributes, whatever its category. */
export function attributeProblems(attributes: Attribute[]): Problem[] {
  const fit = attributes.every(({ name, value }) => isText(name, MAX_NAME) && isText(value, MAX_VALUE));
  return failed([
    [attributes.length <= MAX_ATTRIBUTES, 'attributes', `are at most ${MAX_ATTRIBUTES}`],
    [fit, 'attributes', `have names up to ${MAX_NAME} and values up to ${MAX_VALUE} characters`],
    [allDiffer(namesOf(attributes)), 'attributes', 'have a name twice'],
  ]);
}

function misfit({ type, choices }: AttributeTemplate, value: string): string | undefined {
  if (type === 'number' && !NUMBER.test(value)) return 'is not a number';
  if (type === 'choice' && !choices.includes(value)) return `is one of ${choices.join(', ')}`;
  return undefined;
}

function misfits(templates: AttributeTemplate[], attributes: Attribute[]): Problem[] {
  const known = new Map(templates.map((template) => [template.name, template]));
  return attributes.flatMap(({ name, value }) => {
    const template = known.get(name);
    const message = template && misfit(template, value);
    return message ? [{ path: `attributes.${name}`, message }] : [];
  });
}

/** The required attributes that a product has not. */
export function missing(templates: AttributeTemplate[], attributes: Attribute[]): Problem[] {
  const names = new Set(namesOf(attributes));
  return templates
    .filter(({ name, required }) => required && !names.has(name))
    .map(({ name }) => ({ path: `attributes.${name}`, message: 'is required in this category' }));
}

/**
 * Errors: product-invalid, naming each attribute that does not fit its template, and each that is missing.
 * @param aim to be `kept` a product may lack attributes, to be `seen` it may not
 */
export function checkAttributes(templates: AttributeTemplate[], attributes: Attribute[], aim: 'kept' | 'seen'): void {
  const errors = [...misfits(templates, attributes), ...(aim === 'seen' ? missing(templates, attributes) : [])];
  if (errors.length > 0) throw new DomainError('product-invalid', undefined, { errors });
}
