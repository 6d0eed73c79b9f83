import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stopProcess } from '@social/local/processes';
import { runDirOf, type ServerName, type ServerSet, serverUrls, startServer } from '@social/local/servers';
import type { ServiceName } from '@social/local/system';
import { endThrowAwayServers, startThrowAwayServers } from '@social/local/throw-away-servers';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { openShop, type Shop } from '../shop.ts';
import { startRush } from './rush.ts';

const ROOT = join(import.meta.dirname, '../..');
const PEOPLE = 60;
const STOCK = 40;

let servers: ServerSet;
let platform: Platform;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;

beforeAll(async () => {
  servers = await startThrowAwayServers(ROOT, join(ROOT, '.local/test/faults'));
  platform = await startPlatform({ ...serverUrls(servers.ports), callbackGraceMs: 1000 });
  shop = openShop(platform);
  books = await openBooks(platform);
  merchant = await shop.aMerchant();
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  if (servers) await endThrowAwayServers(servers);
});

const restartServer = async (name: ServerName, awayMs: number) => {
  await stopProcess(runDirOf(servers), name, 0);
  await pause(awayMs);
  await startServer(servers, name);
};
const restartService = async (name: ServiceName) => {
  await platform.kill(name);
  await platform.start(name);
};

/** Sixty people for forty seats; when some have theirs, it happens. */
async function rushThrough(happens: () => Promise<void>): Promise<void> {
  const { skuId, productId } = await shop.aSku(merchant, STOCK);
  const offer = { groupSize: 4, stock: STOCK, fillSeconds: 40, paySeconds: 30, limitPerPerson: 1, limitPerOrder: 1 };
  const endsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { activityId } = await shop.anActivity(merchant, skuId, { ...offer, endsAt });
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => shop.aPerson(`p${index}`)));

  const rush = startRush(shop, activityId, people);
  await eventually(() => expect(rush.progress().accepted).toBeGreaterThan(3));
  await happens();
  const { accepted, refused } = await rush.done;
  expect(accepted + refused, 'everyone has an answer').toBe(PEOPLE);
  expect(accepted).toBeGreaterThan(0);

  await shop.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
  await books.balanced();
  const sold = async () => {
    const groups = await books.all<{ activity_id: string; state: string; members: unknown[] }>('group_buy', 'groups');
    return groups
      .filter(({ activity_id, state }) => activity_id === activityId && state === 'succeeded')
      .reduce((sum, { members }) => sum + members.length, 0);
  };
  // Whoever paid before the end may still be given a seat after it; what is settled then is what was sold in the end.
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(STOCK - (await sold())), 120_000);
}

describe('in the middle of a rush', () => {
  it.each<ServiceName>(['group-buy', 'orders', 'payments', 'catalog', 'identity', 'gateway'])(
    '%s is killed and started again',
    (name) => rushThrough(() => restartService(name)),
  );

  it.each<ServerName>(['redis', 'mongo', 'kafka'])('%s is killed and started again', (name) =>
    rushThrough(() => restartServer(name, 1000)),
  );

  it('Kafka is away for a minute', () => rushThrough(() => restartServer('kafka', 60_000)));
});
