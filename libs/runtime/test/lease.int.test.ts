import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@social/testkit/eventually';
import { aNamespace, dropNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import type { Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLease } from '../src/lease.ts';
import { openMongo } from '../src/mongo.ts';
import { startSharedSweeper } from '../src/shared-sweeper.ts';

const namespace = aNamespace();
let client: MongoClient;
let db: Db;

beforeAll(async () => {
  ({ client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'leases'));
});
afterAll(async () => {
  await client?.close();
  await dropNamespace(namespace);
});

const answer = async () => 'done';
const endOf = async (name: string) => {
  const lease = await db.collection<{ _id: string; until: Date }>('leases').findOne({ _id: name });
  return lease?.until.getTime() ?? 0;
};
const serverNow = async () => (await db.command({ hello: 1 })).localTime as Date;

describe('a lease', () => {
  it('lets one of two do the work, as often as it comes', async () => {
    const [one, other] = [openLease(db, 'turns', 10_000), openLease(db, 'turns', 10_000)];
    expect(await one.under(answer)).toBe('done');
    expect(await other.under(answer)).toBeUndefined();
    expect(await one.under(answer)).toBe('done');
    expect(await openLease(db, 'other turns', 10_000).under(answer)).toBe('done');
  });

  it('goes to exactly one of many that ask at once', async () => {
    const asked = Array.from({ length: 20 }, () => openLease(db, 'crowd', 10_000).under(answer));
    expect((await Promise.all(asked)).filter((done) => done === 'done')).toHaveLength(1);
  });

  it('ends for a holder that is not heard of, and not before', async () => {
    const [dead, heir] = [openLease(db, 'dead', 600), openLease(db, 'dead', 600)];
    const taken = performance.now();
    await dead.under(answer);
    await eventually(async () => expect(await heir.under(answer)).toBe('done'));
    expect(performance.now() - taken).toBeGreaterThanOrEqual(600);
    await pause(300);
    expect(await dead.under(answer)).toBeUndefined();
  });

  it('is kept by a holder whose work lasts longer than it', async () => {
    const [slow, other] = [openLease(db, 'slow', 400), openLease(db, 'slow', 400)];
    const work = slow.under(() => pause(1500));
    for (let turn = 0; turn < 5; turn++) {
      await pause(250);
      expect(await other.under(answer)).toBeUndefined();
    }
    await work;
  });

  it('goes to the next at once when it is given up, and is not given up by another', async () => {
    const [first, next] = [openLease(db, 'given up', 60_000), openLease(db, 'given up', 60_000)];
    await first.under(answer);
    await next.release();
    expect(await next.under(answer)).toBeUndefined();
    await first.release();
    expect(await next.under(answer)).toBe('done');
    expect(await first.under(answer)).toBeUndefined();
  });

  it('is given on after work that failed, and the failure is the caller’s', async () => {
    const lease = openLease(db, 'failing', 60_000);
    await expect(lease.under(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await lease.under(answer)).toBe('done');
  });

  it('goes by the clock of the server, not by that of its holder', async () => {
    vi.useFakeTimers({ now: new Date('2001-01-01'), toFake: ['Date'] });
    try {
      await openLease(db, 'clock', 30_000).under(answer);
      expect(await openLease(db, 'clock', 30_000).under(answer)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
    const left = (await endOf('clock')) - (await serverNow()).getTime();
    expect(left).toBeGreaterThan(20_000);
    expect(left).toBeLessThanOrEqual(30_000);
  });

  it('is asked for again only when half its time is over', async () => {
    const lease = openLease(db, 'quiet', 1000);
    await lease.under(answer);
    const first = await endOf('quiet');
    await lease.under(answer);
    expect(await endOf('quiet')).toBe(first);
    await pause(550);
    await lease.under(answer);
    expect(await endOf('quiet')).toBeGreaterThan(first);
  });
});

describe('a shared sweeper', () => {
  it('sweeps at one of two replicas, and at the other when that one is stopped', async () => {
    const sweeps = { a: 0, b: 0 };
    const replica = (name: 'a' | 'b') =>
      startSharedSweeper(db, 'sweep', 50, silentLog, async () => void sweeps[name]++);
    const stopA = replica('a');
    await eventually(() => expect(sweeps.a).toBeGreaterThan(2));
    const stopB = replica('b');
    const before = sweeps.a;
    await eventually(() => expect(sweeps.a).toBeGreaterThan(before + 5));
    expect(sweeps.b).toBe(0);

    await stopA();
    const stopped = performance.now();
    await eventually(() => expect(sweeps.b).toBeGreaterThan(2));
    expect(performance.now() - stopped).toBeLessThan(1500);
    await stopB();
  });
});
