import type { RedisServers } from '@social/runtime/redis';
import { epochScript } from './epoch-script.ts';
import { isRebuilding, rebuilding } from './gate-away.ts';
import { type Epoch, slotKeys } from './seats.ts';

export type Epochs = {
  /** The epoch that counts; builds the seats when there is none. Errors: seats-rebuilding. */
  current: (activityId: string) => Promise<Epoch>;
  /** Runs gate work under the current epoch; when it turns out to be over, once more under the next. */
  under: <T>(activityId: string, work: (epoch: Epoch) => Promise<T>) => Promise<T>;
};

/** Where the keys are: so many slots an activity. */
export type Where = { redis: RedisServers; namespace: string; slots: number };

/** What a slot has: the value of its epoch, empty without one, and the run id of the server that keeps it. */
export type SlotState = { value: string; runId: string };

export const readSlots = ({ redis, namespace, slots }: Where, activityId: string): Promise<SlotState[]> =>
  Promise.all(
    Array.from({ length: slots }, async (_, slot) => {
      const [value = '', runId = ''] = (await epochScript(
        redis,
        [slotKeys(namespace, activityId, slot)],
        [],
      )) as string[];
      return { value, runId };
    }),
  );

/** The epoch that all slots of an activity are in; undefined when one of them is in another, or lost its server. */
export function common(activityId: string, states: SlotState[]): Epoch | undefined {
  const tokens = new Set(
    states.map(({ value, runId }) => (value.startsWith(`${runId}.`) ? value.slice(runId.length) : '')),
  );
  return tokens.size === 1 && !tokens.has('') ? { activityId, slots: states.map(({ value }) => value) } : undefined;
}

/**
 * Keeps track of which epoch counts for each activity. An epoch's value is `<run id>.<token>`: one built in a Redis that
 * has since been replaced does not count, so a restart and a failover both lead to a rebuild.
 */
export function trackEpochs(
  where: Where,
  rebuild: (activityId: string, states: SlotState[]) => Promise<Epoch | undefined>,
): Epochs {
  const { redis } = where;
  const known = new Map<string, Epoch>();
  const building = new Map<string, Promise<Epoch | undefined>>();
  /** A new connection may lead to another server: nothing known before counts until it is read again. */
  let connection = 0;
  redis.onConnected(() => {
    connection++;
    known.clear();
  });

  const build = (activityId: string, states: SlotState[]): Promise<Epoch | undefined> => {
    const running = building.get(activityId) ?? rebuild(activityId, states).finally(() => building.delete(activityId));
    building.set(activityId, running);
    return running;
  };
  const read = async (activityId: string): Promise<Epoch> => {
    const readOver = connection;
    const states = await readSlots(where, activityId);
    const epoch = common(activityId, states) ?? (await build(activityId, states));
    if (!epoch) throw rebuilding();

    if (connection === readOver) known.set(activityId, epoch);
    return epoch;
  };
  const current = async (activityId: string): Promise<Epoch> => {
    if (!redis.isReady()) throw rebuilding();
    return known.get(activityId) ?? (await read(activityId));
  };

  return {
    current,
    under: async (activityId, work) => {
      for (let attempt = 1; ; attempt++) {
        const epoch = await current(activityId);
        try {
          return await work(epoch);
        } catch (error) {
          if (!isRebuilding(error) || attempt === 2) throw error;
          known.delete(activityId);
        }
      }
    },
  };
}
