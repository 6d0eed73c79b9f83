import { describe, expect, it } from 'vitest';
import { type Order, type OrderState, ROLES, STATES } from './domain.ts';
import { ANN, anOrder, aPlacing, NOON } from './fixtures.ts';
import { type Action, advance, TRANSITIONS } from './transitions.ts';

const UNSENT: [OrderState, OrderState][] = [
  ['pending_payment', 'pending_payment'],
  ['awaiting_group', 'awaiting_group'],
  ['pending_shipment', 'pending_shipment'],
];
const OVER: [OrderState, OrderState][] = [
  ['completed', 'completed'],
  ['cancelled', 'cancelled'],
  ['closed', 'closed'],
];

/** The states of an order as the business tells them, written down a second time to check the table against. */
const STORY: Record<Action, [OrderState, OrderState][]> = {
  place: [['placing', 'pending_payment']],
  abandon: [['placing', 'abandoned']],
  cancel: [['pending_payment', 'cancelled']],
  'adjust-price': [['pending_payment', 'pending_payment']],
  'change-address': UNSENT,
  remark: UNSENT,
  note: [...UNSENT, ['shipped', 'shipped'], ...OVER],
  pay: [['pending_payment', 'pending_shipment']],
  'pay-seat': [
    ['pending_payment', 'awaiting_group'],
    ['cancelled', 'awaiting_group'],
  ],
  'move-seat': [['awaiting_group', 'awaiting_group']],
  'give-up-seat': [['awaiting_group', 'awaiting_group']],
  'complete-group': [['awaiting_group', 'pending_shipment']],
  'ship-part': [['pending_shipment', 'pending_shipment']],
  ship: [['pending_shipment', 'shipped']],
  'renew-pick-up-code': [['pending_shipment', 'pending_shipment']],
  'hand-over': [['pending_shipment', 'completed']],
  'extend-receipt': [['shipped', 'shipped']],
  confirm: [['shipped', 'completed']],
  close: [
    ['awaiting_group', 'closed'],
    ['cancelled', 'closed'],
  ],
  'lose-payment': [
    ['awaiting_group', 'closed'],
    ['pending_shipment', 'closed'],
  ],
  hide: OVER,
};

const ACTIONS = Object.keys(TRANSITIONS) as Action[];
const cases = STATES.flatMap((state) => ACTIONS.map((action) => ({ state, action })));
const orderIn = (state: OrderState) => ({ ...aPlacing(), state });

describe('every state and every action', () => {
  it.each(cases)('$action of an order that is $state is what the table says', ({ state, action }) => {
    const by = { role: TRANSITIONS[action].who[0], id: 'x' };
    const [, to] = STORY[action].find(([from]) => from === state) ?? [];
    const attempt = () => advance(orderIn(state), action, by, NOON);

    if (to) expect(attempt()).toMatchObject({ state: to, version: 2 });
    else {
      expect(attempt).toThrow(
        expect.objectContaining({
          code: 'order-transition-refused',
          message: `the order is ${state}: it cannot ${action}`,
        }),
      );
    }
  });

  it.each(ACTIONS)('%s is refused to everybody whom the table does not name', (action) => {
    const { from, who } = TRANSITIONS[action];
    const others = ROLES.filter((role) => !(who as readonly string[]).includes(role));

    for (const role of others) {
      const attempt = () => advance(orderIn(from[0]), action, { role, id: 'x' }, NOON);
      expect(attempt).toThrow(expect.objectContaining({ code: 'forbidden' }));
    }
  });

  it('writes down who did what and when', () => {
    const order = advance(aPlacing(), 'place', { role: 'buyer', id: 'usr_ann' }, NOON);

    expect(order.history.at(-1)).toEqual({
      version: 2,
      state: 'pending_payment',
      action: 'place',
      at: NOON,
      role: 'buyer',
      by: 'usr_ann',
    });
  });

  it('keeps the deadline of the state that it stays in', () => {
    const order = advance(anOrder(), 'remark', ANN, NOON);

    expect(order).toMatchObject({ state: 'pending_payment', due_at: anOrder().due_at });
  });

  it('is taken through no more steps without leaving its state than its history holds', () => {
    const busy = Array.from({ length: 97 }).reduce<Order>((order) => advance(order, 'remark', ANN, NOON), anOrder());

    const last = advance(busy, 'remark', ANN, NOON);
    expect(() => advance(last, 'remark', ANN, NOON)).toThrow('was changed too often');
    expect(advance(last, 'cancel', ANN, NOON).state).toBe('cancelled');
  });

  it('ends the deadline of the state that it leaves', () => {
    const order = advance(aPlacing(), 'place', { role: 'buyer', id: 'usr_ann' }, NOON);

    expect(order.due_at).toBeUndefined();
  });
});
