/** The story that `make demo s=shop` tells, on a platform of the test's own. */
import { DEMO_ACCOUNTS } from '@social/local/demo/accounts';
import { tellShop } from '@social/local/demo/shop';
import type { Stage } from '@social/local/demo/shop-people';
import { createTeller } from '@social/local/demo/telling';
import { codeIn } from '@social/local/one-time-codes';
import { OPERATOR_PHONE } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Shop } from './shop.ts';

let platform: Platform;
let shop: Shop;
beforeAll(async () => {
  platform = await startPlatform({ env: { 'sandbox-carrier': { CARRIER_STEP_MS: '300' } } });
  shop = openShop(platform);
});
afterAll(() => platform?.stop());

/** Waits for the code that identity logs after this moment. */
const codes = (phone: string) => {
  const before = platform.logs('identity').length;
  return () =>
    eventually(() => {
      const lines = platform.logs('identity').slice(before).split('\n');
      const code = lines.map((line) => codeIn(line, phone)).findLast((found) => found !== undefined);
      if (!code) throw new Error(`no code for ${phone} yet`);
      return code;
    });
};

/** Tells the story into lines; `done` fails as the story does. */
function aTelling() {
  const lines: string[] = [];
  const teller = createTeller((text) => lines.push(text.trim()), Date.now);
  const operator = { phone: OPERATOR_PHONE, password: platform.secrets.operatorPassword };
  const stage: Stage = { url: platform.url, operator, teller, codes };
  return { lines, done: tellShop(stage) };
}

/** A merchant as the sample data has it: staff that can log in, and something to sell. */
async function aSampleMerchant(slug: string): Promise<void> {
  const token = shop.operator;
  const form = { slug, name: slug, trusted: true };
  const { merchantId } = await shop.must<{ merchantId: string }>('POST', '/v1/merchants', { token, body: form });
  const staff = DEMO_ACCOUNTS.staff.find(({ merchant }) => merchant === slug);
  const password = platform.secrets.operatorPassword;
  const account = { phone: staff?.phone, name: staff?.name, password, role: 'merchant-staff', merchantId };
  await shop.must('POST', '/v1/staff', { token, body: account });
  const product = { handle: `goods-of-${slug}`, title: '样品', skus: [{ priceAmount: 1990, stock: 9 }] };
  await shop.must('POST', `/v1/merchants/${slug}/products`, { token, body: product });
}

describe('the story of a shop', () => {
  it('says what is missing where there is no sample data', async () => {
    const { lines, done } = aTelling();
    await expect(done).rejects.toThrow('tianye-farm is not there');
    expect(lines).toEqual([]);
  });

  it('goes as told, and once more on the same platform', async () => {
    for (const slug of ['tianye-farm', 'jianan-home']) await aSampleMerchant(slug);
    for (const _ of [1, 2]) {
      const { lines, done } = aTelling();
      await done;
      const story = lines.join('\n');
      expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(5);
      expect(story).toMatch(/the cart tells: 白瓷盖碗 was ¥92\.40, is ¥83\.16 now/);
      expect(story).toMatch(/山岚器物: goods ¥225\.12 \+ freight ¥8\.00/);
      expect(story).toMatch(/pays ¥272\.92 at the cashier, once; 3 merchants have an order to send/);
      expect(lines.filter((line) => /SBX\d+: delivered/.test(line))).toHaveLength(3);
      expect(story).toMatch(/阿舟 +cancels: 14 on hand, 14 to be had, 0 reserved, 1 sold/);
      expect(lines.at(-1)).toMatch(/^All as told, in \d+\.\d s\.$/);
    }
  });
});
