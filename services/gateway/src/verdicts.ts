import { DomainError, type ErrorCode } from '@social/contracts/errors';
import type { Seat__Output } from '@social/contracts/generated/social/groupbuy/v1/Seat';
import type { SeatWish } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import { fromTimestamp } from '@social/rpc/time';
import type { Clock } from '@social/runtime/clock';
import type { Platform, Subject } from './platform.ts';

/** How long a verdict is believed when nothing is heard. */
const BELIEVED_MS = 2000;
/** Most groups and activities about which something is remembered. */
const MOST = 10_000;

/** What group-buy says of a group or an activity; see GetVerdict. */
export type Told = { errorCode: string; freeAt: number; holders: string[] };

type Verdict = { code: ErrorCode; until: number; freeAt: number; holders: ReadonlySet<string> };
type Joined = Map<string, { requestId: string; until: number }>;

export type Verdicts = {
  holdSeat: Platform['holdSeat'];
  foresee: Platform['foresee'];
  /** Something was freed in this group or activity. */
  freed: (id: string) => void;
  clear: () => void;
};

const bounded = <V>(map: Map<string, V>, key: string, value: V) => {
  if (map.size >= MOST) map.delete(map.keys().next().value ?? '');
  map.set(key, value);
};

const subjectOf = (wish: SeatWish): string => wish.groupId || wish.activityId || '';

/**
 * Answers `group-full`, `sold-out` and `already-joined` without asking behind, as long as it is known to be so: until
 * something is freed (which group-buy's gate tells all gateways), a hold lapses, or two seconds are over. Who may have a
 * seat already is always asked for behind, for it may be a repeat of the request that took it, at any gateway.
 * Errors: group-full, sold-out, already-joined; those of `holdSeat`.
 */
export function rememberVerdicts(
  holdSeat: Platform['holdSeat'],
  ask: (subject: Subject) => Promise<Told>,
  clock: Clock,
): Verdicts {
  const verdicts = new Map<string, Verdict>();
  const joined = new Map<string, Joined>();
  /** Verdicts on their way; what is freed meanwhile makes them void. */
  const asking = new Map<string, { void: boolean }>();

  const learn = async (id: string, subject: Subject) => {
    if (asking.has(id)) return;

    const question = { void: false };
    asking.set(id, question);
    try {
      const { errorCode, freeAt, holders } = await ask(subject);
      if (question.void || (errorCode !== 'group-full' && errorCode !== 'sold-out')) return;
      const until = Math.min(clock.now().getTime() + BELIEVED_MS, freeAt || Number.POSITIVE_INFINITY);
      bounded(verdicts, id, { code: errorCode, until, freeAt, holders: new Set(holders) });
    } catch {
      // No verdict, then: each is asked behind.
    } finally {
      asking.delete(id);
    }
  };
  const foresee: Platform['foresee'] = (wish) => {
    const id = subjectOf(wish);
    const now = clock.now().getTime();
    const verdict = verdicts.get(id);
    if (!verdict || verdict.holders.has(wish.userId ?? '')) return;
    if (verdict.until <= now) return void verdicts.delete(id);

    const details = verdict.freeAt > 0 ? { retryAfterMs: Math.max(1000, verdict.freeAt - now) } : {};
    throw new DomainError(verdict.code, undefined, details);
  };
  const refuseJoined = ({ groupId = '', userId = '', request }: SeatWish, now: number) => {
    const seat = joined.get(groupId)?.get(userId);
    if (seat && seat.until > now && seat.requestId !== request?.id) throw new DomainError('already-joined');
  };
  const noteJoined = ({ groupId, userId = '', request }: SeatWish, { payBy }: Seat__Output) => {
    if (!groupId) return;

    const members: Joined = joined.get(groupId) ?? new Map();
    members.set(userId, { requestId: request?.id ?? '', until: fromTimestamp(payBy)?.getTime() ?? 0 });
    bounded(joined, groupId, members);
  };

  return {
    foresee,
    holdSeat: async (wish) => {
      refuseJoined(wish, clock.now().getTime());
      foresee(wish);
      const id = subjectOf(wish);
      try {
        const seat = await holdSeat(wish);
        noteJoined(wish, seat);
        return seat;
      } catch (error) {
        const nobodyCan = error instanceof DomainError && (error.code === 'group-full' || error.code === 'sold-out');
        if (nobodyCan) void learn(id, wish.groupId ? { groupId: id } : { activityId: id });
        throw error;
      }
    },
    freed: (id) => {
      verdicts.delete(id);
      joined.delete(id);
      const question = asking.get(id);
      if (question) question.void = true;
    },
    clear: () => {
      verdicts.clear();
      joined.clear();
      for (const question of asking.values()) question.void = true;
    },
  };
}
