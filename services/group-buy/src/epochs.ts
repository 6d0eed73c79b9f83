import { DomainError } from '@social/contracts/errors';
import type { Redis } from '@social/runtime/redis';
import { ErrorReply } from 'redis';
import { type Epoch, type SeatKeys, seatKeys } from './seats.ts';

/** The run id of the Redis process that is connected: another one has lost what the last one knew. */
export async function runIdOf(redis: Redis): Promise<string> {
  const info = await redis.info('server');
  return /run_id:(\w+)/.exec(info)?.[1] ?? '';
}

export type Epochs = {
  /** The epoch that counts; builds the seats when there is none. Errors: seats-rebuilding. */
  current: (activityId: string) => Promise<Epoch>;
  /** Runs gate work under the current epoch; when it turns out to be over, once more under the next. */
  under: <T>(activityId: string, work: (epoch: Epoch) => Promise<T>) => Promise<T>;
};

const REBUILDING = () => new DomainError('seats-rebuilding', undefined, { retryAfterMs: 500 });

const REBUILDING_ANSWER = { kind: 'rebuilding' } as const;

const isRebuilding = (answer: unknown): answer is typeof REBUILDING_ANSWER =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'rebuilding';

/**
 * Keeps track of which epoch counts for each activity. An epoch's value is `<run id>.<token>`: one built in a Redis that
 * has since been replaced does not count, so a restart and a failover both lead to a rebuild.
 */
export function trackEpochs(
  redis: Redis,
  namespace: string,
  rebuild: (activityId: string, runId: string) => Promise<Epoch | undefined>,
): Epochs {
  const known = new Map<string, Epoch>();
  const building = new Map<string, Promise<Epoch | undefined>>();
  // A new connection may lead to another server: nothing known before counts until it is read again.
  redis.on('ready', () => known.clear());

  const build = (activityId: string, runId: string): Promise<Epoch | undefined> => {
    const running = building.get(activityId) ?? rebuild(activityId, runId).finally(() => building.delete(activityId));
    building.set(activityId, running);
    return running;
  };
  const read = async (activityId: string): Promise<Epoch> => {
    const keys: SeatKeys = seatKeys(namespace, activityId);
    const [value, runId] = await Promise.all([redis.get(keys.epoch), runIdOf(redis)]);
    const epoch = value?.startsWith(`${runId}.`) ? { activityId, value } : await build(activityId, runId);
    if (!epoch) throw REBUILDING();

    known.set(activityId, epoch);
    return epoch;
  };
  const current = async (activityId: string): Promise<Epoch> => {
    if (!redis.isReady) throw REBUILDING();
    return known.get(activityId) ?? (await read(activityId));
  };

  return {
    current,
    under: async (activityId, work) => {
      for (let attempt = 0; attempt < 2; attempt++) {
        const answer = await attemptUnder(await current(activityId), work);
        if (!isRebuilding(answer)) return answer;
        known.delete(activityId);
      }
      throw REBUILDING();
    },
  };
}

/** A gate that is away is, to the caller, one between epochs: come back in a moment. What the server refuses is a fault. */
async function attemptUnder<T>(
  epoch: Epoch,
  work: (epoch: Epoch) => Promise<T>,
): Promise<T | typeof REBUILDING_ANSWER> {
  try {
    return await work(epoch);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'seats-rebuilding') return REBUILDING_ANSWER;
    if (error instanceof DomainError || error instanceof ErrorReply) throw error;
    return REBUILDING_ANSWER;
  }
}
