import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import { type AttributeTemplate, checkTemplates, templatesAlong } from './attributes.ts';
import type { CategoryDoc, Collections, RequestMark } from './documents.ts';
import { checkNamed } from './merchant-store.ts';
import type { CategoryRef } from './product.ts';
import { marked, once } from './requests.ts';

export type NewCategory = Pick<CategoryDoc, 'slug' | 'name' | 'parent_id'>;

/** Deepest branch of the tree, so that a product stands in few lists. */
const MAX_DEPTH = 5;

/** Where products go that name no category. */
const OTHER = { slug: 'other', name: '其他', parent_id: '' };

export type CategoryStore = {
  /** Errors: category-slug-taken, category-not-found (the parent), request-invalid, idempotency-key-reused. */
  create: (input: NewCategory, request?: RequestMark) => Promise<CategoryDoc>;
  /** What products of a category and below it tell of themselves. Errors: category-not-found, request-invalid. */
  setAttributes: (id: string, attributes: AttributeTemplate[]) => Promise<CategoryDoc>;
  /** Parents before their children. */
  list: () => Promise<CategoryDoc[]>;
  /** Where a product with this category id belongs; without one, under `other`. Errors: category-not-found. */
  get: (id: string) => Promise<CategoryRef>;
  /** The category for what fits no other; made when first needed. */
  other: () => Promise<CategoryRef>;
};

/** Where products of a category belong, by its id, with what they inherit from the categories above. */
export function refsOf(all: CategoryDoc[]): Map<string, CategoryRef> {
  const own = new Map(all.map(({ _id, attributes }) => [_id, attributes]));
  const ref = ({ _id, path }: CategoryDoc) => ({
    id: _id,
    path,
    templates: templatesAlong(path.map((id) => own.get(id))),
  });
  return new Map(all.map((category) => [category._id, ref(category)]));
}

type Tree = Pick<Collections, 'categories'>;

/** Where products of a category belong, with what it inherits. */
async function refIn({ categories }: Tree, category: CategoryDoc): Promise<CategoryRef> {
  const above = category.path.slice(0, -1);
  const parents = above.length === 0 ? [] : await categories.find({ _id: { $in: above } }).toArray();
  const own = { id: category._id, path: category.path, templates: category.attributes ?? [] };
  return refsOf([...parents, category]).get(category._id) ?? own;
}

async function categoryIn({ categories }: Tree, id: string): Promise<CategoryDoc> {
  const category = await categories.findOne({ _id: id });
  if (!category) throw new DomainError('category-not-found');
  return category;
}

async function insert(tree: Tree, input: NewCategory, now: Date, request?: RequestMark): Promise<CategoryDoc> {
  const parents = input.parent_id ? (await categoryIn(tree, input.parent_id)).path : [];
  if (parents.length >= MAX_DEPTH) {
    const errors = [{ path: 'parentId', message: `the tree is at most ${MAX_DEPTH} deep` }];
    throw new DomainError('request-invalid', undefined, { errors });
  }

  const _id = newId('cat');
  const category = { _id, ...input, path: [...parents, _id], created_at: now, ...marked(request) };
  await tree.categories.insertOne(category);
  return category;
}

/** The tree of categories. */
export function categoryStore(tree: Tree, clock: Clock): CategoryStore {
  const { categories } = tree;
  const create = async (input: NewCategory, request?: RequestMark): Promise<CategoryDoc> => {
    checkNamed(input);
    return once(request, {
      find: (id) => categories.findOne({ 'request.id': id }),
      make: () => insert(tree, input, clock.now(), request),
      taken: 'category-slug-taken',
    });
  };
  const other = async (): Promise<CategoryRef> => {
    const known = await categories.findOne({ slug: OTHER.slug });
    return refIn(tree, known ?? (await create(OTHER, { id: `category:${OTHER.slug}`, body_hash: '' })));
  };
  return {
    create,
    get: async (id) => (id === '' ? other() : refIn(tree, await categoryIn(tree, id))),
    other,
    setAttributes: async (id, attributes) => {
      checkTemplates(attributes);
      const change = { $set: { attributes } };
      const category = await categories.findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' });
      if (!category) throw new DomainError('category-not-found');
      return category;
    },
    list: async () => {
      const all = await categories.find().sort({ _id: 1 }).toArray();
      return all.toSorted((a, b) => a.path.length - b.path.length);
    },
  };
}
