import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { openShop, type Shop } from '../shop.ts';
import { startRush } from './rush.ts';
import { startThreeMongods, type ThreeMongods } from './three-mongods.ts';

const PEOPLE = 60;

let mongods: ThreeMongods;
let platform: Platform;
let shop: Shop;
let books: Books;

beforeAll(async () => {
  mongods = await startThreeMongods();
  platform = await startPlatform({ mongoUrl: mongods.url, callbackGraceMs: 1000 });
  shop = openShop(platform);
  books = await openBooks(platform);
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  await mongods?.stop();
});

describe('a replica set of three', () => {
  it('steps down twice in the middle of a rush: everyone is answered, and the books balance', async () => {
    const merchant = await shop.aMerchant();
    const { skuId } = await shop.aSku(merchant, 40);
    const offer = { groupSize: 4, stock: 40, fillSeconds: 40, paySeconds: 30, limitPerPerson: 1, limitPerOrder: 1 };
    const { activityId } = await shop.anActivity(merchant, skuId, offer);
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => shop.aPerson(`p${index}`)));

    const rush = startRush(shop, activityId, people);
    await mongods.stepDown();
    await mongods.stepDown();
    const { accepted, refused } = await rush.done;
    expect(accepted + refused).toBe(PEOPLE);
    expect(accepted).toBeGreaterThan(0);
    await shop.must('POST', `/v1/activities/${activityId}/end`, { token: merchant.token });
    await books.balanced();
  });
});
