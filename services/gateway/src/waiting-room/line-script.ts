import { type Redis, redisScript } from '@social/runtime/redis';
import { firstSecond, type Pace, type Place } from './turns.ts';

/** The waiting room of an activity; times in ms. */
export type Room = Pace & { activityId: string; endsAt: number };

/** How many turns and positions have been given out in a room. */
export type Given = { turns: number; positions: number };

/** Somebody who only asks, or brings a draw to stand in line, or shows the place of a ticket. */
export type Person = { userId: string; draw?: number; place?: Place };

export type Answer =
  | { kind: 'placed'; place: Place }
  /** In line; the second is drawn so many ms from now. */
  | { kind: 'undrawn'; waitMs: number }
  | { kind: 'unknown' };

/** Asks Redis for many people of one room; `known` is what this gateway knows to be given out. */
export type AskLine = (room: Room, known: Given, people: Person[]) => Promise<{ given: Given; answers: Answer[] }>;

/** Draws lie below this. */
export const DRAWS = 2 ** 29;

/** How long a room that Redis does not know waits before it draws, so that every gateway can tell what is given out. */
export const CALM_MS = 2000;

/** Redis keeps a room this long after its activity's end. */
const KEPT_MS = 3_600_000;

/**
 * Asks or joins one activity's line, for many people in one call; draws the seconds that are over first.
 *
 * Who comes first gets a random draw and stands in the second of Redis's clock; later asking changes nothing. When a
 * second is over its people get the next turns in the order of their draws. Turns of seconds that have passed are not
 * given out, so a room does not run ahead when nobody was there.
 *
 * KEYS line (zset: user → second and draw in one number), room (hash: what was given out, and for each drawn second the
 * first turn and position before it), shown (hash: user → place by a ticket that was shown).
 * ARGV the first second of admission, admitted a second, ms when all this expires, turns and positions that a gateway
 * knows to be given out, ms a room that is new here waits before it draws; then of each person: id, draw (empty: only
 * ask), and turn and position of a ticket they show (empty: none).
 * Returns turns and positions given out, then of each person {turn, position}, {-1, ms until the draw} or {-2, 0}: not in
 * line.
 *
 * A score has 24 bits for the second (97 days before the first of admission to 97 after it) and 29 for the draw.
 * @param time what tells the time, as TIME does
 */
const lineScript = (time: string): string => `
local clock = ${time}
local second = tonumber(clock[1])
local now = second * 1000 + math.floor(tonumber(clock[2]) / 1000)
local first, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local function score(s, draw) return string.format('%.0f', (s - first + 8388608) * 536870912 + draw) end
local function secondOf(score) return math.floor(tonumber(score) / 536870912) - 8388608 + first end
local function place(turn, position) return string.format('%.0f:%.0f', turn, position) end
local function read(text)
  local turn, position = string.match(text, '(%d+):(%d+)')
  return tonumber(turn), tonumber(position)
end

local room = redis.call('HMGET', KEYS[2], 'turns', 'positions', 'drawn', 'calm')
local turns = math.max(tonumber(room[1] or 0), tonumber(ARGV[4]))
local positions = math.max(tonumber(room[2] or 0), tonumber(ARGV[5]))
local drawn = tonumber(room[3] or 0)
local calm = tonumber(room[4] or now + tonumber(ARGV[6]))

for i = 7, #ARGV, 4 do
  if ARGV[i + 2] ~= '' then
    local turn, position = tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
    redis.call('HSET', KEYS[3], ARGV[i], place(turn, position))
    turns = math.max(turns, turn + 1)
    positions = math.max(positions, position)
  end
end

while now >= calm do
  local waiting = redis.call('ZRANGEBYSCORE', KEYS[1], score(drawn, 0), '(' .. score(second, 0), 'WITHSCORES', 'LIMIT', 0, 1)
  if not waiting[2] then break end
  local s = secondOf(waiting[2])
  local people = redis.call('ZCOUNT', KEYS[1], score(s, 0), '(' .. score(s + 1, 0))
  turns = math.max(turns, (second - first) * rate)
  redis.call('HSET', KEYS[2], s, place(turns, positions))
  turns = turns + people
  positions = positions + people
  drawn = s + 1
end

local answers = {turns, positions}
for i = 7, #ARGV, 4 do
  local user = ARGV[i]
  local shown = redis.call('HGET', KEYS[3], user)
  -- A clock that was set back does not let anyone into a second that is drawn.
  if not shown and ARGV[i + 1] ~= '' then
    redis.call('ZADD', KEYS[1], 'NX', score(math.max(second, drawn), tonumber(ARGV[i + 1])), user)
  end
  local own = not shown and redis.call('ZSCORE', KEYS[1], user)
  if shown then
    answers[#answers + 1] = {read(shown)}
  elseif not own then
    answers[#answers + 1] = {-2, 0}
  else
    local s = secondOf(own)
    local before = redis.call('HGET', KEYS[2], s)
    if before then
      local turn, position = read(before)
      local rank = redis.call('ZRANK', KEYS[1], user) - redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. score(s, 0))
      answers[#answers + 1] = {turn + rank, position + rank + 1}
    else
      answers[#answers + 1] = {-1, math.max(calm, (s + 1) * 1000) - now}
    end
  end
end

redis.call('HSET', KEYS[2], 'turns', string.format('%.0f', turns), 'positions', string.format('%.0f', positions),
  'drawn', string.format('%.0f', drawn), 'calm', string.format('%.0f', calm))
for _, key in ipairs(KEYS) do redis.call('PEXPIREAT', key, ARGV[3]) end
return answers
`;

const asText = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

function read([turn, position]: readonly [number, number]): Answer {
  if (turn === -2) return { kind: 'unknown' };
  return turn === -1 ? { kind: 'undrawn', waitMs: position } : { kind: 'placed', place: { turn, position } };
}

/** @param time what tells the time in Lua; tests turn it */
export function lineIn(redis: Redis, namespace: string, time = "redis.call('TIME')"): AskLine {
  const script = redisScript(lineScript(time));

  return async (room, known, people) => {
    const { activityId, admitPerSecond, endsAt } = room;
    const keys = ['line', 'room', 'shown'].map((what) => `${namespace}gateway:{${activityId}}:${what}`);
    const facts = [firstSecond(room), admitPerSecond, endsAt + KEPT_MS, known.turns, known.positions, CALM_MS];
    const asked = people.flatMap(({ userId, draw, place }) => [userId, draw, place?.turn, place?.position]);
    const answer = await script(redis, keys, [...facts, ...asked].map(asText));
    const [turns, positions, ...answers] = answer as [number, number, ...[number, number][]];
    return { given: { turns, positions }, answers: answers.map(read) };
  };
}
