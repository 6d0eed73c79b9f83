import { DomainError } from '@social/contracts/errors';
import type { SeatWish } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import type { Clock } from '@social/runtime/clock';
import type { Challenge, Puzzle } from './challenge.ts';
import type { Line } from './line.ts';
import type { Room } from './line-script.ts';
import type { Rooms, Subject } from './rooms.ts';
import type { Promised, Tickets } from './ticket.ts';
import { admittedAt, type Place, type Standing, standingAt } from './turns.ts';

/** What somebody brings: a ticket they have, and the answer to a challenge. */
export type Shown = { ticket?: string; answer?: string };

export type Ticket = Standing & { ticket: string; admittedAt: Date };

export type WaitingRooms = {
  /** Errors: those of `enter` but for the challenge's. */
  challenge: (userId: string, activityId: string) => Promise<Puzzle>;
  /**
   * Gives a place in line, or the one that somebody has already: then nothing more is asked of them.
   * Errors: activity-not-found, activity-ended, waiting-room-not-found, waiting-room-ticket-invalid, challenge-required,
   * challenge-failed, service-unavailable.
   */
  enter: (userId: string, activityId: string, shown: Shown) => Promise<Ticket>;
  /** Errors: those of `enter`, and waiting-room-ticket-required when they are not in line. */
  standing: (userId: string, activityId: string, ticket?: string) => Promise<() => Standing>;
  /**
   * Lets a wish for a seat pass whose turn has come; undefined when it is known that nobody waits there.
   * Errors: waiting-room-ticket-required, waiting-room-ticket-invalid, not-your-turn; activity- and group-not-found.
   */
  admit: (wish: SeatWish, ticket: string | undefined) => Promise<void> | undefined;
  /** Reads ahead whether an activity has a room. */
  warm: (activityId: string) => Promise<unknown>;
};

type Options = { rooms: Rooms; line: Line; tickets: Tickets; challenge: Challenge; clock: Clock };

/** The way through a waiting room: a challenge, a place in line, and the turn. */
export function openWaitingRooms({ rooms, line, tickets, challenge, clock }: Options): WaitingRooms {
  const now = () => clock.now().getTime();

  /** Errors: activity-not-found, activity-ended, waiting-room-not-found. */
  const roomOf = async (activityId: string): Promise<Room> => {
    const room = await rooms.find({ activityId });
    if (!room) throw new DomainError('waiting-room-not-found');
    if (room.endsAt <= now()) throw new DomainError('activity-ended');
    return room;
  };
  /** A ticket is believed for its signature; that its place is taken is told on. Errors: waiting-room-ticket-invalid. */
  const read = (room: Room, userId: string, ticket: string): Promised => {
    const promised = tickets.read(ticket, userId, room.activityId);
    if (promised.at > now()) line.note(room, promised.place);
    return promised;
  };
  const ticketFor = (room: Room, userId: string, place: Place): Ticket => {
    const at = admittedAt(room, place.turn);
    const ticket = tickets.issue(userId, room.activityId, { place, at });
    return { ticket, admittedAt: new Date(at), ...standingAt(room, place, now()) };
  };
  /** The place of somebody who is in line. Also of who shows a ticket while Redis is away. */
  const placeOf = async (room: Room, userId: string, ticket: string | undefined): Promise<Place | undefined> => {
    if (ticket === undefined) return line.find(room, userId);

    const { place } = read(room, userId, ticket);
    await line.restore(room, userId, place).catch(() => undefined);
    return place;
  };
  const check = (room: Room, userId: string, ticket: string | undefined) => {
    if (ticket === undefined) throw new DomainError('waiting-room-ticket-required');

    const retryAfterMs = read(room, userId, ticket).at - now();
    if (retryAfterMs > 0) throw new DomainError('not-your-turn', undefined, { retryAfterMs });
  };
  const findAndCheck = async (subject: Subject, userId: string, ticket: string | undefined) => {
    const room = await rooms.find(subject);
    if (room) check(room, userId, ticket);
  };

  return {
    challenge: async (userId, activityId) => {
      await roomOf(activityId);
      return challenge.issue(userId, activityId);
    },
    enter: async (userId, activityId, { ticket, answer }) => {
      const room = await roomOf(activityId);
      const solved = ticket === undefined && (await challenge.verify(userId, activityId, answer ?? ''));
      const place = solved ? await line.enter(room, userId) : await placeOf(room, userId, ticket);
      if (!place) throw new DomainError(answer === undefined ? 'challenge-required' : 'challenge-failed');
      return ticketFor(room, userId, place);
    },
    standing: async (userId, activityId, ticket) => {
      const room = await roomOf(activityId);
      const place = await placeOf(room, userId, ticket);
      if (!place) throw new DomainError('waiting-room-ticket-required');
      return () => standingAt(room, place, now());
    },
    admit: (wish, ticket) => {
      const room = rooms.peek(wish);
      if (room === null) return undefined;

      return findAndCheck(wish, wish.userId ?? '', ticket);
    },
    warm: (activityId) => rooms.find({ activityId }),
  };
}
