import { describe, expect, it } from 'vitest';
import { type OrderState, ROLES, STATES } from './domain.ts';
import { aPlacing, NOON } from './fixtures.ts';
import { type Action, advance, TRANSITIONS } from './transitions.ts';

/** The states of an order as the business tells them, written down a second time to check the table against. */
const STORY: Record<Action, [OrderState, OrderState][]> = {
  place: [['placing', 'pending_payment']],
  abandon: [['placing', 'abandoned']],
  cancel: [['pending_payment', 'cancelled']],
  'adjust-price': [['pending_payment', 'pending_payment']],
  pay: [['pending_payment', 'pending_shipment']],
  'pay-seat': [
    ['pending_payment', 'awaiting_group'],
    ['cancelled', 'awaiting_group'],
  ],
  'move-seat': [['awaiting_group', 'awaiting_group']],
  'give-up-seat': [['awaiting_group', 'awaiting_group']],
  'complete-group': [['awaiting_group', 'pending_shipment']],
  ship: [['pending_shipment', 'shipped']],
  'extend-receipt': [['shipped', 'shipped']],
  confirm: [['shipped', 'completed']],
  close: [
    ['awaiting_group', 'closed'],
    ['cancelled', 'closed'],
  ],
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
      at: NOON,
      role: 'buyer',
      by: 'usr_ann',
    });
  });

  it('ends the deadline of the state that it leaves', () => {
    const order = advance(aPlacing(), 'place', { role: 'buyer', id: 'usr_ann' }, NOON);

    expect(order.due_at).toBeUndefined();
  });
});
