import { openRedis, type Redis } from '@social/runtime/redis';
import { silentLog, startRedis } from '@social/testkit/servers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALM_MS, DRAWS, type Given, lineIn, type Person, type Room } from '../src/waiting-room/line-script.ts';
import { admittedAt, type Place } from '../src/waiting-room/turns.ts';

/** In the future, because Redis really forgets a room after its end. */
const START = Math.ceil(Date.now() / 1000) + 3600;
const NOTHING: Given = { turns: 0, positions: 0 };
const RUNS = { numRuns: 40 };

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
let rooms = 0;
beforeAll(async () => {
  server = await startRedis();
  redis = await openRedis(server.url, silentLog);
});
afterAll(async () => {
  redis.destroy();
  await server.kill();
});

/** A room that starts at START, and Redis's clock as a test turns it, in seconds. */
function aRoom(admitPerSecond: number) {
  const room: Room = { activityId: `act_${rooms++}`, admitPerSecond, startsAt: START * 1000, endsAt: START * 1000 + 1 };
  const ask = lineIn(redis, 't_', "{redis.call('GET', 'second'), '0'}");
  const at = (second: number, people: Person[], known = NOTHING) =>
    redis.set('second', second).then(() => ask(room, known, people));
  return {
    at,
    /** Places, asked for in a second; undefined of who has none or waits for the draw. */
    placesAt: async (second: number, userIds: string[], known = NOTHING) => {
      const { answers } = await at(
        second,
        userIds.map((userId) => ({ userId })),
        known,
      );
      return answers.map((answer) => (answer.kind === 'placed' ? answer.place : undefined));
    },
    admittedIn: (place: Place | undefined) => admittedAt(room, place?.turn ?? 0) / 1000,
  };
}
const draws = fc.nat({ max: DRAWS - 1 });
const CALM = CALM_MS / 1000;

/** Seconds in which people come, most of them after the start, with the draws of who comes first to whom. */
const crowds = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 8 }), draws: fc.array(draws, { minLength: 1, maxLength: 12 }) }),
  { minLength: 1, maxLength: 8 },
);
type Crowd = { gap: number; draws: number[] }[];
type Arrival = { userId: string; second: number; draw: number };

const arrivalsOf = (crowd: Crowd, from = START - 10): Arrival[] => {
  let second = from;
  return crowd.flatMap(({ gap, draws: drawn }, index) => {
    second += gap;
    return drawn.map((draw, i) => ({ userId: `usr_${index}_${i}`, second, draw }));
  });
};
type Played = Arrival & { place: Place; drawnIn: number };

/** Everyone enters in their second and hears their place in the next, or once the room has become calm. */
async function play(room: ReturnType<typeof aRoom>, arrivals: Arrival[]): Promise<Played[]> {
  const bySecond = [...Map.groupBy(arrivals, ({ second }) => second)];
  const calm = (bySecond[0]?.[0] ?? 0) + CALM;
  const played: Played[] = [];
  for (const [second, people] of bySecond) await room.at(second, people);
  const last = bySecond.at(-1)?.[0] ?? 0;
  const places = await room.placesAt(
    Math.max(last + 1, calm),
    arrivals.map(({ userId }) => userId),
  );
  arrivals.forEach((arrival, index) => {
    const place = places[index];
    const next = bySecond.find(([second]) => second > arrival.second && second >= calm)?.[0];
    if (place) played.push({ ...arrival, place, drawnIn: next ?? Math.max(last + 1, calm) });
  });
  return played;
}

const inOrder = (played: Played[]) => played.toSorted((a, b) => a.place.position - b.place.position);

describe('a line', () => {
  it('gives every position once, and first to who came in an earlier second', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, fc.integer({ min: 1, max: 20 }), async (crowd, rate) => {
        const arrivals = arrivalsOf(crowd);
        const played = inOrder(await play(aRoom(rate), arrivals));
        expect(played.map(({ place }) => place.position)).toEqual(arrivals.map((_, index) => index + 1));
        const expected = arrivals.toSorted((a, b) => a.second - b.second || a.draw - b.draw);
        expect(played.map(({ second, draw }) => [second, draw])).toEqual(
          expected.map(({ second, draw }) => [second, draw]),
        );
      }),
      RUNS,
    );
  });

  it('lets in at most so many a second, nobody before the start or their draw, and turns keep the order', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, fc.integer({ min: 1, max: 20 }), async (crowd, rate) => {
        const room = aRoom(rate);
        const played = inOrder(await play(room, arrivalsOf(crowd)));
        const turns = played.map(({ place }) => place.turn);
        expect(turns).toEqual([...new Set(turns)].toSorted((a, b) => a - b));
        for (const [second, people] of Map.groupBy(played, ({ place }) => room.admittedIn(place))) {
          expect(second).toBeGreaterThanOrEqual(START);
          expect(people.length).toBeLessThanOrEqual(rate);
        }
        for (const one of played) expect(room.admittedIn(one.place)).toBeGreaterThanOrEqual(one.drawnIn);
      }),
      RUNS,
    );
  });

  it('gains nobody anything by asking again, whatever they draw then', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, fc.array(draws, { minLength: 1 }), async (crowd, others) => {
        const room = aRoom(3);
        const played = await play(room, arrivalsOf(crowd));
        const second = Math.max(...played.map(({ drawnIn }) => drawnIn));
        for (const [wait, draw] of others.entries()) {
          await room.at(
            second + wait,
            played.map(({ userId }) => ({ userId, draw })),
          );
        }
        const places = await room.placesAt(
          second + others.length,
          played.map(({ userId }) => userId),
        );
        expect(places).toEqual(played.map(({ place }) => place));
      }),
      RUNS,
    );
  });

  it('does not draw a second before it is over', async () => {
    const room = aRoom(5);
    await room.at(START - 60, [{ userId: 'ann', draw: 1 }]);
    const { answers } = await room.at(START, [{ userId: 'bob', draw: 1 }, { userId: 'cat' }]);
    expect(answers).toEqual([{ kind: 'undrawn', waitMs: 1000 }, { kind: 'unknown' }]);
  });

  it('that is new to Redis is not drawn for two seconds, in which every gateway tells what is given out', async () => {
    const room = aRoom(5);
    const { answers } = await room.at(START, [{ userId: 'ann', draw: 1 }]);
    expect(answers).toEqual([{ kind: 'undrawn', waitMs: CALM_MS }]);
    expect(await room.placesAt(START + 1, ['ann'])).toEqual([undefined]);
    expect(await room.placesAt(START + 2, ['ann'])).toMatchObject([{ position: 1 }]);
  });

  it('gives no turn of a time when nobody was there', async () => {
    const room = aRoom(2);
    const crowd = ['ann', 'bob', 'cat', 'dan', 'eve'];
    await room.at(
      START + 100,
      crowd.map((userId, draw) => ({ userId, draw })),
    );
    const places = await room.placesAt(START + 102, crowd);
    expect(places.map((place) => room.admittedIn(place) - START)).toEqual([102, 102, 103, 103, 104]);
  });

  it('lets nobody into a drawn second when its clock is set back', async () => {
    const room = aRoom(5);
    await room.at(START, [{ userId: 'ann', draw: 500 }]);
    const [before] = await room.placesAt(START + 2, ['ann']);
    await room.at(START, [{ userId: 'bob', draw: 1 }]);
    expect(await room.placesAt(START + 3, ['ann', 'bob'])).toMatchObject([before, { position: 2 }]);
  });
});

describe('a line that Redis has lost', () => {
  it('goes on behind what any gateway knows to be given out', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, crowds, fc.integer({ min: 1, max: 5 }), async (crowd, later, rate) => {
        const room = aRoom(rate);
        const before = await play(room, arrivalsOf(crowd));
        const last = Math.max(...before.map(({ drawnIn }) => drawnIn));
        const { given } = await room.at(last, []);
        await redis.flushAll();

        const arrivals = arrivalsOf(later, last).map((one) => ({ ...one, userId: `new_${one.userId}` }));
        await room.at(arrivals[0]?.second ?? last, []);
        await room.at(arrivals[0]?.second ?? last, [], given);
        const after = await play(room, arrivals);
        const everyone = inOrder([...before, ...after]);
        expect(everyone.map(({ place }) => place.position)).toEqual(everyone.map((_, index) => index + 1));
        expect(new Set(everyone.map(({ place }) => place.turn)).size).toBe(everyone.length);
        const latest = Math.max(...before.map(({ place }) => place.turn));
        expect(Math.min(...after.map(({ place }) => place.turn))).toBeGreaterThan(latest);
      }),
      RUNS,
    );
  });

  it('puts back who shows a ticket, and all others behind', async () => {
    const room = aRoom(5);
    const names = Array.from({ length: 20 }, (_, i) => `usr_${i}`);
    await room.at(
      START,
      names.map((userId, draw) => ({ userId, draw })),
    );
    const places = await room.placesAt(START + 2, names);
    await redis.flushAll();

    const [, last] = [places[0], places[19]];
    await room.at(START + 3, [
      { userId: 'usr_19', place: last },
      { userId: 'usr_0', draw: 0 },
    ]);
    const [shown, other] = await room.placesAt(START + 5, ['usr_19', 'usr_0']);
    expect(shown).toEqual(last);
    expect(other?.position).toBe(21);
    expect(other?.turn).toBeGreaterThan(last?.turn ?? 0);
  });
});
