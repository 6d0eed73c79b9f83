import { DomainError } from '@social/contracts/errors';
import { isAway, type RedisServers } from '@social/runtime/redis';

/** What those are told who ask between epochs: come back in a moment. */
export const rebuilding = () => new DomainError('seats-rebuilding', undefined, { retryAfterMs: 500 });

export const isRebuilding = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'seats-rebuilding';

/** A gate that is away is, to whoever asks it, one between epochs; anything else that fails is a fault. */
async function orRebuilding<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isAway(error) ? rebuilding() : error;
  }
}

/** A Redis as the gate's. Errors of a script that it does not answer: seats-rebuilding. */
export const asGate = (redis: RedisServers): RedisServers => ({
  ...redis,
  evalSha: (sha, call) => orRebuilding(redis.evalSha(sha, call)),
  eval: (lua, call) => orRebuilding(redis.eval(lua, call)),
});
