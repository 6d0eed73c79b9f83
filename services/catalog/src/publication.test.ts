import { describe, expect, it } from 'vitest';
import { aDraft, anInput, aSku, GREEN_TEA, LATER } from './fixtures.ts';
import { putOnSale } from './on-sale.ts';
import { type Product, type ProductInput, remove, revise } from './product.ts';
import { type Action, advance, type Editor, PUBLICATIONS, type Publication, TRANSITIONS } from './publication.ts';
import { onShelf } from './shelf.ts';

/** The way of a product as the business tells it, written down a second time to check the table against. */
const STORY: Record<Action, Partial<Record<Publication, Publication>>> = {
  submit: { draft: 'in_review', rejected: 'in_review' },
  publish: { draft: 'published' },
  rewrite: { published: 'in_review' },
  withdraw: { in_review: 'draft' },
  approve: { in_review: 'published', rejected: 'published' },
  reject: { in_review: 'rejected' },
  'take-down': { draft: 'rejected', in_review: 'rejected', published: 'rejected', rejected: 'rejected' },
};
/** Who may do it, a second time as well. */
const WHO: Record<Action, Editor[]> = {
  submit: ['staff', 'trusted-staff'],
  publish: ['trusted-staff', 'operator'],
  rewrite: ['staff'],
  withdraw: ['staff', 'trusted-staff'],
  approve: ['operator'],
  reject: ['operator'],
  'take-down': ['operator'],
};

const EDITORS: Editor[] = ['staff', 'trusted-staff', 'operator'];
const ACTIONS = Object.keys(STORY) as Action[];
const productIn = (publication: Publication): Product => ({ ...aDraft(anInput()).product, publication });
const cases = PUBLICATIONS.flatMap((state) =>
  ACTIONS.flatMap((action) => EDITORS.map((by) => ({ state, action, by }))),
);

describe('every state, every action and everybody', () => {
  it('is in the table', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual(ACTIONS.toSorted());
  });

  it.each(cases)('$by: $action of what is $state', ({ state, action, by }) => {
    const before = productIn(state);
    const attempt = () => advance(before, action, by, LATER, 'blurred pictures');
    const to = STORY[action][state];

    if (!WHO[action].includes(by)) expect(attempt).toThrow(expect.objectContaining({ code: 'forbidden' }));
    else if (to) expect(attempt()).toMatchObject({ publication: to, version: 2, updated_at: LATER });
    else if (Object.values(STORY[action]).includes(state)) expect(attempt()).toBe(before);
    else expect(attempt).toThrow(expect.objectContaining({ code: 'publication-refused' }));
  });
});

describe('a new product', () => {
  it.each([
    ['staff', true, 'in_review'],
    ['staff', false, 'draft'],
    ['trusted-staff', true, 'published'],
    ['trusted-staff', false, 'draft'],
    ['operator', true, 'published'],
  ] as const)('of %s that is to be sold: %s, is %s', (by, on_sale, publication) => {
    const { product } = aDraft(anInput({ on_sale }), by);

    expect(product).toMatchObject({ publication, version: 1 });
    expect(onShelf(product) !== undefined).toBe(publication === 'published');
    expect(product.lists.includes('all')).toBe(publication === 'published');
    expect(product.lists.includes(`staff/${publication}`)).toBe(publication !== 'published');
  });

  it('that was a draft asks to be seen when it is put on sale', () => {
    const draft = aDraft(anInput({ on_sale: false }), 'staff').product;

    expect(putOnSale(draft, true, 'staff', LATER)).toMatchObject({ publication: 'in_review', version: 2 });
    expect(putOnSale(draft, true, 'trusted-staff', LATER)).toMatchObject({ publication: 'published', version: 2 });
    expect(putOnSale(draft, true, 'operator', LATER).lists).toContain('all');
  });
});

describe('a published product', () => {
  const two = anInput({
    options: [{ name: 'Size', values: ['S', 'L'] }],
    skus: [aSku({ option_values: ['S'], price: 700 }), aSku({ option_values: ['L'], price: 900 })],
  });
  const published = aDraft(two).product;
  const [small, large] = published.skus;
  const known = (changes: Partial<ProductInput> = {}): ProductInput => ({
    ...two,
    skus: [aSku({ ...small }), aSku({ ...large })],
    ...changes,
  });
  const edited = (input: ProductInput, by: Editor, before = published) =>
    revise(before, { category: GREEN_TEA, by, input }, LATER).product;

  it('stays so whoever changes prices, costs, codes, weights or what is left of its SKUs’ stock', () => {
    const skus = [
      aSku({ ...small, price: 600, compare_at: 800, cost: 300, code: 'A', barcode: '1', weight_grams: 5 }),
      aSku({ ...large }),
    ];
    const next = edited(known({ skus }), 'staff');

    expect(next).toMatchObject({ publication: 'published', approved: null, min_price: 600 });
    expect(onShelf(next)).toBe(next);
  });

  const changes: [string, Partial<ProductInput>][] = [
    ['title', { title: 'Gold' }],
    ['description', { description: '<p>Gold</p>' }],
    ['vendor', { vendor: 'X' }],
    ['tags', { tags: ['gold'] }],
    ['attribute', { attributes: [{ name: '产地', value: '杭州' }] }],
    ['brand', { brand_id: 'brd_gold' }],
    ['pictures', { pictures: ['/gold.jpg'] }],
    ['handle', { handle: 'gold' }],
    ['pictures of a SKU', { skus: [aSku({ ...small, pictures: ['/gold.jpg'] }), aSku({ ...large })] }],
    ['options', { options: [{ name: 'Weight', values: ['S', 'L'] }] }],
    [
      'a new SKU',
      {
        options: [{ name: 'Size', values: ['S', 'L', 'XL'] }],
        skus: [aSku({ ...small }), aSku({ option_values: ['XL'], price: 1 })],
      },
    ],
  ];
  it.each(changes)('is seen as it was approved when its merchant writes another %s', (_, change) => {
    const next = edited(known(change), 'staff');
    const seen = onShelf(next);

    expect(next).toMatchObject({ publication: 'in_review', version: 2 });
    expect(next.lists).toEqual(expect.arrayContaining(['all', 'staff/in_review', 'staff/mer_1/in_review']));
    expect(seen).toMatchObject({
      title: 'Longjing',
      tags: [],
      pictures: [],
      handle: 'longjing',
      publication: 'published',
    });
    expect(
      seen?.skus.every(
        ({ sku_id, pictures }) => published.skus.some((sku) => sku.sku_id === sku_id) && pictures.length === 0,
      ),
    ).toBe(true);
    expect(next.min_price).toBe(700);
    expect(onShelf(advance(next, 'approve', 'operator', LATER))).toMatchObject(change.title ? { title: 'Gold' } : {});
  });

  it('is changed at once by those who are trusted', () => {
    for (const by of ['trusted-staff', 'operator'] as const) {
      expect(edited(known({ title: 'Gold' }), by)).toMatchObject({ publication: 'published', title: 'Gold' });
    }
  });

  it('moves to another category when that is approved, not before', () => {
    const input = known();
    const elsewhere = { id: 'cat_ink', path: ['cat_ink'], templates: [] };
    const next = revise(published, { category: elsewhere, by: 'staff', input }, LATER).product;

    expect(next.lists).toContain('cat_green');
    expect(next.lists).not.toContain('cat_ink');
    expect(advance(next, 'approve', 'operator', LATER).lists).toContain('cat_ink');
  });

  it('sells at new prices while its new words wait', () => {
    const waiting = edited(known({ title: 'Gold' }), 'staff');
    const skus = [aSku({ ...small, price: 500 }), aSku({ ...large })];
    const next = edited(known({ title: 'Gold', skus }), 'staff', waiting);

    expect(next).toMatchObject({ publication: 'in_review', min_price: 500 });
    expect(onShelf(next)).toMatchObject({ title: 'Longjing', skus: [{ price: 500 }, { price: 900 }] });
  });

  it('is seen as before when new words are rejected, and not at all when it is taken down', () => {
    const rejected = advance(edited(known({ title: 'Gold' }), 'staff'), 'reject', 'operator', LATER, 'it is no gold');
    expect(rejected).toMatchObject({ publication: 'rejected', rejection: 'it is no gold' });
    expect(onShelf(rejected)?.title).toBe('Longjing');

    const down = advance(rejected, 'take-down', 'operator', LATER, 'a fake');
    expect([onShelf(down), down.lists.includes('all'), down.rejection]).toEqual([undefined, false, 'a fake']);
    expect(advance(down, 'submit', 'staff', LATER)).toMatchObject({ publication: 'in_review', rejection: '' });
  });

  it('has nothing to show when all SKUs that were approved are gone', () => {
    const skus = [aSku({ option_values: ['S'] })];
    expect(onShelf(edited(known({ skus }), 'staff'))).toBeUndefined();
  });

  it('is not seen off sale or deleted, in whatever words', () => {
    const waiting = edited(known({ title: 'Gold' }), 'staff');
    expect(onShelf(putOnSale(waiting, false, 'staff', LATER))).toBeUndefined();
    expect(onShelf(remove(waiting, LATER))).toBeUndefined();
  });
});
