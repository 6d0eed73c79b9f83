import { redisScript } from '@social/runtime/redis';

/** What one person asks of the gate; see seats.ts for the keys and the answers. */
export type GateOp = 'open' | 'join' | 'confirm' | 'pay' | 'paid' | 'release';

/* KEYS: epoch, lease, activity, leases, … ARGV: epoch, ttl in ms, … */
const PRELUDE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('EXISTS', KEYS[2]) == 1 then return 'rebuilding' end
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local A, L, ttl = KEYS[3], KEYS[4], ARGV[2]
local G, U
local OFFER, COME_BACK, WAIT_FOR_GROUPS = 4000, 2000, 1000
local function split(value)
  local q, exp, order, request = string.match(value, '^(%d+):(%d+):?([^:]*):?(.*)$')
  return tonumber(q), tonumber(exp), order, request
end
local function number(key, field) return tonumber(redis.call('HGET', key, field) or '0') end
local function keep(key) redis.call('PEXPIRE', key, ttl) end
local function freed(group) redis.call('PUBLISH', string.match(KEYS[1], '^(.*){') .. 'freed', group) end
-- Those who were told to wait come first to what is freed. Answers when to come again; 0 when enough wait already.
local function wait(key, user, most)
  if redis.call('ZCARD', key) >= most and not redis.call('ZSCORE', key, user) then return 0 end
  redis.call('ZADD', key, now, user)
  keep(key)
  return now + COME_BACK
end
local function offer(key) if redis.call('EXISTS', key .. ':w') == 1 then redis.call('HSET', key, 'f', now + OFFER) end end
local function offeredToOthers(key, user)
  local till, waiting = tonumber(redis.call('HGET', key, 'f') or '0'), key .. ':w'
  if till <= now or redis.call('EXISTS', waiting) == 0 or redis.call('ZSCORE', waiting, user) then return 0 end
  return till
end
local function drop(user, q)
  redis.call('HDEL', G, user)
  redis.call('HINCRBY', G, 'n', -1)
  if q > 1 then redis.call('HINCRBY', A, 'left', q - 1) end
  offer(G)
end
local function purge()
  local soonest = 0
  local all = redis.call('HGETALL', G)
  for i = 1, #all, 2 do
    local q, exp = split(all[i + 1])
    if q and exp > 0 then
      if exp <= now then drop(all[i], q) elseif soonest == 0 or exp < soonest then soonest = exp end
    end
  end
  return soonest
end
`;

/* Many people in one call. KEYS from the fifth: group, user, a person. ARGV from the third: how many, then for each
   op, group, user, order, request, quantity, holdMs, limit, size, due. One answer a person, in order. */
export const gateScript = redisScript(`${PRELUDE}
local function take(ask)
  local exp = now + ask.hold
  redis.call('HSET', G, ask.user, ask.quantity .. ':' .. exp)
  redis.call('HSET', U, ask.group, ask.quantity .. ':' .. exp .. ':' .. ask.order .. ':' .. ask.request)
  redis.call('HINCRBY', G, 'n', 1)
  redis.call('ZREM', G .. ':w', ask.user)
  keep(G) keep(U)
  return {'held', exp, ask.group, ask.order}
end

local function full(ask, soonest)
  if soonest == 0 then return {'full', 0, 0} end
  return {'full', soonest, wait(G .. ':w', ask.user, 2 * ask.seats)}
end

-- What the person has already: the hold of this very request, a seat in this group, or as much as they may buy.
local function already(ask)
  local mine = 0
  local entries = redis.call('HGETALL', U)
  for i = 1, #entries, 2 do
    local q, exp, order, request = split(entries[i + 1])
    if exp > 0 and exp <= now then
      redis.call('HDEL', U, entries[i])
    else
      if exp > 0 and ask.request ~= '' and request == ask.request then return {'held', exp, entries[i], order} end
      if entries[i] == ask.group then
        if exp == 0 then return {'joined'} end
        return {'holding', order}
      end
      mine = mine + q
    end
  end
  if mine + ask.quantity > ask.limit then return {'purchase-limit'} end
end

local ops = {}

function ops.open(ask)
  local answer = already(ask)
  if answer then return answer end
  local need = ask.size + ask.quantity - 1
  if number(A, 'left') < need then return {'sold-out', wait(A .. ':w', ask.user, WAIT_FOR_GROUPS)} end
  local offered = offeredToOthers(A, ask.user)
  if offered > 0 then return {'sold-out', offered} end
  redis.call('HINCRBY', A, 'left', -need)
  redis.call('ZREM', A .. ':w', ask.user)
  redis.call('SADD', A .. ':h', ask.user)
  keep(A .. ':h')
  redis.call('HSET', G, 's', ask.size, 'd', ask.due, 'n', 0)
  redis.call('ZADD', L, now, ask.group)
  keep(L)
  return take(ask)
end

function ops.join(ask)
  local answer = already(ask)
  if answer then return answer end
  local facts = redis.call('HMGET', G, 's', 'd', ask.user)
  if not facts[1] then return {'closed'} end
  if tonumber(facts[2]) <= now then return {'expired'} end
  if facts[3] then
    local q, exp = split(facts[3])
    if exp == 0 then return {'joined'} end
    drop(ask.user, q)
  end
  local size, soonest = tonumber(facts[1]), 0
  ask.seats = size
  if number(G, 'n') >= size then soonest = purge() end
  if number(G, 'n') >= size then return full(ask, soonest) end
  local offered = offeredToOthers(G, ask.user)
  if offered > 0 then return {'full', offered, offered} end
  if ask.quantity > 1 then
    if number(A, 'left') < ask.quantity - 1 then return {'out-of-stock'} end
    redis.call('HINCRBY', A, 'left', 1 - ask.quantity)
  end
  return take(ask)
end

-- Whether the hold stands in this epoch; confirms the group's lease.
function ops.confirm(ask)
  redis.call('ZREM', L, ask.group)
  local mine = redis.call('HGET', U, ask.group)
  if not mine then return {'closed'} end
  local _, exp, order = split(mine)
  if order ~= ask.order then return {'closed'} end
  return {'held', exp, ask.group, order}
end

local function pay(ask, decided)
  local facts = redis.call('HMGET', G, 's', ask.user)
  if not facts[1] then return {'closed'} end
  local q, exp
  if facts[2] then q, exp = split(facts[2]) end
  if exp == 0 then return {'joined'} end
  if not q then
    if not decided then
      if number(G, 'n') >= tonumber(facts[1]) then
        local soonest = purge()
        if number(G, 'n') >= tonumber(facts[1]) then return {'full', soonest, 0} end
      end
      if number(A, 'left') < ask.quantity - 1 then return {'out-of-stock'} end
    end
    redis.call('HINCRBY', G, 'n', 1)
    q = 1
  end
  redis.call('HINCRBY', A, 'left', q - ask.quantity)
  redis.call('HSET', G, ask.user, ask.quantity .. ':0')
  redis.call('HSET', U, ask.group, ask.quantity .. ':0:' .. ask.order .. ':')
  redis.call('HINCRBY', A, 'sold', ask.quantity)
  keep(G) keep(U)
  return {'joined'}
end
function ops.pay(ask) return pay(ask, false) end
function ops.paid(ask) return pay(ask, true) end

-- Answers how many seats are taken still.
function ops.release(ask)
  local mine = redis.call('HGET', U, ask.group)
  local value = redis.call('HGET', G, ask.user)
  if mine and value then
    local _, _, order = split(mine)
    local q, exp = split(value)
    if exp > 0 and order == ask.order then
      drop(ask.user, q)
      redis.call('HDEL', U, ask.group)
      freed(ask.group)
    end
  end
  if redis.call('EXISTS', G) == 0 then return {'closed'} end
  purge()
  return {'taken', number(G, 'n')}
end

local answers = {}
for i = 1, tonumber(ARGV[3]) do
  G, U = KEYS[3 + 2 * i], KEYS[4 + 2 * i]
  local at = 10 * i - 6
  answers[i] = ops[ARGV[at]]({
    group = ARGV[at + 1], user = ARGV[at + 2], order = ARGV[at + 3], request = ARGV[at + 4],
    quantity = tonumber(ARGV[at + 5]), hold = tonumber(ARGV[at + 6]), limit = tonumber(ARGV[at + 7]),
    size = tonumber(ARGV[at + 8]), due = ARGV[at + 9],
  })
end
return answers
`);

/* Takes a group away; a failed one gives back its lease, an empty one only if it is empty. KEYS[5] is the group, those
   after it are its members' own hashes. ARGV[3] is the group's id, ARGV[4] the mode. */
export const closeScript = redisScript(`${PRELUDE.replace("return 'rebuilding'", "return {'rebuilding'}")}
G = KEYS[5]
local group, mode = ARGV[3], ARGV[4]
local size = redis.call('HGET', G, 's')
if not size then return {'closed'} end
if mode == 'empty' then
  purge()
  if number(G, 'n') > 0 then return {'taken', number(G, 'n')} end
end
if mode ~= 'succeeded' then
  local back, unsold = tonumber(size), 0
  local all = redis.call('HGETALL', G)
  for i = 1, #all, 2 do
    local q, exp = split(all[i + 1])
    if q then
      back = back + q - 1
      if exp == 0 then unsold = unsold + q end
    end
  end
  redis.call('HINCRBY', A, 'left', back)
  redis.call('HINCRBY', A, 'sold', 0 - unsold)
  for i = 6, #KEYS do redis.call('HDEL', KEYS[i], group) end
end
redis.call('DEL', G, G .. ':w')
redis.call('ZREM', L, group)
freed(group)
if mode ~= 'succeeded' then
  offer(A)
  freed(string.match(KEYS[1], '{(.*)}'))
end
return {'closed'}
`);

/* What nobody can have just now, for gateways to tell without asking again: who has a seat in a full group, or who opened
   the groups of a sold-out activity. KEYS[5] is the group, or absent. ARGV[3] is the size of a group.
   Answers {'full', soonest, names}, {'sold-out', 0, names}, or {'free'}. */
export const verdictScript = redisScript(`${PRELUDE.replace("return 'rebuilding'", "return {'rebuilding'}")}
if not KEYS[5] then
  if number(A, 'left') >= tonumber(ARGV[3]) then return {'free'} end
  return {'sold-out', 0, redis.call('SMEMBERS', A .. ':h')}
end
G = KEYS[5]
local size = tonumber(redis.call('HGET', G, 's') or '0')
local soonest = purge()
if size == 0 or number(G, 'n') < size then return {'free'} end
return {'full', soonest, redis.call('HKEYS', G)}
`);
