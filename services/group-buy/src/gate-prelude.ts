/**
 * How every script of the gate begins: it answers 'rebuilding' unless the epoch (ARGV[1]) counts, and has the words in
 * which all of them speak of keys, seats, units and those who wait.
 */
export const PRELUDE = `
local base, epoch, ttl, isHome = KEYS[1], ARGV[1], ARGV[2], ARGV[3] == '1'
if redis.call('GET', base .. ':epoch') ~= epoch then return 'rebuilding' end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local at = base .. ':' .. string.match(epoch, '[^.]*$')
local A, L, Z = at .. ':a', at .. ':l', at .. ':z'
local SEAT, HOLDING, HELD, LEASE = '>I2I4', '>c16c6c4I2I4', 32, '>I4c16'
local OFFER, COME_BACK, WAIT_FOR_GROUPS = 4000, 2000, 1000
local function number(key, field) return tonumber(redis.call('HGET', key, field) or '0') end
local function keep(key) redis.call('PEXPIRE', key, ttl) end
local function isOver(expiry) return expiry > 0 and expiry * 1000 <= now end
local function hex(bytes) return (string.gsub(bytes, '.', function(c) return string.format('%02x', string.byte(c)) end)) end
local channel = string.match(base, '^(.*){') .. 'freed'
local function freed(group)
  local h = hex(group)
  local parts = { string.sub(h, 1, 8), string.sub(h, 9, 12), string.sub(h, 13, 16), string.sub(h, 17, 20), string.sub(h, 21) }
  redis.call('PUBLISH', channel, 'grp_' .. table.concat(parts, '-'))
end
-- Those who were told to wait come first to what is freed. Answers when to come again; 0 when enough wait already.
local function wait(key, user, most)
  if redis.call('ZCARD', key .. ':w') >= most and not redis.call('ZSCORE', key .. ':w', user) then return 0 end
  redis.call('ZADD', key .. ':w', now, user)
  keep(key .. ':w')
  redis.call('HSET', key, 'w', 1)
  return now + COME_BACK
end
local function offer(key) if redis.call('HEXISTS', key, 'w') == 1 then redis.call('HSET', key, 'f', now + OFFER) end end
local function offeredToOthers(key, till, user)
  till = tonumber(till or '0')
  if till <= now or redis.call('ZSCORE', key .. ':w', user) then return 0 end
  return redis.call('EXISTS', key .. ':w') == 1 and till or 0
end
-- Units that a group has of the activity's; by how much it has more or fewer now.
local function leased(group, more)
  local lease = redis.call('HGET', L, group)
  if not lease then return end
  local units, opener = struct.unpack(LEASE, lease)
  redis.call('HSET', L, group, struct.pack(LEASE, math.max(0, units + more), opener))
end
local function vacate(G, group, user, quantity)
  redis.call('HDEL', G, user)
  redis.call('HINCRBY', G, 'n', -1)
  if quantity > 1 and isHome then
    redis.call('HINCRBY', A, 'left', quantity - 1)
    leased(group, 1 - quantity)
  end
end
local function drop(G, group, user, quantity)
  vacate(G, group, user, quantity)
  offer(G)
end
-- Drops the holds that have lapsed. Answers when the next one will, in ms; 0 when all is paid.
local function purge(G, group)
  local soonest = 0
  local all = redis.call('HGETALL', G)
  for i = 1, #all, 2 do
    if #all[i] == 16 then
      local quantity, expiry = struct.unpack(SEAT, all[i + 1])
      if isOver(expiry) then drop(G, group, all[i], quantity)
      elseif expiry > 0 and (soonest == 0 or expiry < soonest) then soonest = expiry end
    end
  end
  return soonest * 1000
end
`;
