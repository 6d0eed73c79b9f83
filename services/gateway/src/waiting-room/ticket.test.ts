import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyRing } from '@social/runtime/key-ring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTickets } from './ticket.ts';

const aSecret = (): KeyRing => [createSecretKey(randomBytes(32))];
const promised = { place: { turn: 41, position: 7 }, at: Date.parse('2026-06-01T12:00:08Z') };
const INVALID = expect.objectContaining({ code: 'waiting-room-ticket-invalid' });

describe('a waiting-room ticket', () => {
  const secret = aSecret();
  const tickets = createTickets(secret);
  const ticket = tickets.issue('usr_ann', 'act_1', promised);

  it('keeps its promise at every gateway', () => {
    expect(createTickets(secret).read(ticket, 'usr_ann', 'act_1')).toEqual(promised);
  });

  it('is of one person and one activity', () => {
    expect(() => tickets.read(ticket, 'usr_bob', 'act_1')).toThrow(INVALID);
    expect(() => tickets.read(ticket, 'usr_ann', 'act_2')).toThrow(INVALID);
  });

  it('is signed by us', () => {
    const forged = createTickets(aSecret()).issue('usr_ann', 'act_1', promised);
    for (const text of [forged, '', '.', 'a.b', `${ticket}.${ticket}`]) {
      expect(() => tickets.read(text, 'usr_ann', 'act_1')).toThrow(INVALID);
    }
  });

  it('does not survive the change of a single character', () => {
    fc.assert(
      fc.property(fc.nat({ max: ticket.length - 1 }), fc.constantFrom(...'Aa0-_.'), (at, other) => {
        fc.pre(ticket[at] !== other);
        const altered = `${ticket.slice(0, at)}${other}${ticket.slice(at + 1)}`;
        expect(() => tickets.read(altered, 'usr_ann', 'act_1')).toThrow(INVALID);
      }),
    );
  });
});
