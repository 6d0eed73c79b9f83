import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, anInput, NOON } from './fixtures.ts';
import { fallDue, onShelfAt, putOnSale, saleAt, schedule } from './on-sale.ts';
import { remove } from './product.ts';
import { onShelf } from './shelf.ts';

const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const off = aDraft(anInput({ on_sale: false }), 'trusted-staff').product;
const on = aDraft(anInput()).product;
const planned = schedule(off, { from: at(10), until: at(20) }, 'trusted-staff', at(0));

describe('a product with a time', () => {
  it('is sold from its beginning to its end, whether or not that was written down', () => {
    expect(planned).toMatchObject({ on_sale: false, due_at: at(10), publication: 'published', version: 2 });
    const sold = [0, 9, 10, 19, 20, 99].map((minutes) => onShelfAt(planned, at(minutes)) !== undefined);
    expect(sold).toEqual([false, false, true, true, false, false]);
  });

  it('is put on and off sale when it is due, once each', () => {
    expect(fallDue(planned, at(9))).toBe(planned);
    const begun = fallDue(planned, at(11));
    expect(begun).toMatchObject({ on_sale: true, on_sale_from: null, due_at: at(20), version: 3 });
    expect(begun.lists).toContain('all');
    expect(fallDue(begun, at(12))).toBe(begun);
    const ended = fallDue(begun, at(20));
    expect(ended).toMatchObject({ on_sale: false, off_sale_at: null, due_at: null, version: 4 });
    expect(ended.lists).not.toContain('all');
  });

  it('whose whole time went by unseen is off sale', () => {
    expect(fallDue(planned, at(30))).toMatchObject({ on_sale: false, due_at: null, version: 3 });
  });

  it('is not waited for when it is put on sale by hand; its end stays', () => {
    expect(putOnSale(planned, true, 'staff', at(5))).toMatchObject({ on_sale: true, due_at: at(20) });
  });

  it('does not come back when it was taken off sale by hand', () => {
    expect(putOnSale(planned, false, 'staff', at(5))).toMatchObject({ on_sale: false, due_at: null });
    expect(putOnSale(fallDue(planned, at(11)), false, 'staff', at(12))).toMatchObject({ due_at: null });
  });

  it('can be sold again by hand after its end, before that was written down', () => {
    const late = fallDue(planned, at(11));
    const again = putOnSale(late, true, 'staff', at(21));
    expect(again).toMatchObject({ on_sale: true, due_at: null });
    expect(onShelfAt(again, at(22))).toBeDefined();
  });

  it('only ends, when no beginning is said, or begins at once when that is past', () => {
    expect(schedule(on, { from: null, until: at(20) }, 'staff', at(0))).toMatchObject({
      on_sale: true,
      due_at: at(20),
    });
    expect(schedule(off, { from: null, until: at(20) }, 'staff', at(0))).toMatchObject({ on_sale: false });
    expect(schedule(off, { from: at(-1), until: null }, 'operator', at(0))).toMatchObject({
      on_sale: true,
      due_at: null,
    });
    expect(schedule(planned, { from: null, until: null }, 'staff', at(0))).toMatchObject({
      on_sale: false,
      due_at: null,
    });
  });

  it('is refused when it ends before it begins, or has ended', () => {
    const refused = expect.objectContaining({ code: 'product-invalid' });
    expect(() => schedule(on, { from: at(9), until: at(9) }, 'staff', at(0))).toThrow(refused);
    expect(() => schedule(on, { from: null, until: at(0) }, 'staff', at(0))).toThrow(refused);
  });

  it('is reviewed first where goods are reviewed', () => {
    const draft = aDraft(anInput({ on_sale: false }), 'staff').product;
    const waiting = schedule(draft, { from: at(10), until: null }, 'staff', at(0));
    expect(waiting.publication).toBe('in_review');
    expect(onShelfAt(waiting, at(11))).toBeUndefined();
  });

  it('is never due once it is deleted', () => {
    expect(remove(planned, at(1))).toMatchObject({ due_at: null, on_sale: false });
  });

  it('is sold at the same times however often and late it was looked for', () => {
    const minutes = fc.integer({ min: -5, max: 40 });
    const looks = fc.array(minutes, { maxLength: 6 }).map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.record({ from: fc.option(minutes), until: fc.option(fc.integer({ min: 1, max: 40 })) }),
        looks,
        (period, times) => {
          const from = period.from === null ? null : at(period.from);
          const until = period.until === null ? null : at(period.until);
          if (from && until && until <= from) return;
          const start = schedule(on, { from, until }, 'staff', at(0));
          let swept = start;
          for (const time of times.filter((minute) => minute >= 0)) {
            swept = fallDue(swept, at(time));
            expect(saleAt(swept, at(time))).toEqual(saleAt(start, at(time)));
            expect(onShelf(swept) !== undefined).toBe(onShelfAt(start, at(time)) !== undefined);
          }
        },
      ),
    );
  });
});
