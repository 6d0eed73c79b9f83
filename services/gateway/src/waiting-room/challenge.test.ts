import { createSecretKey, hash, randomBytes } from 'node:crypto';
import type { KeyRing } from '@social/runtime/key-ring';
import { turnableClock } from '@social/testkit/clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingZeroBits, noChallenge, proofOfWork } from './challenge.ts';

const BITS = 8;
const aDoor = () => {
  const clock = turnableClock();
  const secret: KeyRing = [createSecretKey(randomBytes(32))];
  return { clock, door: proofOfWork(secret, BITS, clock), otherGateway: proofOfWork(secret, BITS, clock) };
};
type Door = ReturnType<typeof aDoor>['door'];

const asked = async (door: Door): Promise<string> => {
  const puzzle = await door.issue('usr_ann', 'act_1');
  return puzzle.kind === 'none' ? '' : puzzle.challenge;
};
const answers = function* (challenge: string): Generator<string> {
  for (let nonce = 0; ; nonce++) yield `${challenge}.${nonce}`;
};
/** The first text that is, or is not, an answer; told by the hexadecimal digest. */
const anAnswer = (challenge: string, right = true): string => {
  for (const answer of answers(challenge)) if (hash('sha256', answer).startsWith('00') === right) return answer;
  return '';
};

describe('the proof of work', () => {
  it('is right at any gateway when it was done', async () => {
    const { door, otherGateway } = aDoor();
    const answer = anAnswer(await asked(door));
    expect(otherGateway.verify('usr_ann', 'act_1', answer)).toBe(true);
  });

  it('is wrong when it was not done', async () => {
    const { door } = aDoor();
    const challenge = await asked(door);
    for (const answer of [anAnswer(challenge, false), challenge, '', '.', 'a.b.c']) {
      expect(door.verify('usr_ann', 'act_1', answer)).toBe(false);
    }
  });

  it('is of one person and one activity, and of us', async () => {
    const { door } = aDoor();
    const answer = anAnswer(await asked(door));
    expect(door.verify('usr_bob', 'act_1', answer)).toBe(false);
    expect(door.verify('usr_ann', 'act_2', answer)).toBe(false);
    expect(aDoor().door.verify('usr_ann', 'act_1', answer)).toBe(false);
  });

  it('is good for two minutes', async () => {
    const { door, clock } = aDoor();
    const answer = anAnswer(await asked(door));
    clock.turn(120_000);
    expect(door.verify('usr_ann', 'act_1', answer)).toBe(true);
    clock.turn(1);
    expect(door.verify('usr_ann', 'act_1', answer)).toBe(false);
  });

  it('cannot be done ahead: no two challenges are alike', async () => {
    const { door } = aDoor();
    expect(await asked(door)).not.toBe(await asked(door));
  });

  it('counts the zero bits that a digest starts with', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 32 }), (digest) => {
        const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(leadingZeroBits(digest)).toBe(/^0*/.exec(bits)?.[0].length);
      }),
    );
    expect(leadingZeroBits(new Uint8Array(4))).toBe(32);
  });
});

it('may be left out', async () => {
  expect(await noChallenge.issue('usr_ann', 'act_1')).toEqual({ kind: 'none' });
  expect(await noChallenge.verify('usr_ann', 'act_1', '')).toBe(true);
});
