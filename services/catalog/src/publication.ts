import { DomainError } from '@social/contracts/errors';
import type { Product } from './product.ts';
import { placed, readsAs, type Words, wordsOf } from './shelf.ts';

export const PUBLICATIONS = ['draft', 'in_review', 'published', 'rejected'] as const;

/** How far a product is on its way to shoppers; whether it is on sale is its merchant's own affair. */
export type Publication = (typeof PUBLICATIONS)[number];

/** Who changes a product: staff of a merchant whose goods are reviewed, staff of one that is trusted, the platform. */
export type Editor = 'staff' | 'trusted-staff' | 'operator';

/** Every way of a product to its shoppers, and who may take it. What stands here is allowed; nothing else is. */
export const TRANSITIONS = {
  submit: { from: ['draft', 'rejected'], to: 'in_review', who: ['staff', 'trusted-staff'] },
  /** Without a review. What was refused once is looked at again, whoever asks. */
  publish: { from: ['draft'], to: 'published', who: ['trusted-staff', 'operator'] },
  /** Other words for what is published: the approved ones are seen until these are approved too. */
  rewrite: { from: ['published'], to: 'in_review', who: ['staff'] },
  withdraw: { from: ['in_review'], to: 'draft', who: ['staff', 'trusted-staff'] },
  approve: { from: ['in_review', 'rejected'], to: 'published', who: ['operator'] },
  /** Refuses the words that are new; those that were approved before stay to be seen. */
  reject: { from: ['in_review'], to: 'rejected', who: ['operator'] },
  /** Nothing of it is seen any more. */
  'take-down': { from: ['published', 'in_review', 'draft', 'rejected'], to: 'rejected', who: ['operator'] },
} as const satisfies Record<
  string,
  { from: readonly Publication[]; to: Publication; who: readonly [Editor, ...(readonly Editor[])] }
>;

export type Action = keyof typeof TRANSITIONS;

type Transition = { from: readonly Publication[]; to: Publication; who: readonly Editor[] };

type Step = Pick<Product, 'publication' | 'approved' | 'rejection'>;

/** The words that are seen after a step, where the product itself is not published. */
function approvedAfter(action: Action, before: Product): Words | null {
  if (action === 'rewrite') return wordsOf(before);
  return action === 'approve' || action === 'take-down' ? null : before.approved;
}

/**
 * One step by the table; undefined when the product is there already.
 * Errors: forbidden (not this editor's to do), publication-refused.
 * @param rejection why it is refused, told to its merchant
 */
export function step(product: Product, action: Action, by: Editor, rejection = ''): Step | undefined {
  const { from, to, who }: Transition = TRANSITIONS[action];
  if (!who.includes(by)) throw new DomainError('forbidden', `${by} cannot ${action} a product`);
  if (from.includes(product.publication)) {
    return { publication: to, approved: approvedAfter(action, product), rejection };
  }
  if (product.publication === to) return undefined;

  throw new DomainError('publication-refused', `the product is ${product.publication}: it cannot ${action}`);
}

/** A step that is a change of its own. Errors: as `step`. */
export function advance(product: Product, action: Action, by: Editor, now: Date, rejection = ''): Product {
  const next = step(product, action, by, rejection);
  return next ? placed({ ...product, ...next, version: product.version + 1, updated_at: now }) : product;
}

/** What asks for a draft to be seen: a review where goods are reviewed. */
export const seeking = (by: Editor): Action => (by === 'staff' ? 'submit' : 'publish');

/** A draft that is to be sold asks to be seen. */
export const sought = (product: Product, by: Editor): Product =>
  product.publication === 'draft' ? { ...product, ...step(product, seeking(by), by) } : product;

/** New words for what is published wait to be approved, unless whoever wrote them is trusted. */
export const reviewed = (before: Product, next: Product, by: Editor): Product =>
  by !== 'staff' || next.publication !== 'published' || readsAs(before, next)
    ? next
    : { ...next, ...step(before, 'rewrite', by) };
