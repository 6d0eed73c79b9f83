import { DomainError } from '@social/contracts/errors';
import { toTimestamp } from '@social/rpc/time';
import { turnableClock } from '@social/testkit/clock';
import { describe, expect, it } from 'vitest';
import { rememberVerdicts, type Told } from './verdicts.ts';

/** A full group as group-buy tells of it: ann has a seat, everyone else is refused; and how often it was asked. */
function aFullGroup() {
  const clock = turnableClock();
  const payBy = toTimestamp(new Date(clock.now().getTime() + 900_000));
  const world = { held: 0, asked: 0, freeAt: 0, telling: Promise.resolve() };
  const verdicts = rememberVerdicts(
    async ({ userId }) => {
      world.held++;
      if (userId !== 'ann') throw new DomainError('group-full');
      return { groupId: 'grp_1', payBy } as never;
    },
    async (): Promise<Told> => {
      world.asked++;
      const told = { errorCode: 'group-full', freeAt: world.freeAt, holders: ['ann'] };
      await world.telling;
      return told;
    },
    clock,
  );
  const join = (userId: string, key = userId) =>
    verdicts.holdSeat({ userId, groupId: 'grp_1', request: { id: key, bodyHash: '' } });
  const refused = async (userId: string) => {
    await expect(join(userId)).rejects.toThrow(expect.objectContaining({ code: 'group-full' }));
    await new Promise(setImmediate);
  };
  return { clock, world, verdicts, join, refused };
}

describe('a full group', () => {
  it('is asked for once; everyone else hears of it from the gateway', async () => {
    const { world, refused } = aFullGroup();
    for (const user of ['bob', 'cat', 'dan', 'eve']) await refused(user);
    expect(world).toMatchObject({ held: 1, asked: 1 });
  });

  it('still answers who has a seat there, for that may be the repeat of a lost answer', async () => {
    const { join, refused } = aFullGroup();
    await refused('bob');
    expect(await join('ann')).toMatchObject({ groupId: 'grp_1' });
    expect(await join('ann')).toMatchObject({ groupId: 'grp_1' });
  });

  it('tells a member with another key that they have joined, until something is freed', async () => {
    const { world, verdicts, join } = aFullGroup();
    await join('ann');
    await expect(join('ann', 'another')).rejects.toThrow(expect.objectContaining({ code: 'already-joined' }));
    expect(world.held).toBe(1);
    verdicts.freed('grp_1');
    await join('ann', 'another');
    expect(world.held).toBe(2);
  });

  it('is asked for again as soon as a seat is freed', async () => {
    const { world, verdicts, refused } = aFullGroup();
    await refused('bob');
    verdicts.freed('grp_1');
    await refused('cat');
    expect(world.held).toBe(2);
  });

  it('believes no verdict that was on its way when a seat was freed', async () => {
    const { world, verdicts, refused } = aFullGroup();
    const gate = Promise.withResolvers<void>();
    world.telling = gate.promise;
    await refused('bob');
    verdicts.freed('grp_1');
    gate.resolve();
    await new Promise(setImmediate);
    await refused('cat');
    expect(world.held).toBe(2);
  });

  it('is asked for again when a hold lapses, and at the latest after two seconds', async () => {
    const { clock, world, refused } = aFullGroup();
    world.freeAt = clock.now().getTime() + 500;
    await refused('bob');
    clock.turn(501);
    world.freeAt = 0;
    await refused('cat');
    expect(world.held).toBe(2);
    clock.turn(2001);
    await refused('dan');
    expect(world.held).toBe(3);
  });
});
