import { DomainError } from '@social/contracts/errors';
import type { Product } from './product.ts';
import { type Editor, sought } from './publication.ts';
import { onShelf, placed } from './shelf.ts';

/** When a product goes on and off sale by itself; null where nobody said. */
export type SalePeriod = { from: Date | null; until: Date | null };

type Sale = Pick<Product, 'on_sale' | 'on_sale_from' | 'off_sale_at' | 'due_at'>;

const sale = (on_sale: Product['on_sale'], on_sale_from: Date | null, off_sale_at: Date | null): Sale => ({
  ...{ on_sale, on_sale_from, off_sale_at },
  due_at: on_sale_from ?? off_sale_at,
});

const passed = (time: Date | null, now: Date): boolean => time !== null && time <= now;
const ahead = (time: Date | null, now: Date): Date | null => (passed(time, now) ? null : time);

/** What the clock has made of a sale by now, whether or not it was written down yet. */
export function saleAt({ on_sale, on_sale_from, off_sale_at }: Product, now: Date): Sale {
  const on = !passed(off_sale_at, now) && (on_sale || passed(on_sale_from, now));
  return sale(on, ahead(on_sale_from, now), ahead(off_sale_at, now));
}

/** A product as shoppers see and buy it at this very time. */
export const onShelfAt = (product: Product, now: Date): Product | undefined =>
  product.due_at === null ? onShelf(product) : onShelf({ ...product, ...saleAt(product, now) });

/**
 * On or off sale by hand. On, it need not wait for its time any more; off, nothing brings it back by itself.
 * A draft that is to be sold asks to be seen.
 */
export function turned(product: Product, on_sale: Product['on_sale'], by: Editor, now: Date): Product {
  if (!on_sale) return { ...product, ...sale(false, null, null) };

  return sought({ ...product, ...sale(true, null, ahead(product.off_sale_at, now)) }, by);
}

/** Puts a product on or off sale; off sale it is in no shopper's list, and none of its SKUs can be ordered. */
export function putOnSale(product: Product, on_sale: Product['on_sale'], by: Editor, now: Date): Product {
  if (product.on_sale === on_sale && product.on_sale_from === null && !passed(product.off_sale_at, now)) return product;

  return placed({ ...turned(product, on_sale, by, now), version: product.version + 1, updated_at: now });
}

/**
 * Says when a product goes on sale and off: until it begins it is off, with no beginning it stays as it is. Replaces
 * what was said before. A draft that is to be sold asks to be seen. Errors: product-invalid.
 */
export function schedule(product: Product, { from, until }: SalePeriod, by: Editor, now: Date): Product {
  if (passed(until, now) || (from && until && until <= from)) {
    const errors = [{ path: 'until', message: 'is after now, and after the beginning' }];
    throw new DomainError('product-invalid', undefined, { errors });
  }

  const on = from === null ? product.on_sale : passed(from, now);
  const timed = { ...product, ...sale(on, ahead(from, now), until), version: product.version + 1, updated_at: now };
  return placed(from === null ? timed : sought(timed, by));
}

/** Writes down what the clock did. */
export function fallDue(product: Product, now: Date): Product {
  if (!passed(product.due_at, now)) return product;

  return placed({ ...product, ...saleAt(product, now), version: product.version + 1, updated_at: now });
}
