import { DomainError } from '@social/contracts/errors';
import { groupCommit } from '@social/runtime/batcher';
import type { Redis } from '@social/runtime/redis';
import { closeScript, type GateOp, gateScript, verdictScript } from './gate-script.ts';

/*
 * The gate before the seats. Redis decides who may try to pay for a seat; the group's document decides who has it.
 * Everything here can be lost at any moment and is rebuilt from documents (rebuild.ts).
 *
 * Keys, all in the activity's hash slot; `<e>` is the epoch, so two rebuilds never share a key:
 *   groupbuy:{<activity>}:epoch        which epoch counts, with the run id of the Redis that it was built in
 *   groupbuy:{<activity>}:<e>:a        hash  left: units that no group has leased · sold: units in paid seats
 *   groupbuy:{<activity>}:<e>:g:<grp>  hash  s: size · d: due, ms · n: seats taken · <user>: <quantity>:<expiry ms>
 *   groupbuy:{<activity>}:<e>:u:<user> hash  <group>: <quantity>:<expiry ms>:<order>:<request>
 *   groupbuy:{<activity>}:<e>:l        zset  groups whose document may not be written yet, by the time of their lease
 *   …:a:h   set   who opened a group            …:a:w, …:g:<grp>:w   zset  who was told to wait, since when
 * A field f of a hash: until when what was freed is for those who wait. What is freed is told to gateways on the
 * channel groupbuy:freed, by the group's or the activity's id.
 * An expiry of 0 means paid. A group leases one unit a seat when it is opened; an order for more than one unit takes
 * the rest from `left`.
 */

/** Where an activity's keys are, in one epoch. */
export type Epoch = { activityId: string; value: string };

export type SeatKeys = { epoch: string; lease: string; of: (epoch: Epoch) => EpochKeys };
export type EpochKeys = {
  activity: string;
  openers: string;
  leases: string;
  group: (id: string) => string;
  user: (id: string) => string;
};

export const seatKeys = (namespace: string, activityId: string): SeatKeys => {
  const prefix = `${namespace}groupbuy:{${activityId}}`;
  return {
    epoch: `${prefix}:epoch`,
    lease: `${prefix}:rebuild`,
    of: ({ value }) => {
      const base = `${prefix}:${value.split('.')[1]}`;
      return {
        activity: `${base}:a`,
        openers: `${base}:a:h`,
        leases: `${base}:l`,
        group: (id) => `${base}:g:${id}`,
        user: (id) => `${base}:u:${id}`,
      };
    },
  };
};

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
  | { kind: 'held'; until: number; groupId: string; orderId: string }
  | { kind: 'holding'; orderId: string }
  | { kind: 'joined' }
  /** `freeAt`: when the next hold lapses, 0 if all is paid. `againAt`: when to come again for one who waits, or 0. */
  | { kind: 'full'; freeAt: number; againAt: number }
  | { kind: 'sold-out'; againAt: number }
  | { kind: 'expired' | 'closed' | 'purchase-limit' | 'out-of-stock' | 'rebuilding' };

/** What nobody can have just now, unless they have it already: `holders` are who may. `freeAt` as in an answer. */
export type Verdict =
  | { kind: 'full' | 'sold-out'; freeAt: number; holders: string[] }
  | { kind: 'free' | 'rebuilding' };

/** A seat that is paid for, or given up. */
export type PaidSeat = { groupId: string; userId: string; orderId: string; quantity: number };
export type CloseMode = 'failed' | 'succeeded' | 'empty';

type Asked = { epoch: Epoch; op: GateOp; groupId: string; userId: string; args: (string | number)[] };

export type Seats = ReturnType<typeof openSeats>;

/**
 * The gate, bound to a Redis. What many people ask at once goes in one script call an activity; each has an answer of
 * their own. Every call refuses an epoch that does not count any more, and one that is being rebuilt (`rebuilding`).
 */
export function openSeats(redis: Redis, namespace: string, keysLiveMs: number, maxBatch = 200) {
  const ttl = String(keysLiveMs);

  /** One script call for everything that was asked under one epoch. */
  const callOnce = async (asked: Asked[]): Promise<unknown[]> => {
    const [{ epoch } = { epoch: undefined }] = asked;
    if (!epoch) return [];

    const keys = seatKeys(namespace, epoch.activityId);
    const of = keys.of(epoch);
    const each = asked.flatMap(({ groupId, userId }) => [of.group(groupId), of.user(userId)]);
    const args = asked.flatMap(({ op, groupId, userId, args: rest }) => [op, groupId, userId, ...rest.map(String)]);
    const shared = [keys.epoch, keys.lease, of.activity, of.leases];
    const reply = await gateScript(redis, [...shared, ...each], [epoch.value, ttl, String(asked.length), ...args]);
    return Array.isArray(reply) ? reply : asked.map(() => ['rebuilding']);
  };
  const calls = groupCommit<Asked, unknown>(
    async (batch) => {
      const answers = new Map<Asked, unknown>();
      const byEpoch = [...Map.groupBy(batch, ({ epoch }) => epoch.value).values()];
      const settle = async (asked: Asked[]) => {
        const replies = await callOnce(asked).catch((error: Error) => asked.map(() => error));
        asked.forEach((one, index) => void answers.set(one, replies[index]));
      };
      await Promise.all(byEpoch.map(settle));
      return batch.map((one) => answers.get(one));
    },
    { maxBatch, maxQueue: 20_000 },
  );
  const ask = (epoch: Epoch, op: GateOp, seat: { groupId: string; userId: string }, args: (string | number)[]) =>
    calls.add({ epoch, op, groupId: seat.groupId, userId: seat.userId, args: pad(args) });
  const wish = (r: SeatRequest) => [r.orderId, r.requestId, r.quantity, r.holdMs, r.limitPerPerson];
  const userKey = (epoch: Epoch, userId: string) => seatKeys(namespace, epoch.activityId).of(epoch).user(userId);

  return {
    /** Leases a new group's units and holds its head's seat. */
    open: async (epoch: Epoch, request: SeatRequest, size: number, dueAt: Date): Promise<SeatAnswer> =>
      toAnswer(await ask(epoch, 'open', request, [...wish(request), size, dueAt.getTime()])),

    /** Holds a seat in a group. */
    join: async (epoch: Epoch, request: SeatRequest): Promise<SeatAnswer> =>
      toAnswer(await ask(epoch, 'join', request, wish(request))),

    /** Whether a hold stands under this epoch; `closed` when it was lost in a rebuild. */
    confirm: async (epoch: Epoch, request: SeatRequest): Promise<SeatAnswer> =>
      toAnswer(await ask(epoch, 'confirm', request, [request.orderId])),

    /** Makes a seat paid: the payer's own hold, or a free seat. `decided`: the document has it already. */
    pay: async (epoch: Epoch, seat: PaidSeat, decision: 'asking' | 'decided'): Promise<SeatAnswer> =>
      toAnswer(await ask(epoch, decision === 'decided' ? 'paid' : 'pay', seat, [seat.orderId, '', seat.quantity])),

    /** Frees an unpaid seat. Answers the seats still taken, or undefined when the gate has no such group. */
    release: async (epoch: Epoch, seat: Omit<PaidSeat, 'quantity'>): Promise<number | undefined> =>
      taken(await ask(epoch, 'release', seat, [seat.orderId])),

    /** Takes a group out of the gate; `empty` only if nobody holds a seat (answers how many do otherwise). */
    close: async (epoch: Epoch, groupId: string, mode: CloseMode, memberIds: string[]): Promise<number | undefined> => {
      const keys = seatKeys(namespace, epoch.activityId);
      const of = keys.of(epoch);
      const shared = [keys.epoch, keys.lease, of.activity, of.leases, of.group(groupId)];
      return taken(await closeScript(redis, [...shared, ...memberIds.map(of.user)], [epoch.value, ttl, groupId, mode]));
    },

    /** Whether a group is full, or without one the activity sold out. Size: seats of a group. */
    verdict: async (epoch: Epoch, subject: { size: number; groupId?: string }): Promise<Verdict> => {
      const keys = seatKeys(namespace, epoch.activityId);
      const of = keys.of(epoch);
      const shared = [keys.epoch, keys.lease, of.activity, of.leases];
      const group = subject.groupId ? [of.group(subject.groupId)] : [];
      const reply = await verdictScript(redis, [...shared, ...group], [epoch.value, ttl, String(subject.size)]);
      const [kind, freeAt, holders] = reply as [Verdict['kind'], number, string[]];
      return kind === 'full' || kind === 'sold-out' ? { kind, freeAt, holders } : { kind };
    },

    /** The order that holds a user's seat in a group, and whether it is paid. */
    heldOrder: async (
      epoch: Epoch,
      groupId: string,
      userId: string,
    ): Promise<{ orderId: string; paid: boolean } | undefined> => {
      const value = await redis.hGet(userKey(epoch, userId), groupId);
      if (!value) return undefined;

      const [, until, orderId = ''] = value.split(':');
      return { orderId, paid: until === '0' };
    },

    /** Units that no group has leased, and units in paid seats. */
    counts: async (epoch: Epoch): Promise<{ left: number; sold: number }> => {
      const key = seatKeys(namespace, epoch.activityId).of(epoch).activity;
      const [left, sold] = await redis.hmGet(key, ['left', 'sold']);
      return { left: Number(left ?? 0), sold: Number(sold ?? 0) };
    },

    /** Groups leased more than `olderThanMs` ago whose document was never confirmed. */
    unconfirmed: (epoch: Epoch, now: Date, olderThanMs: number): Promise<string[]> =>
      redis.zRangeByScore(seatKeys(namespace, epoch.activityId).of(epoch).leases, 0, now.getTime() - olderThanMs),
  };
}

/** The script reads a fixed number of arguments a person. */
const pad = (args: (string | number)[]) => [...args, ...Array.from({ length: 7 - args.length }, () => '')];

function toAnswer(reply: unknown): SeatAnswer {
  const [kind, first, second, third] = reply as [string, string | number, string, string];
  switch (kind) {
    case 'held':
      return { kind, until: Number(first), groupId: second, orderId: third };
    case 'holding':
      return { kind, orderId: String(first) };
    case 'full':
      return { kind, freeAt: Number(first), againAt: Number(second) };
    case 'sold-out':
      return { kind, againAt: Number(first) };
    case 'joined':
    case 'expired':
    case 'closed':
    case 'purchase-limit':
    case 'out-of-stock':
    case 'rebuilding':
      return { kind };
    default:
      throw new Error(`the seat script answered ${kind}`);
  }
}

function taken(reply: unknown): number | undefined {
  const [kind, count] = reply as [string, number];
  if (kind === 'rebuilding') throw new DomainError('seats-rebuilding', undefined, { retryAfterMs: 500 });

  return kind === 'taken' ? count : undefined;
}
