import { redisScript } from '@social/runtime/redis';
import { PRELUDE } from './gate-prelude.ts';

/*
 * What the gate does, as one Redis script for many people; seats.ts tells the keys, the words and the answers.
 *
 * KEYS[1] is the base of one part of an activity's keys. ARGV: the epoch, the keys' time to live in ms, '1' if this part
 * keeps the activity's units, then the asks, 73 bytes each:
 *   op, which parts of it to do here, group, user, order, request (4 bytes), quantity, expiry (s), limit, size, due (ms),
 *   whether the hold was found in another part
 * Answers one reply an ask, in order: 1, or a list that begins with a word.
 */
export const ASK_BYTES = 73;

/** The parts of an op: what it does to a person's holdings, to the seats of a group, to the activity's units. */
export const PARTS = { user: 1, group: 2, home: 4 } as const;

/** The letter of each op. */
export const OPS = {
  open: 'o',
  join: 'j',
  undo: 'u',
  settle: 'c',
  pay: 'p',
  paid: 'd',
  release: 'r',
  find: 'f',
  forget: 'x',
} as const;
export type GateOp = keyof typeof OPS;

export const gateScript = redisScript(`${PRELUDE}
local NO_REQUEST, ANY = string.rep('\\0', 4), 65535
local buckets = tonumber(redis.call('HGET', A, 'b') or '1')
local function bucketOf(user)
  local a, b, c = string.byte(user, 14, 16)
  return at .. ':u:' .. (a * 65536 + b * 256 + c) % buckets
end

-- A person's holdings that count; the one of this order or in this group is taken out.
local function without(ask, isIt)
  local bucket = bucketOf(ask.user)
  local value = redis.call('HGET', bucket, ask.user)
  local kept, found = '', nil
  for i = 1, #(value or ''), HELD do
    local order, tail, _, quantity, expiry = struct.unpack(HOLDING, value, i)
    if isIt(order, tail, expiry) then found = { order = order, quantity = quantity, expiry = expiry }
    else kept = kept .. string.sub(value, i, i + HELD - 1) end
  end
  return bucket, kept, found
end
local function write(bucket, user, value)
  if value == '' then redis.call('HDEL', bucket, user)
  elseif redis.call('HSET', bucket, user, value) == 1 and redis.call('HLEN', bucket) == 1 then keep(bucket) end
end
local function holding(ask, expiry, request)
  return struct.pack(HOLDING, ask.order, ask.tail, request, ask.quantity, expiry)
end

-- Takes what a person may have of the activity, or answers what they have already.
local function reserve(ask)
  local bucket = bucketOf(ask.user)
  local value = redis.call('HGET', bucket, ask.user)
  local kept, units = '', 0
  for i = 1, #(value or ''), HELD do
    local order, tail, request, quantity, expiry = struct.unpack(HOLDING, value, i)
    if order == ask.order and expiry == 0 then return { 'joined' } end
    if not isOver(expiry) and order ~= ask.order then
      local here = tail == ask.tail
      -- Who opened a group has an order of the group's own number.
      local asked = here or (ask.op == 'o' and tail == string.sub(order, 11))
      if asked and expiry > 0 and request == ask.request and request ~= NO_REQUEST then
        return { 'repeated', hex(order), expiry }
      end
      if here then
        if expiry == 0 then return { 'joined' } end
        return { 'holding', hex(order) }
      end
      units = units + quantity
      kept = kept .. string.sub(value, i, i + HELD - 1)
    end
  end
  if units + ask.quantity > ask.limit then return { 'purchase-limit' } end
  write(bucket, ask.user, kept .. holding(ask, ask.expiry, ask.request))
end
local function unreserve(ask)
  local bucket, kept, found = without(ask, function(order) return order == ask.order end)
  if found then write(bucket, ask.user, kept) end
end

-- The units of a new group: one a seat, and what its opener takes beyond a seat.
local function lease(ask)
  if redis.call('HEXISTS', L, ask.group) == 1 then return end
  local need = ask.size + ask.quantity - 1
  local facts = redis.call('HMGET', A, 'left', 'f', 'w')
  if tonumber(facts[1] or '0') < need then return { 'sold-out', wait(A, ask.user, WAIT_FOR_GROUPS) } end
  local offered = offeredToOthers(A, facts[2], ask.user)
  if offered > 0 then return { 'sold-out', offered } end
  redis.call('HINCRBY', A, 'left', -need)
  if facts[3] then redis.call('ZREM', A .. ':w', ask.user) end
  redis.call('HSET', L, ask.group, struct.pack(LEASE, need, ask.user))
  redis.call('ZADD', Z, now, ask.group)
  keep(L) keep(Z)
end
local function unlease(ask)
  local value = redis.call('HGET', L, ask.group)
  if not value then return end
  redis.call('HINCRBY', A, 'left', (struct.unpack(LEASE, value)))
  redis.call('HDEL', L, ask.group)
  redis.call('ZREM', Z, ask.group)
end
-- The units of an order beyond the one that its seat has.
local function more(ask)
  if ask.quantity == 1 then return end
  if number(A, 'left') < ask.quantity - 1 then return { 'out-of-stock' } end
  redis.call('HINCRBY', A, 'left', 1 - ask.quantity)
  leased(ask.group, ask.quantity - 1)
end
local function less(ask)
  if ask.quantity == 1 then return end
  redis.call('HINCRBY', A, 'left', ask.quantity - 1)
  leased(ask.group, 1 - ask.quantity)
end

local function sit(G, ask, expiry) redis.call('HSET', G, ask.user, struct.pack(SEAT, ask.quantity, expiry)) end
local function take(ask)
  local G = at .. ':g:' .. ask.group
  local facts = redis.call('HMGET', G, 's', 'd', 'n', 'f', 'w', ask.user)
  if not facts[1] then return { 'closed' } end
  if tonumber(facts[2]) <= now then return { 'expired' } end
  if facts[6] then
    local quantity, expiry = struct.unpack(SEAT, facts[6])
    if expiry == 0 then return { 'joined' } end
    -- Nobody's but this person's, who has no other order here: a hold that was left behind, or this very one.
    vacate(G, ask.group, ask.user, quantity)
    facts[3] = facts[3] - 1
  end
  local size, soonest = tonumber(facts[1]), 0
  if tonumber(facts[3]) >= size then
    soonest = purge(G, ask.group)
    local again = redis.call('HMGET', G, 'n', 'f')
    if tonumber(again[1]) >= size then
      return { 'full', soonest, soonest == 0 and 0 or ask.limit == ANY and 0 or wait(G, ask.user, 2 * size) }
    end
    facts[4] = again[2]
  end
  if facts[4] and ask.limit ~= ANY then
    local offered = offeredToOthers(G, facts[4], ask.user)
    if offered > 0 then return { 'full', offered, offered } end
  end
  redis.call('HINCRBY', G, 'n', 1)
  sit(G, ask, ask.expiry)
  if facts[5] then redis.call('ZREM', G .. ':w', ask.user) end
end
local function create(ask)
  local G = at .. ':g:' .. ask.group
  if redis.call('EXISTS', G) == 1 then return take(ask) end
  redis.call('HSET', G, 's', ask.size, 'd', ask.due, 'n', 1, ask.user, struct.pack(SEAT, ask.quantity, ask.expiry))
  keep(G)
end

local ops = {}
function ops.o(ask)
  local no = ask.onUser and reserve(ask)
  if no then return no end
  no = (ask.onHome and lease(ask)) or (ask.onGroup and create(ask))
  if no and ask.onUser then unreserve(ask) end
  return no or 1
end
function ops.j(ask)
  local no = ask.onUser and reserve(ask)
  if no then return no end
  no = ask.onHome and more(ask)
  if not no then
    no = ask.onGroup and take(ask)
    if no and ask.onHome then less(ask) end
  end
  if no and ask.onUser then unreserve(ask) end
  return no or 1
end
-- What was done elsewhere for an op that was refused here.
function ops.u(ask)
  if ask.onUser then unreserve(ask) end
  if ask.onHome and ask.size > 0 then unlease(ask) elseif ask.onHome then less(ask) end
  return 1
end
-- The group's document is written: its lease is nobody's to take away.
function ops.c(ask)
  redis.call('ZREM', Z, ask.group)
  return 1
end
-- A seat for good: the hold of its payer, or ('d', its document says so) any.
local function pay(ask, isDecided)
  local forced = false
  if ask.onGroup then
    local G = at .. ':g:' .. ask.group
    local facts = redis.call('HMGET', G, 's', ask.user)
    if not facts[1] then return { 'closed' } end
    if facts[2] then
      local _, expiry = struct.unpack(SEAT, facts[2])
      if expiry == 0 then return { 'joined' } end
    elseif not isDecided then
      return { 'no-seat' }
    else
      redis.call('HINCRBY', G, 'n', 1)
      forced = true
    end
    sit(G, ask, 0)
    redis.call('HINCRBY', A, 'sold', ask.quantity)
  end
  if ask.onUser then
    local bucket, kept = without(ask, function(order, tail) return order == ask.order or tail == ask.tail end)
    write(bucket, ask.user, kept .. holding(ask, 0, NO_REQUEST))
  end
  if forced and ask.onHome and ask.quantity > 1 then
    redis.call('HINCRBY', A, 'left', 1 - ask.quantity)
    leased(ask.group, ask.quantity - 1)
  end
  return { 'joined' }
end
function ops.p(ask) return pay(ask, false) end
function ops.d(ask) return pay(ask, true) end
-- Frees a hold of this order. Answers how many seats are taken still.
function ops.r(ask)
  if ask.onUser then
    local bucket, kept, found = without(ask, function(order, _, expiry) return order == ask.order and expiry > 0 end)
    if found then write(bucket, ask.user, kept) end
    ask.isHeld = found ~= nil
    if not ask.onGroup then return { ask.isHeld and 'held' or 'not-held' } end
  end
  local G = at .. ':g:' .. ask.group
  if redis.call('EXISTS', G) == 0 then return { 'closed' } end
  local seat = ask.isHeld and redis.call('HGET', G, ask.user)
  if seat then
    local quantity, expiry = struct.unpack(SEAT, seat)
    if expiry > 0 then
      drop(G, ask.group, ask.user, quantity)
      freed(ask.group)
    end
  end
  purge(G, ask.group)
  return { 'taken', number(G, 'n') }
end
-- The order that holds or has paid a seat.
function ops.f(ask)
  local _, _, found = without(ask, function(_, tail, expiry) return tail == ask.tail and not isOver(expiry) end)
  if not found then return { 'nothing' } end
  return { 'found', hex(found.order), found.expiry == 0 and 1 or 0 }
end
-- A group failed: its members may buy again.
function ops.x(ask)
  local bucket, kept, found = without(ask, function(_, tail) return tail == ask.tail end)
  if found then write(bucket, ask.user, kept) end
  return 1
end

local answers, asks = {}, ARGV[4]
for i = 1, #asks, ${ASK_BYTES} do
  local op, parts, group, user, order, request, quantity, expiry, limit, size, due, held =
    struct.unpack('>c1Bc16c16c16c4I2I4I2I2dB', asks, i)
  answers[#answers + 1] = ops[op]({
    op = op, group = group, tail = string.sub(group, 11), user = user, order = order, request = request,
    quantity = quantity, expiry = expiry, limit = limit, size = size, due = due, isHeld = held == 1,
    onUser = parts % 2 == 1, onGroup = math.floor(parts / 2) % 2 == 1, onHome = parts >= 4,
  })
end
return answers
`);
