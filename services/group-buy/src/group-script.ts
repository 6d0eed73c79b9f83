import { redisScript } from '@social/runtime/redis';
import { PRELUDE } from './gate-prelude.ts';

/* What the gate does to a whole group or activity, and tells of them; keys and the first ARGV as in gate-script.ts. */

/* Takes a group's seats away; `empty` only if nobody has one. ARGV[4] is the group, ARGV[5] the mode. */
export const closeGroupScript = redisScript(`${PRELUDE}
local group, mode = ARGV[4], ARGV[5]
local G = at .. ':g:' .. group
if redis.call('EXISTS', G) == 0 then return { 'closed' } end
if mode == 'empty' then
  purge(G, group)
  if number(G, 'n') > 0 then return { 'taken', number(G, 'n') } end
end
if mode ~= 'succeeded' then
  local all, unsold = redis.call('HGETALL', G), 0
  for i = 1, #all, 2 do
    if #all[i] == 16 then
      local quantity, expiry = struct.unpack(SEAT, all[i + 1])
      if expiry == 0 then unsold = unsold + quantity end
    end
  end
  if unsold > 0 then redis.call('HINCRBY', A, 'sold', -unsold) end
end
redis.call('DEL', G, G .. ':w')
freed(group)
return { 'closed' }
`);

/* Gives the units back that a closed group did not sell, once. ARGV[4] is the group, ARGV[5] what it sold; -1: it failed. */
export const giveBackScript = redisScript(`${PRELUDE}
local group, sold = ARGV[4], tonumber(ARGV[5])
local lease = redis.call('HGET', L, group)
redis.call('ZREM', Z, group)
if not lease then return { 'closed' } end
local units, opener = struct.unpack(LEASE, lease)
local back = sold < 0 and units or math.max(0, units - sold)
if sold < 0 then redis.call('HDEL', L, group)
elseif units > 0 then redis.call('HSET', L, group, struct.pack(LEASE, 0, opener))
else back = 0 end
if back > 0 then
  redis.call('HINCRBY', A, 'left', back)
  offer(A)
  redis.call('PUBLISH', channel, string.match(base, '{(.*)/'))
end
return { 'closed' }
`);

/* What nobody can have just now: see Verdict. ARGV[4] is the size of a group, ARGV[5] the group, or absent.
   Answers {'full', soonest, users}, {'sold-out', 0, users}, or {'free'}. */
export const verdictScript = redisScript(`${PRELUDE}
local size, group, users = tonumber(ARGV[4]), ARGV[5], {}
if not group then
  if number(A, 'left') >= size then return { 'free' } end
  for _, lease in ipairs(redis.call('HVALS', L)) do users[#users + 1] = hex(string.sub(lease, 5)) end
  return { 'sold-out', 0, users }
end
local G = at .. ':g:' .. group
if redis.call('EXISTS', G) == 0 then return { 'free' } end
local soonest = purge(G, group)
if number(G, 'n') < number(G, 's') then return { 'free' } end
for _, field in ipairs(redis.call('HKEYS', G)) do if #field == 16 then users[#users + 1] = hex(field) end end
return { 'full', soonest, users }
`);

/* Groups whose lease is older than ARGV[4] (ms) and whose document was never said to be written. */
export const unsettledScript = redisScript(`${PRELUDE}
local groups = redis.call('ZRANGEBYSCORE', Z, 0, ARGV[4])
for i, group in ipairs(groups) do groups[i] = hex(group) end
return { 'unsettled', groups }
`);

/* Units that no group has leased, and units in paid seats of one slot's groups. */
export const countsScript = redisScript(`${PRELUDE}
return { 'counts', number(A, 'left'), number(A, 'sold') }
`);
