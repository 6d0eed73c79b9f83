import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@social/contracts/errors';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { type Answer, type AskLine, DRAWS, type Given, type Person, type Room } from './line-script.ts';
import { admittedAt, type Place } from './turns.ts';

export type Line = {
  /** Puts somebody in line who is not in it yet; answers when the second in which they came is drawn. */
  enter: (room: Room, userId: string) => Promise<Place>;
  /** The place of somebody who is in line, when it is drawn; undefined when they are not. */
  find: (room: Room, userId: string) => Promise<Place | undefined>;
  /** Puts the place of a ticket back, in case Redis has lost it. */
  restore: (room: Room, userId: string, place: Place) => Promise<void>;
  /** A place that was given out: nobody else gets it from here on, whatever Redis has lost. */
  note: (room: Room, place: Place) => void;
  close: () => void;
};

/** What has been given out in a room, as far as this gateway knows. */
type Mark = Given & { room: Room };
type Question = Person & { room: Room };

const NOTHING: Given = { turns: 0, positions: 0 };

/** How often Redis is told what is given out; well within CALM_MS. */
const REMIND_MS = 1000;
const MOST_ROOMS = 10_000;
/** Most people in one call: each holds Redis up for about 15 µs. And most that wait for a draw at one gateway. */
const BATCH = 64;
const MOST_WAITING = 100_000;
/** A draw is asked for this long after its second, so that one asking is enough. */
const AFTER_MS = 5;

const unavailable = () => new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });

type Options = { askRedis: AskLine; clock: Clock; log: Logger };

/**
 * The lines of all rooms, in Redis, shared by every gateway. What has been given out is remembered here as well, as long
 * as somebody may be waiting, and told to Redis each second: after a flush it goes on behind the tickets that are out.
 * Errors: service-unavailable while Redis is away or too many wait.
 */
export function openLine({ askRedis, clock, log }: Options): Line {
  const marks = new Map<string, Mark>();
  let waiting = 0;

  const mark = (room: Room, { turns, positions }: Given) => {
    const known = marks.get(room.activityId);
    if (!known && marks.size >= MOST_ROOMS) marks.delete(marks.keys().next().value ?? '');
    marks.set(room.activityId, {
      room,
      turns: Math.max(turns, known?.turns ?? 0),
      positions: Math.max(positions, known?.positions ?? 0),
    });
  };

  const ask = async (room: Room, people: Person[]): Promise<Answer[]> => {
    const { given, answers } = await askRedis(room, marks.get(room.activityId) ?? NOTHING, people).catch((error) => {
      log.warn({ err: error, activityId: room.activityId }, 'redis does not answer for a waiting room');
      throw unavailable();
    });
    mark(room, given);
    return answers;
  };
  const questions = groupCommit<Question, Answer>(
    async (batch) => {
      const rooms = Map.groupBy(batch, ({ room }) => room.activityId);
      const answered = await Promise.all(
        [...rooms.values()].map(async (group) => {
          const room = group[0]?.room;
          const answers = room ? await ask(room, group) : [];
          return group.map((question, index) => [question, answers[index] ?? unavailable()] as const);
        }),
      );
      const answers = new Map(answered.flat());
      return batch.map((question) => answers.get(question) ?? unavailable());
    },
    { maxBatch: BATCH, maxQueue: MOST_WAITING },
  );

  /** Asks until the second is drawn. Each asking brings a draw, which counts when Redis has lost the one before. */
  const settled = async (question: Question): Promise<Place | undefined> => {
    for (;;) {
      const answer = await questions.add(question);
      if (answer.kind === 'placed') return answer.place;
      if (answer.kind === 'unknown') return undefined;
      await sleep(answer.waitMs + AFTER_MS);
    }
  };
  const bounded = async (question: Question): Promise<Place | undefined> => {
    if (waiting >= MOST_WAITING) throw unavailable();

    waiting++;
    return settled(question).finally(() => {
      waiting--;
    });
  };

  const remind = async () => {
    const now = clock.now().getTime();
    for (const [id, { room, turns }] of marks) {
      if (turns === 0 || admittedAt(room, turns - 1) <= now) marks.delete(id);
    }
    await Promise.all([...marks.values()].map(({ room }) => ask(room, [])));
  };
  const reminders = setInterval(() => {
    // It is in the log by then, and tried again in a second.
    remind().catch(() => {});
  }, REMIND_MS).unref();

  return {
    enter: async (room, userId) => {
      const place = await bounded({ room, userId, draw: randomInt(DRAWS) });
      if (!place) throw unavailable();
      return place;
    },
    find: (room, userId) => bounded({ room, userId }),
    restore: async (room, userId, place) => {
      await questions.add({ room, userId, place });
    },
    note: (room, { turn, position }) => mark(room, { turns: turn + 1, positions: position }),
    close: () => clearInterval(reminders),
  };
}
