/** The whole platform with mutual TLS between its services, as deploy/README.md describes it. */

import { SERVICE_NAMES } from '@social/local/system';
import { createRpcClient } from '@social/rpc/client';
import { type MutualTls, openMutualTls } from '@social/rpc/mutual-tls';
import { services } from '@social/rpc/proto';
import { systemClock } from '@social/runtime/clock';
import { keyRing } from '@social/runtime/key-ring';
import { aMountedSecret, anAuthority } from '@social/testkit/authority';
import { eventually } from '@social/testkit/eventually';
import { keptLog } from '@social/testkit/kept-log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../platform.ts';
import { openShop } from '../shop.ts';
import { startPeople, type Tally } from './people.ts';

type Authority = Awaited<ReturnType<typeof anAuthority>>;
type Mounted = Awaited<ReturnType<typeof aMountedSecret>>;

const HOST = '127.0.0.1';
const OVER_GRPC = SERVICE_NAMES.filter((name) => !name.startsWith('sandbox-'));
/** What callers make of it when nobody speaks to them. */
const UNHEARD = expect.stringMatching(/^(service-unavailable|deadline-exceeded)$/);
const nextDay = () => new Date(Date.now() + 86_400_000);

let ours: Authority;
let others: Authority;
let held: Mounted;
let foreign: Mounted;
let platform: Platform;

beforeAll(async () => {
  [ours, others, held, foreign] = await Promise.all([
    anAuthority('ours'),
    anAuthority('others'),
    aMountedSecret(),
    aMountedSecret(),
  ]);
  await held.put(await ours.issue({ until: nextDay() }));
  await foreign.put({ ...(await others.issue({ until: nextDay() })), ca: Buffer.concat([ours.ca, others.ca]) });
  platform = await startPlatform({
    everyEnv: { ...held.env, TLS_RELOAD_MS: '200' },
    env: { gateway: { AUTH_PHONE_PER_MINUTE: '6000' } },
  });
}, 300_000);
afterAll(async () => {
  await platform?.stop();
  await Promise.all([ours, others, held, foreign].map((each) => each?.remove()));
});

/** How an order is asked for by somebody with such certificates, or none; nobody may see this one. */
async function asking(mounted?: Mounted): Promise<string> {
  const { log } = keptLog();
  let tls: MutualTls | undefined;
  if (mounted) tls = await openMutualTls({ ...mounted.files, reloadMs: 60_000, clock: systemClock, log });
  const tokenKey = keyRing(platform.secrets.internalTokenKey);
  const client = createRpcClient(services.orders(), `${HOST}:${platform.ports.orders.grpc}`, { tokenKey, tls, log });
  try {
    const answer = client.GetOrder({ orderId: 'ord_none' }, { timeoutMs: 2000 });
    return await answer.then(
      () => 'answered',
      (error: { code?: string }) => error.code ?? 'no code',
    );
  } finally {
    client.close();
    await tls?.stop();
  }
}

/** Until each kind of what people do was done twice more. */
async function untilDoneAgain({ done }: Tally): Promise<void> {
  const before = { ...done };
  await eventually(() => {
    expect(Object.keys(done)).toHaveLength(7);
    for (const [kind, times] of Object.entries(done)) expect(times, kind).toBeGreaterThan((before[kind] ?? 0) + 1);
  }, 60_000);
}

describe('services that call each other over mutual TLS', () => {
  it('serve people while every certificate is renewed', async () => {
    const shop = openShop(platform);
    const { skuId } = await shop.aSku(await shop.aMerchant(), 1_000_000);
    const people = await startPeople(platform, skuId);
    try {
      await untilDoneAgain(people.tally);
      await held.put(await ours.issue({ until: nextDay() }));
      for (const service of OVER_GRPC) {
        await eventually(() => expect(platform.logs(service)).toContain('TLS certificate renewed'));
      }
      // Its connections are new on both sides, by certificates that were not there when the others started.
      expect(await platform.stopOne('orders')).toBe(0);
      await platform.start('orders');
      await untilDoneAgain(people.tally);
    } finally {
      await people.stop();
    }
    expect(people.tally.failures).toEqual([]);
  }, 240_000);

  it('answer nobody without a certificate of their CA', async () => {
    expect(await asking(held)).not.toEqual(UNHEARD);
    expect(await asking()).toEqual(UNHEARD);
    expect(await asking(foreign)).toEqual(UNHEARD);
  });
});
