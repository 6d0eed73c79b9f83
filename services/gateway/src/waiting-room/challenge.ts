import { hash, randomBytes } from 'node:crypto';
import type { Clock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import { z } from 'zod';
import { createSeal } from './seal.ts';

/** What somebody is asked before they get a place in line. */
export type Puzzle =
  | { kind: 'none' }
  /** To be answered with `<challenge>.<nonce>`, a text whose SHA-256 starts with so many zero bits. */
  | { kind: 'proof-of-work'; challenge: string; bits: number; expiresAt: Date };

/**
 * Keeps programs from filling a line. A provider's captcha fits in: its puzzle to `issue`, its token to `verify`. An
 * answer is for one person and activity, and who has a place gets no second one, so it counts once.
 */
export type Challenge = {
  issue: (userId: string, activityId: string) => Puzzle | Promise<Puzzle>;
  verify: (userId: string, activityId: string, answer: string) => boolean | Promise<boolean>;
};

/** Nothing is asked, and whatever is answered is right. */
export const noChallenge: Challenge = { issue: () => ({ kind: 'none' }), verify: () => true };

const VALID_MS = 2 * 60_000;

const Claims = z.object({ u: z.string(), a: z.string(), bits: z.int(), until: z.int(), r: z.string() });

/** How many zero bits a SHA-256 starts with. */
export function leadingZeroBits(digest: Uint8Array): number {
  const at = digest.findIndex((byte) => byte !== 0);
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24;
}

/**
 * Makes each place cost about 2^bits hashes (16: a fraction of a second in a browser), which one person does not feel
 * and who wants ten thousand places does. Stateless: the challenge says by its signature whose it is and until when.
 */
export function proofOfWork(secret: KeyRing, bits: number, clock: Clock): Challenge {
  const seal = createSeal(secret, 'gateway waiting room challenge');

  return {
    issue: (userId, activityId) => {
      const until = clock.now().getTime() + VALID_MS;
      const challenge = seal.sign({ u: userId, a: activityId, bits, until, r: randomBytes(12).toString('base64url') });
      return { kind: 'proof-of-work', challenge, bits, expiresAt: new Date(until) };
    },
    verify: (userId, activityId, answer) => {
      const claims = Claims.safeParse(seal.open(answer.slice(0, answer.lastIndexOf('.')))).data;
      if (claims?.u !== userId || claims.a !== activityId || claims.until < clock.now().getTime()) return false;
      return leadingZeroBits(hash('sha256', answer, 'buffer')) >= claims.bits;
    },
  };
}
