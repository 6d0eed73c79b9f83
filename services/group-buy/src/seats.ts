import { groupCommit } from '@social/runtime/batcher';
import { idOfHex, UUID_BYTES, writeUuid } from '@social/runtime/ids';
import type { ScriptRedis } from '@social/runtime/redis';
import { standsScript } from './epoch-script.ts';
import { isRebuilding, rebuilding } from './gate-away.ts';
import { ASK_BYTES, type GateOp, gateScript, OPS, PARTS } from './gate-script.ts';
import { closeGroupScript, countsScript, giveBackScript, unsettledScript, verdictScript } from './group-script.ts';

/*
 * The gate before the seats. Redis decides who may try to pay for a seat; the group's document decides who has it.
 * Everything here can be lost at any moment and is rebuilt from documents (rebuild.ts).
 *
 * An activity's keys lie in one slot of Redis or, for a hot one on a cluster, in several (GATE_SLOTS): groups and people
 * are spread over them by their ids; the first slot, its home, keeps the units. `<a>` is the activity and the number of
 * the slot, `<e>` the epoch, so that two rebuilds never share a key. Ids are the 16 bytes of their UUIDs, and people's
 * holdings lie in buckets of about 128, because that takes a quarter of the memory.
 *   groupbuy:{<a>}:epoch           which epoch counts, with the run id of the Redis that it was built in
 *   groupbuy:{<a>}:rebuild         who builds the next one
 *   groupbuy:{<a>}:<e>:a           hash  left: units that no group has leased (home) · sold: units in paid seats of this
 *                                  slot's groups · b: buckets of people
 *   groupbuy:{<a>}:<e>:g:<group>   hash  s: size · d: due, ms · n: seats taken · <user>: quantity, expiry
 *   groupbuy:{<a>}:<e>:u:<bucket>  hash  <user>: one or more of order, end of the group's id, request, quantity, expiry
 *   groupbuy:{<a>}:<e>:l           hash  <group>: units that it has leased, who opened it (home)
 *   groupbuy:{<a>}:<e>:z           zset  groups whose document may not be written yet, by the time of their lease (home)
 *   …:a:w, …:g:<group>:w           zset  who was told to wait, since when; w in the hash says that there is such a list
 * A field f of a hash: until when what was freed is for those who wait. What is freed is told to gateways on the
 * channel groupbuy:freed, by the group's or the activity's id.
 * Expiries are in seconds since 1970; 0 means paid. A group leases one unit a seat when it is opened; an order for more
 * than one unit takes the rest from `left`. Who opens a group has an order with the group's own UUID.
 */

/** Which keys of an activity count now: the value of `epoch` in each of its slots. */
export type Epoch = { activityId: string; slots: readonly string[] };

/** What the keys of one slot of an activity begin with. */
export const slotKeys = (namespace: string, activityId: string, slot: number): string =>
  `${namespace}groupbuy:{${activityId}/${slot}}`;

/** Which of so many slots has a group or a person: by random bits of their ids. */
export const slotOf = (id: string, slots: number): number =>
  slots === 1 ? 0 : Number.parseInt(id.slice(-12, -8), 16) % slots;

/** What a person asks for. */
export type SeatRequest = {
  groupId: string;
  userId: string;
  orderId: string;
  /** The idempotency key's id: the same request finds its own hold again. */
  requestId: string;
  quantity: number;
  holdMs: number;
  limitPerPerson: number;
};

/** What the gate says. Times in milliseconds since 1970. */
export type SeatAnswer =
  /** `repeated`: by an earlier try of the same request, for the order that it names. */
  | { kind: 'held'; orderId: string; repeated: boolean }
  | { kind: 'holding'; orderId: string }
  | { kind: 'joined' }
  /** `freeAt`: when the next hold lapses, 0 if all is paid. `againAt`: when to come again for one who waits, or 0. */
  | { kind: 'full'; freeAt: number; againAt: number }
  | { kind: 'sold-out'; againAt: number }
  | { kind: 'expired' | 'closed' | 'purchase-limit' | 'out-of-stock' | 'no-seat' };

/** What nobody can have just now, unless they have it already: `holders` are who may. `freeAt` as in an answer. */
export type Verdict = { kind: 'full' | 'sold-out'; freeAt: number; holders: string[] } | { kind: 'free' };

/** A seat that is paid for, or given up. */
export type PaidSeat = { groupId: string; userId: string; orderId: string; quantity: number };
export type CloseMode = 'failed' | 'succeeded' | 'empty';
/** A group that ended: who paid in it, and the units in their seats. */
export type ClosedGroup = { groupId: string; memberIds: string[]; units: number };

/** A person whose money is there already: no limit, and nobody comes before them. */
const ANY = 65_535;

type Part = keyof typeof PARTS;
type Ask = {
  op: GateOp;
  groupId: string;
  userId: string;
  orderId: string;
  requestId?: string;
  quantity?: number;
  holdMs?: number;
  limit?: number;
  size?: number;
  dueAt?: Date;
  found?: 'held-elsewhere';
};
type Asked = Ask & { epoch: Epoch; slot: number; parts: number };

export type Seats = ReturnType<typeof openSeats>;

/** A request's fingerprint (FNV-1a), 0 for none: only among one person's own few holdings must it differ. */
function fingerprint(requestId = ''): number {
  if (requestId === '') return 0;

  let mark = 0x811c9dc5;
  for (let at = 0; at < requestId.length; at++) mark = Math.imul(mark ^ requestId.charCodeAt(at), 0x01000193);
  return mark >>> 0 || 1;
}

/** Writes an ask as the script reads it. */
function pack(ask: Asked, into: Buffer, start: number, now: number): void {
  into.write(OPS[ask.op], start, 'latin1');
  into.writeUInt8(ask.parts, start + 1);
  let at = start + 2;
  for (const id of [ask.groupId, ask.userId, ask.orderId]) {
    if (id !== '') writeUuid(id, into, at);
    at += UUID_BYTES;
  }
  into.writeUInt32BE(fingerprint(ask.requestId), at);
  into.writeUInt16BE(ask.quantity ?? 0, at + 4);
  into.writeUInt32BE(ask.holdMs === undefined ? 0 : Math.ceil((now + ask.holdMs) / 1000), at + 6);
  into.writeUInt16BE(Math.min(ask.limit ?? 0, ANY), at + 10);
  into.writeUInt16BE(ask.size ?? 0, at + 12);
  into.writeDoubleBE(ask.dueAt?.getTime() ?? 0, at + 14);
  into.writeUInt8(ask.found ? 1 : 0, at + 22);
}

/**
 * The gate, bound to a Redis. What many people ask at once goes in one script call a slot; each has an answer of their
 * own. Every call refuses an epoch that does not count any more, and one that is being rebuilt: seats-rebuilding.
 */
export function openSeats(redis: ScriptRedis, namespace: string, keysLiveMs: number, maxBatch = 200) {
  const ttl = String(keysLiveMs);
  const head = ({ slots }: Epoch, slot: number) => [slots[slot] ?? '', ttl, slot === 0 ? '1' : '0'];
  const keyOf = ({ activityId }: Epoch, slot: number) => slotKeys(namespace, activityId, slot);

  /** One script call for everything that was asked of one slot; an ask that cannot be written fails alone. */
  const callOnce = async (asked: Asked[], answers: Map<Asked, unknown>): Promise<void> => {
    const asks = Buffer.alloc(asked.length * ASK_BYTES);
    const now = Date.now();
    const sent: Asked[] = [];
    for (const ask of asked) {
      try {
        pack(ask, asks, sent.length * ASK_BYTES, now);
        sent.push(ask);
      } catch (error) {
        answers.set(ask, error);
      }
    }
    const [first] = sent;
    if (!first) return;

    const { epoch, slot } = first;
    const args = [...head(epoch, slot), asks.subarray(0, sent.length * ASK_BYTES)];
    const reply = await gateScript(redis, [keyOf(epoch, slot)], args).catch((error: Error) =>
      isRebuilding(error) ? 'rebuilding' : sent.map(() => error),
    );
    sent.forEach((ask, index) => void answers.set(ask, Array.isArray(reply) ? reply[index] : ['rebuilding']));
  };
  const calls = groupCommit<Asked, unknown>(
    async (batch) => {
      const answers = new Map<Asked, unknown>();
      const bySlot = Map.groupBy(batch, ({ epoch, slot }) => `${slot}/${epoch.slots[slot]}/${epoch.activityId}`);
      await Promise.all([...bySlot.values()].map((one) => callOnce(one, answers)));
      return batch.map((one) => answers.get(one));
    },
    { maxBatch, maxQueue: 20_000 },
  );

  /** However many ask at once, an epoch is looked at once. */
  const standing = groupCommit<{ key: string; value: string }, boolean>(
    async (asked) => {
      const looks = new Map<string, Promise<boolean>>();
      for (const { key, value } of asked) {
        const look = () => standsScript(redis, [key], [value]).then((reply) => reply === 1);
        looks.set(`${key} ${value}`, looks.get(`${key} ${value}`) ?? look());
      }
      return Promise.all(asked.map(async ({ key, value }) => (await looks.get(`${key} ${value}`)) ?? false));
    },
    { maxBatch: 10_000, maxQueue: 20_000 },
  );

  const slotFor = ({ slots }: Epoch, part: Part, ask: Ask): number => {
    if (part === 'home') return 0;
    return slotOf(part === 'user' ? ask.userId : ask.groupId, slots.length);
  };
  /** The parts of an op in their order, those of one slot that follow each other together. */
  const stepsOf = (epoch: Epoch, ask: Ask, parts: readonly Part[]) => {
    const steps: { slot: number; parts: number }[] = [];
    for (const part of parts) {
      const slot = slotFor(epoch, part, ask);
      const last = steps.at(-1);
      if (last?.slot === slot) last.parts |= PARTS[part];
      else steps.push({ slot, parts: PARTS[part] });
    }
    return steps;
  };
  /** Does an op part by part; what was done in one slot is undone when another refuses. */
  const inTurn = async (epoch: Epoch, ask: Ask, parts: readonly Part[]): Promise<unknown> => {
    const steps = stepsOf(epoch, ask, parts);
    let reply: unknown;
    for (const [index, step] of steps.entries()) {
      reply = await calls.add({ ...ask, ...step, epoch });
      if (reply === 1) continue;
      const undo = steps.slice(0, index).map((done) => calls.add({ ...ask, ...done, epoch, op: 'undo' }));
      await Promise.all(undo);
      return reply;
    }
    return reply;
  };

  const wish = (r: SeatRequest): Omit<Ask, 'op'> => ({
    groupId: r.groupId,
    userId: r.userId,
    orderId: r.orderId,
    requestId: r.requestId,
    quantity: r.quantity,
    holdMs: r.holdMs,
    limit: r.limitPerPerson,
  });
  const join = async (epoch: Epoch, request: SeatRequest): Promise<SeatAnswer> => {
    const parts: Part[] = request.quantity > 1 ? ['user', 'home', 'group'] : ['user', 'group'];
    return toAnswer(await inTurn(epoch, { op: 'join', ...wish(request) }, parts), request.orderId);
  };
  /** `group` first: nobody's limit is touched for a seat that is not there. */
  const markPaid = async (epoch: Epoch, seat: PaidSeat, op: 'pay' | 'paid'): Promise<SeatAnswer> => {
    const steps = stepsOf(epoch, { op, ...seat }, op === 'paid' ? ['group', 'user', 'home'] : ['group', 'user']);
    for (const step of steps) {
      const answer = toAnswer(await calls.add({ op, ...seat, ...step, epoch }), seat.orderId);
      if (answer.kind !== 'joined') return answer;
    }
    return { kind: 'joined' };
  };

  return {
    /** Leases a new group's units and holds its head's seat, whose order has the group's UUID. */
    open: async (epoch: Epoch, request: SeatRequest, size: number, dueAt: Date): Promise<SeatAnswer> => {
      const ask: Ask = { op: 'open', ...wish(request), size, dueAt };
      return toAnswer(await inTurn(epoch, ask, ['user', 'home', 'group']), request.orderId);
    },

    /** Holds a seat in a group; again for the same order, it changes nothing. */
    join,

    /** The document of a group is written: its lease stands. Unheard it does no harm: who looks for lost leases finds it. */
    settle: async (epoch: Epoch, groupId: string): Promise<void> => {
      const parts = PARTS.home;
      await calls.add({ op: 'settle', groupId, userId: '', orderId: '', epoch, slot: 0, parts });
    },

    /** Whether everything that was held for these two under this epoch is held still. */
    stands: async (epoch: Epoch, { groupId, userId }: { groupId: string; userId: string }): Promise<boolean> => {
      const slots = new Set([userId, groupId].map((id) => slotOf(id, epoch.slots.length)));
      const stand = await Promise.all(
        [...slots].map((slot) => standing.add({ key: keyOf(epoch, slot), value: epoch.slots[slot] ?? '' })),
      );
      return stand.every(Boolean);
    },

    /**
     * Makes a seat paid: the payer's own hold (`no-seat` without one). `decided`: the document has it already, so it is
     * made paid in any case.
     */
    pay: (epoch: Epoch, seat: PaidSeat, decision: 'asking' | 'decided'): Promise<SeatAnswer> =>
      markPaid(epoch, seat, decision === 'decided' ? 'paid' : 'pay'),

    /** A seat for money that came without a hold; the rest as in `join`. */
    joinPaid: (epoch: Epoch, seat: PaidSeat, holdMs: number): Promise<SeatAnswer> =>
      join(epoch, { ...seat, requestId: '', holdMs, limitPerPerson: ANY }),

    /** Frees an unpaid seat. Answers the seats still taken, or undefined when the gate has no such group. */
    release: async (epoch: Epoch, seat: Omit<PaidSeat, 'quantity'>): Promise<number | undefined> => {
      const ask: Ask = { op: 'release', ...seat };
      const steps = stepsOf(epoch, ask, ['user', 'group']);
      let reply: unknown;
      let found: Ask['found'];
      for (const step of steps) {
        reply = await calls.add({ ...ask, ...step, epoch, found });
        found = Array.isArray(reply) && reply[0] === 'held' ? 'held-elsewhere' : undefined;
      }
      return taken(reply);
    },

    /**
     * Takes a group out of the gate; `empty` only if nobody holds a seat (answers how many do otherwise). What it did not
     * sell can make another; the members of a failed one may buy again. Repeating it changes nothing.
     */
    close: async (epoch: Epoch, group: ClosedGroup, mode: CloseMode): Promise<number | undefined> => {
      const { groupId, memberIds, units } = group;
      const slot = slotOf(groupId, epoch.slots.length);
      const id = bytesOf(groupId);
      const left = taken(await closeGroupScript(redis, [keyOf(epoch, slot)], [...head(epoch, slot), id, mode]));
      if (left !== undefined) return left;

      const sold = String(mode === 'succeeded' ? units : -1);
      taken(await giveBackScript(redis, [keyOf(epoch, 0)], [...head(epoch, 0), id, sold]));
      if (mode !== 'failed') return undefined;

      const forget = (userId: string) => {
        const ask: Ask = { op: 'forget', groupId, userId, orderId: '' };
        return calls.add({ ...ask, epoch, slot: slotFor(epoch, 'user', ask), parts: PARTS.user });
      };
      for (const reply of await Promise.all(memberIds.map(forget))) taken(reply);
      return undefined;
    },

    /** Whether a group is full, or without one the activity sold out. Size: seats of a group. */
    verdict: async (epoch: Epoch, { size, groupId }: { size: number; groupId?: string }): Promise<Verdict> => {
      const slot = groupId ? slotOf(groupId, epoch.slots.length) : 0;
      const group = groupId ? [bytesOf(groupId)] : [];
      const reply = await verdictScript(redis, [keyOf(epoch, slot)], [...head(epoch, slot), String(size), ...group]);
      const [kind, freeAt, holders] = asList(reply) as [Verdict['kind'], number, string[]];
      if (kind !== 'full' && kind !== 'sold-out') return { kind };
      return { kind, freeAt, holders: holders.map((user) => idOfHex('usr', user)) };
    },

    /** The order that holds a user's seat in a group, and whether it is paid. */
    heldOrder: async (
      epoch: Epoch,
      groupId: string,
      userId: string,
    ): Promise<{ orderId: string; paid: boolean } | undefined> => {
      const ask: Ask = { op: 'find', groupId, userId, orderId: '' };
      const reply = await calls.add({ ...ask, epoch, slot: slotFor(epoch, 'user', ask), parts: PARTS.user });
      const [kind, order, paid] = asList(reply) as [string, string, number];
      return kind === 'found' ? { orderId: idOfHex('ord', order), paid: paid === 1 } : undefined;
    },

    /** Units that no group has leased, and units in paid seats. */
    counts: async (epoch: Epoch): Promise<{ left: number; sold: number }> => {
      const read = async (_: string, slot: number) => {
        const reply = await countsScript(redis, [keyOf(epoch, slot)], head(epoch, slot));
        return asList(reply) as [string, number, number];
      };
      const slots = await Promise.all(epoch.slots.map(read));
      return { left: slots[0]?.[1] ?? 0, sold: slots.reduce((sum, [, , units]) => sum + units, 0) };
    },

    /** Groups leased more than `olderThanMs` ago whose document was never confirmed. */
    unconfirmed: async (epoch: Epoch, now: Date, olderThanMs: number): Promise<string[]> => {
      const until = String(now.getTime() - olderThanMs);
      const reply = await unsettledScript(redis, [keyOf(epoch, 0)], [...head(epoch, 0), until]);
      const [kind, groups] = asList(reply) as [string, string[]];
      return kind === 'unsettled' ? groups.map((group) => idOfHex('grp', group)) : [];
    },
  };
}

function bytesOf(id: string): Buffer {
  const bytes = Buffer.alloc(UUID_BYTES);
  writeUuid(id, bytes, 0);
  return bytes;
}

/** Errors: seats-rebuilding. */
function asList(reply: unknown): unknown[] {
  if (Array.isArray(reply) && reply[0] !== 'rebuilding') return reply;
  throw rebuilding();
}

function toAnswer(reply: unknown, orderId: string): SeatAnswer {
  if (reply === 1) return { kind: 'held', orderId, repeated: false };

  const [kind, first, second] = reply as [string, string | number, number];
  switch (kind) {
    case 'repeated':
      return { kind: 'held', orderId: idOfHex('ord', String(first)), repeated: true };
    case 'holding':
      return { kind, orderId: idOfHex('ord', String(first)) };
    case 'full':
      return { kind, freeAt: Number(first), againAt: Number(second) };
    case 'sold-out':
      return { kind, againAt: Number(first) };
    case 'joined':
    case 'expired':
    case 'closed':
    case 'purchase-limit':
    case 'out-of-stock':
    case 'no-seat':
      return { kind };
    case 'rebuilding':
      throw rebuilding();
    default:
      throw new Error(`the seat script answered ${kind}`);
  }
}

/** Seats that are taken, or undefined for a group that is not in the gate. Errors: seats-rebuilding. */
function taken(reply: unknown): number | undefined {
  if (reply === 1) return undefined;

  const [kind, count] = asList(reply);
  return kind === 'taken' ? Number(count) : undefined;
}
