import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@social/contracts/errors';

/** argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane; ~30 ms of a core. */
const POLICY = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Most log-ins that wait for a core; past it they are turned away at once. */
const MAX_WAITING = 50;
const RETRY_AFTER_MS = 1000;

/** Runs a piece of work when a slot is free. Errors: log-in-busy. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `slots` pieces of work at once and `maxWaiting` in line, first come first served. */
export function gate(slots: number, maxWaiting: number): Gate {
  const line: (() => void)[] = [];
  let running = 0;
  const enter = (): Promise<void> => {
    if (running < slots) {
      running += 1;
      return Promise.resolve();
    }
    if (line.length >= maxWaiting) {
      throw new DomainError('log-in-busy', undefined, { retryAfterMs: RETRY_AFTER_MS });
    }
    return new Promise((resolve) => line.push(resolve));
  };
  const leave = () => {
    const next = line.shift();
    // The slot passes on to the next in line, so `running` stays.
    if (next) next();
    else running -= 1;
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

export type Passwords = {
  /** Errors: log-in-busy. */
  hash: (password: string) => Promise<string>;
  /**
   * Whether the password belongs to the hash. Without a hash (nobody has this phone) it takes as long and says no.
   * Errors: log-in-busy.
   */
  fits: (password: string, passwordHash: string | undefined) => Promise<boolean>;
};

/** Hashes passwords on all cores but one, so that the others' requests keep being answered. */
export async function createPasswords(
  throughGate: Gate = gate(Math.max(1, availableParallelism() - 1), MAX_WAITING),
): Promise<Passwords> {
  const nobodys = await hash('nobody has this password', POLICY);
  return {
    hash: (password) => throughGate(() => hash(password, POLICY)),
    fits: async (password, passwordHash) => {
      const fits = await throughGate(() => verify(passwordHash ?? nobodys, password));
      return fits && passwordHash !== undefined;
    },
  };
}
