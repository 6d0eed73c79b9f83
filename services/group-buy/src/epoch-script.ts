import { redisScript } from '@social/runtime/redis';

/* How an epoch of the gate begins and ends; KEYS[1] is the base of one part of an activity's keys (seats.ts). */

/* Whether an epoch still counts. */
export const standsScript = redisScript(`
return redis.call('GET', KEYS[1] .. ':epoch') == ARGV[1] and 1 or 0
`);

/* Writes the keys of an epoch that is being built: ARGV[1] the epoch, ARGV[2] the time to live, then key, field, value. */
export const fillScript = redisScript(`
local at = KEYS[1] .. ':' .. string.match(ARGV[1], '[^.]*$') .. ':'
for i = 3, #ARGV, 3 do
  local key = at .. ARGV[i]
  if redis.call('HSET', key, ARGV[i + 1], ARGV[i + 2]) == 1 and redis.call('HLEN', key) == 1 then
    redis.call('PEXPIRE', key, ARGV[2])
  end
end
return 1
`);

/* A rebuild begins: from now on nothing is answered under any epoch. ARGV: the right to it, its time in ms. */
export const closeEpochScript = redisScript(`
redis.call('SET', KEYS[1] .. ':rebuild', ARGV[1], 'PX', ARGV[2])
redis.call('DEL', KEYS[1] .. ':epoch')
return 1
`);

/* The new epoch counts only if no other rebuilder came after. ARGV: the right, the epoch, its time to live. */
export const openEpochScript = redisScript(`
if redis.call('GET', KEYS[1] .. ':rebuild') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1] .. ':epoch', ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[1] .. ':rebuild')
return 1
`);

/* The epoch of a part, and the run id of the server that keeps it. */
export const epochScript = redisScript(`
return { redis.call('GET', KEYS[1] .. ':epoch') or '', string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') }
`);

/* Takes the right to rebuild, for who asks first, or has it from a rebuild that was cut off. ARGV: the right, its time in
   ms, with what all rights of this process begin. */
export const leaseScript = redisScript(`
local key = KEYS[1] .. ':rebuild'
local held = redis.call('GET', key)
if held and string.sub(held, 1, #ARGV[3]) ~= ARGV[3] then return 0 end
redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
return 1
`);

/* Gives it back. ARGV: the right. */
export const unleaseScript = redisScript(`
if redis.call('GET', KEYS[1] .. ':rebuild') == ARGV[1] then redis.call('DEL', KEYS[1] .. ':rebuild') end
return 1
`);
