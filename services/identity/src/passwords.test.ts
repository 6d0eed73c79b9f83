import { describe, expect, it } from 'vitest';
import { requireStrongPassword } from './password-rules.ts';
import { createPasswords, gate } from './passwords.ts';

const PHONE = '13812345678';

describe('a password', () => {
  it.each([
    'short-1',
    '12345678',
    '87654321',
    'Password1',
    'QWERTYUIOP',
    'aaaaaaaaaa',
    '5201314520',
    PHONE,
    'x'.repeat(129),
  ])('is refused as weak: %j', (password) =>
    expect(() => requireStrongPassword(password, PHONE)).toThrow('8 to 128 characters'),
  );

  it.each(['一张旧车票-1987', 'correct horse battery', 'abcdefgi', 'x1'.repeat(64)])('is good enough: %j', (password) =>
    requireStrongPassword(password, PHONE),
  );

  it('is kept as argon2id with 19 MiB, two passes and one lane, and fits only itself', async () => {
    const passwords = await createPasswords();
    const hash = await passwords.hash('一张旧车票-1987');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.fits('一张旧车票-1987', hash)).toBe(true);
    expect(await passwords.fits('一张旧车票-1988', hash)).toBe(false);
  });

  it('fits nobody where there is no account, and is hashed all the same', async () => {
    let hashed = 0;
    const passwords = await createPasswords((work) => {
      hashed += 1;
      return work();
    });
    expect(await passwords.fits('nobody has this password', undefined)).toBe(false);
    expect(hashed).toBe(1);
  });
});

describe('the gate', () => {
  /** Work that runs until it is let go. */
  const aTask = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { work: () => promise, finish: resolve };
  };

  it('lets two in, keeps three in line, and turns the sixth away', async () => {
    const enter = gate(2, 3);
    const tasks = Array.from({ length: 5 }, aTask);
    const order: number[] = [];
    const inside = tasks.map(({ work }, index) => enter(work).then(() => order.push(index)));
    await expect(enter(async () => {})).rejects.toMatchObject({ code: 'log-in-busy', details: { retryAfterMs: 1000 } });

    for (const { finish } of tasks) finish();
    await Promise.all(inside);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(await enter(async () => 'free again')).toBe('free again');
  });

  it('never has more at work than slots, and frees the slot of a failure', async () => {
    const enter = gate(2, 100);
    let atWork = 0;
    let most = 0;
    const task = async (index: number) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await Promise.resolve();
      atWork -= 1;
      if (index % 3 === 0) throw new Error('failed');
    };
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => enter(() => task(index))));
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(17);
  });
});
