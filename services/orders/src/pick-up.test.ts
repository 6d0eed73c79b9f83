import { describe, expect, it } from 'vitest';
import { changeAddress } from './adjustments.ts';
import type { Order } from './domain.ts';
import { ANN, anOrder, aPaidOrder, cipher, KNOWN, NOON, newOrder, PARCEL, STAFF, TIMING } from './fixtures.ts';
import { ship } from './parcels.ts';
import { checkPoints, codeOf, handOver, type PickUpPoint, renewCode, sealCode } from './pick-up.ts';
import { toMessage } from './view.ts';

const SHOP: PickUpPoint = { id: 'west', name: '西湖店', address: '文三路 1 号', phone: '', hours: '9–21' };
const pick_up = { point: SHOP, code: sealCode(cipher, newOrder()._id), wrong: 0 };
const aPickUp = (): Order => ({ ...aPaidOrder(), address: undefined, pick_up });
const CODE = codeOf(cipher, aPickUp());
const WRONG = CODE === '00000000' ? '11111111' : '00000000';
const show = (order: Order, shown: string) => handOver(order, STAFF, shown, codeOf(cipher, order), NOON);

describe('an order that is picked up', () => {
  it('tells its buyer alone the code, once it is paid', () => {
    const ann = { userId: ANN.id, roles: ['shopper'] };
    const staff = { userId: STAFF.id, roles: ['merchant-staff'], merchantId: 'mer_1' };

    expect(CODE).toMatch(/^\d{8}$/);
    expect(toMessage(aPickUp(), ann, cipher).pickUp).toMatchObject({ code: CODE, point: { pointId: 'west' } });
    expect(toMessage(aPickUp(), staff, cipher).pickUp).toMatchObject({ code: '' });
    expect(toMessage({ ...anOrder(), pick_up }, ann, cipher).pickUp).toMatchObject({ code: '' });
  });

  it('is handed over for the code, once', () => {
    const { order, facts } = show(aPickUp(), CODE);

    expect(order).toMatchObject({ state: 'completed', completed_at: NOON, pick_up: { handed_over_at: NOON } });
    expect(order.pick_up?.code).toBeUndefined();
    expect(facts.map(({ event }) => event.type)).toEqual(['orders.order.completed.v1']);
    expect(() => show(order, CODE)).toThrow('the order is completed: it cannot hand-over');
  });

  it('is not handed over for five wrong codes, nor for the right one after them', () => {
    let order = aPickUp();
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      order = show(order, WRONG).order;
      expect(order).toMatchObject({ state: 'pending_shipment', pick_up: { wrong } });
    }
    expect(() => show(order, CODE)).toThrow(expect.objectContaining({ code: 'pick-up-code-locked' }));

    const renewed = renewCode(order, ANN, sealCode(cipher, order._id), NOON).order;
    expect(show(renewed, codeOf(cipher, renewed)).order.state).toBe('completed');
  });

  it('is not sent, and what is sent is not handed over', () => {
    expect(() => ship(aPickUp(), STAFF, PARCEL, KNOWN, NOON, TIMING)).toThrow('is picked up');
    expect(() => changeAddress(aPickUp(), ANN, aPaidOrder().address as never, undefined, NOON)).toThrow('is picked up');
    expect(() => show(aPaidOrder(), CODE)).toThrow('is sent');
    expect(() => renewCode(aPaidOrder(), ANN, 'x', NOON)).toThrow('is sent');
  });
});

describe('a merchant’s pick-up points', () => {
  it('are named apart, with a name and an address', () => {
    expect(() => checkPoints([SHOP, { ...SHOP, id: 'east' }])).not.toThrow();
  });

  it.each([
    [[SHOP, SHOP], 'points.1', 'another point is west'],
    [[{ ...SHOP, id: 'west gate' }], 'points.0', 'letters, digits'],
    [[{ ...SHOP, name: ' ' }], 'points.0', 'has a name'],
    [[{ ...SHOP, hours: 'x'.repeat(201) }], 'points.0', 'no text of more than 200'],
    [Array.from({ length: 51 }, (_, n) => ({ ...SHOP, id: `p${n}` })), 'points', 'at most 50'],
  ])('are refused otherwise', (points, path, message) => {
    const errors = [{ path, message: expect.stringContaining(message) }];
    const refusal = { code: 'pick-up-invalid', details: { errors } };
    expect(() => checkPoints(points)).toThrow(expect.objectContaining(refusal));
  });
});
