import { describe, expect, it } from 'vitest';
import { anOrder, aPaidOrder, aPlacing, cipher, HOME, newOrder } from './fixtures.ts';
import { cursorOf, readCursor, scopeOf } from './lists.ts';
import { actorOn, rolesOfViewer, toMessage } from './view.ts';

const ann = { userId: 'usr_ann', roles: ['shopper'] };
const bob = { userId: 'usr_bob', roles: ['shopper'] };
const staff = { userId: 'usr_staff', roles: ['merchant-staff'], merchantId: 'mer_1' };
const otherStaff = { ...staff, merchantId: 'mer_2' };
const operator = { userId: 'usr_op', roles: ['operator'] };
const masked = { recipient: '安**', phone: '138****5678', detail: '****', district: HOME.district };

describe('who sees what of an order', () => {
  it('shows the buyer the address in the clear', () => {
    expect(toMessage(anOrder(), ann, cipher).address).toEqual(HOME);
  });

  it('shows the merchant’s staff the address once the order is paid', () => {
    expect(toMessage(anOrder(), staff, cipher).address).toMatchObject(masked);
    expect(toMessage(aPaidOrder(), staff, cipher).address).toEqual(HOME);
  });

  it('never shows it to operators and services', () => {
    expect(toMessage(aPaidOrder(), operator, cipher).address).toMatchObject(masked);
    expect(toMessage(aPaidOrder(), { userId: 'service:x', roles: ['service'] }, cipher).address).toMatchObject(masked);
  });

  it.each([bob, otherStaff, { userId: '', roles: [] }])('does not exist for anyone else: %o', (caller) => {
    expect(() => rolesOfViewer(anOrder(), caller)).toThrow(expect.objectContaining({ code: 'order-not-found' }));
  });

  it('does not exist for its own buyer while it is being placed', () => {
    expect(() => rolesOfViewer(aPlacing(), ann)).toThrow(expect.objectContaining({ code: 'order-not-found' }));
  });

  it('tells those who may see it, but not do this, that it is forbidden', () => {
    expect(() => actorOn(anOrder(), operator, ['buyer'])).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('opens an address only in the order that it belongs to', () => {
    const moved = { ...anOrder(), address: newOrder(2).address };

    expect(() => toMessage(moved, ann, cipher)).toThrow();
  });
});

describe('lists', () => {
  it('are the caller’s own unless a merchant is named', () => {
    expect(scopeOf(ann, '', '')).toEqual({ buyer_id: 'usr_ann', hidden: { $exists: false } });
    expect(scopeOf(staff, 'mer_1', '')).toEqual({ merchant_id: 'mer_1' });
    expect(() => scopeOf(otherStaff, 'mer_1', '')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('of an activity are all of it for operators and their own for others', () => {
    const seats = { 'group.activity_id': 'act_1' };

    expect(scopeOf(operator, '', 'act_1')).toEqual(seats);
    expect(scopeOf(staff, '', 'act_1')).toEqual({ merchant_id: 'mer_1', ...seats });
    expect(scopeOf(bob, '', 'act_1')).toEqual({ buyer_id: 'usr_bob', hidden: { $exists: false }, ...seats });
  });

  it('go on after the last order of a page', () => {
    const orders = [anOrder()];

    expect(readCursor(cursorOf({ orders, more: true }))).toBe(anOrder()._id);
    expect(cursorOf({ orders, more: false })).toBe('');
    expect(readCursor('')).toBeUndefined();
  });

  it.each(['x', 'b3JkXzE', '{"$gt":""}', '../..'])('refuse a cursor that they did not give out: %s', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(expect.objectContaining({ code: 'cursor-invalid' }));
  });
});
