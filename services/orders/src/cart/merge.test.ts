import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUANTITY } from '../checkout.ts';
import { plus } from '../domain.ts';
import { NOON } from '../fixtures.ts';
import { add, type Cart, type CartItem, change, MAX_LINES } from './cart.ts';
import { aCart, anEmptyCart, anOffer, quantities } from './fixtures.ts';
import { byAge, merge } from './merge.ts';

const LATER = plus(NOON, 60_000);

describe('a guest who logs in', () => {
  it('has the lines of both, and of a SKU in both the larger quantity', () => {
    const merged = merge(aCart(['tea', 2], ['cup', 5]), aCart(['tea', 3], ['cup', 1], ['pot', 1]), LATER);
    expect(quantities(merged)).toEqual({ tea: 3, cup: 5, pot: 1 });
  });

  it('knows a line as it was seen last, and selected if it was in either', () => {
    const own = change(aCart(['tea', 2]), 'tea', { selected: false });
    const guest = add(anEmptyCart(), anOffer('tea', { amount: 1500 }), 1, LATER);
    for (const [into, from] of [
      [own, guest],
      [guest, own],
    ] as const) {
      expect(merge(into, from, LATER).lines).toMatchObject([{ unit_amount: 1500, quantity: 2, selected: true }]);
    }
  });

  it('is told which lines found no room: the oldest of the guest’s', () => {
    const own = aCart(...Array.from({ length: MAX_LINES - 1 }, (_, index): [string, number] => [`own_${index}`, 1]));
    const guest = add(aCart(['old', 4], ['own_3', 7]), anOffer('new'), 1, LATER);
    const merged = merge(own, guest, LATER);
    expect(merged.lines).toHaveLength(MAX_LINES);
    expect(quantities(merged)).toMatchObject({ own_3: 7, new: 1 });
    expect(merged.left_out).toEqual({ at: LATER, lines: [{ sku_id: 'old', title: '龙井', quantity: 4 }] });
  });
});

/** Carts of up to 100 lines out of 130 SKUs, so that many meet and some find no room. */
const item = fc
  .record({
    sku: fc.integer({ min: 0, max: 129 }),
    quantity: fc.integer({ min: 1, max: MAX_QUANTITY }),
    amount: fc.integer({ min: 1, max: 10_000 }),
    minutes: fc.integer({ min: 0, max: 60 }),
    selected: fc.boolean(),
  })
  .map(({ sku, quantity, amount, minutes, selected }): CartItem => {
    const [line] = add(anEmptyCart(), anOffer(`sku_${sku}`, { amount }), quantity, plus(NOON, minutes * 60_000)).lines;
    return { ...(line as CartItem), selected };
  });
const cart = (id: string) =>
  fc
    .uniqueArray(item, { maxLength: MAX_LINES, selector: ({ sku_id }) => sku_id, size: 'max' })
    .map((lines): Cart => ({ ...anEmptyCart(id), lines }));
const [users, guests] = [cart('usr_ann'), cart('gst_1')];
const sorted = (made: Cart): Cart => ({ ...made, lines: [...made.lines].sort(byAge) });

describe('merging', () => {
  it('twice is the same as once', () => {
    fc.assert(
      fc.property(users, guests, (user, guest) => {
        const once = merge(user, guest, LATER);
        expect(merge(once, guest, LATER)).toEqual(once);
      }),
    );
  });

  it('does not depend on the order of lines', () => {
    const shuffled = guests.chain((guest) =>
      fc.tuple(fc.constant(guest), fc.shuffledSubarray(guest.lines, { minLength: guest.lines.length })),
    );
    fc.assert(
      fc.property(users, shuffled, (user, [guest, lines]) => {
        const reversed = { ...user, lines: [...user.lines].reverse() };
        expect(sorted(merge(reversed, { ...guest, lines }, LATER))).toEqual(sorted(merge(user, guest, LATER)));
      }),
    );
  });

  it('keeps the limits, and loses nothing: every line of both is in the cart, or told of', () => {
    fc.assert(
      fc.property(users, guests, (user, guest) => {
        const merged = merge(user, guest, LATER);
        const inCart = merged.lines.map(({ sku_id }) => sku_id);
        expect(inCart.length).toBeLessThanOrEqual(MAX_LINES);
        expect(new Set(inCart).size).toBe(inCart.length);

        const told = merged.left_out?.lines.map(({ sku_id }) => sku_id) ?? [];
        const all = new Set([...user.lines, ...guest.lines].map(({ sku_id }) => sku_id));
        expect(new Set([...inCart, ...told])).toEqual(all);
        const [of, before, theirs] = [merged, user, guest].map(quantities);
        for (const sku of inCart) {
          expect(of?.[sku]).toBe(Math.max(before?.[sku] ?? 0, theirs?.[sku] ?? 0));
          expect(of?.[sku]).toBeLessThanOrEqual(MAX_QUANTITY);
        }
        for (const { sku_id } of user.lines) expect(inCart).toContain(sku_id);
      }),
    );
  });
});
