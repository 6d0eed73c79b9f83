import { describe, expect, it } from 'vitest';
import {
  type AttributeTemplate,
  attributeProblems,
  checkAttributes,
  checkTemplates,
  missing,
  templatesAlong,
} from './attributes.ts';
import { aDraft, anInput, GREEN_TEA } from './fixtures.ts';
import { draft } from './product.ts';

const origin: AttributeTemplate = { name: '产地', type: 'text', required: true, choices: [] };
const grams: AttributeTemplate = { name: '净含量', type: 'number', required: false, choices: [] };
const grade: AttributeTemplate = { name: '等级', type: 'choice', required: true, choices: ['特级', '一级'] };
const all = [origin, grams, grade];
const errorsOf = (work: () => void): unknown => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof Error && 'details' in error ? error.details : error;
  }
};

describe('what a category asks of its products', () => {
  it('is asked by the categories above as well; the nearer of a name says', () => {
    const nearer = { ...origin, required: false };
    expect(templatesAlong([[origin, grams], undefined, [grade, nearer]])).toEqual([nearer, grams, grade]);
  });

  it('has names of its own, and choices where they are to choose from', () => {
    expect(errorsOf(() => checkTemplates(all))).toEqual([]);
    expect(errorsOf(() => checkTemplates([grade, { ...grade, name: ' ', choices: [] }, grade]))).toMatchObject({
      errors: [{ path: 'attributes' }, { path: 'attributes.1.name' }, { path: 'attributes.1.choices' }],
    });
    expect(errorsOf(() => checkTemplates([{ ...origin, choices: ['x'] }]))).toMatchObject({
      errors: [{ path: 'attributes.0.choices' }],
    });
  });
});

describe('what a product tells of itself', () => {
  const told = (...pairs: [string, string][]) => pairs.map(([name, value]) => ({ name, value }));

  it('fits its templates; names that none has are its merchant’s own', () => {
    const fit = told(['产地', '杭州'], ['净含量', '-12.5'], ['等级', '特级'], ['口感', '鲜爽']);
    expect(errorsOf(() => checkAttributes(all, fit, 'seen'))).toEqual([]);
    expect(errorsOf(() => checkAttributes(all, told(['净含量', '半斤'], ['等级', '二级']), 'kept'))).toEqual({
      errors: [
        { path: 'attributes.净含量', message: 'is not a number' },
        { path: 'attributes.等级', message: 'is one of 特级, 一级' },
      ],
    });
  });

  it('may lack what is required while it is kept, not when it is to be seen', () => {
    expect(errorsOf(() => checkAttributes(all, [], 'kept'))).toEqual([]);
    expect(errorsOf(() => checkAttributes(all, told(['等级', '特级']), 'seen'))).toEqual({
      errors: missing([origin], []),
    });
  });

  it('says each thing once, in words of some length', () => {
    expect(attributeProblems(told(['a', 'x'], ['b', 'y']))).toEqual([]);
    for (const wrong of [
      told(['a', 'x'], ['a', 'y']),
      told(['', 'x']),
      told(['a', '']),
      told(['a', 'x'.repeat(501)]),
    ]) {
      expect(attributeProblems(wrong)).toHaveLength(1);
    }
  });
});

describe('a new product without what its category requires', () => {
  it('is a draft, whoever made it, until it has it', () => {
    const home = { merchantId: 'mer_1', category: { ...GREEN_TEA, templates: all }, by: 'operator' } as const;
    const { created_at } = aDraft(anInput()).product;
    const attributes = [
      { name: '产地', value: '杭州' },
      { name: '等级', value: '特级' },
    ];

    expect(draft(home, anInput(), created_at).product).toMatchObject({ publication: 'draft', on_sale: true });
    expect(draft(home, anInput({ attributes }), created_at).product).toMatchObject({
      publication: 'published',
      attributes,
    });
  });
});
