import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST, OPERATOR_PHONE, SERVICE_NAMES, type ServiceName } from '@social/local/system';
import { table } from '@social/local/table';
import { eventually } from '@social/testkit/eventually';
import { aForwarder, type Forwarder } from '@social/testkit/forwarder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from '../books.ts';
import { publishedFacts } from '../facts.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { recount } from '../recount.ts';
import { openShop } from '../shop.ts';
import { type Asked, askedIn, figuresOf } from './load-figures.ts';
import { type Replaced, roll } from './rolling.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A day of `mixed-day` in seconds: all are replaced meanwhile, on a quiet machine; on a busy one it is lived again. */
const DAY_SECONDS = 100;
const LOAD = { DAY: `${DAY_SECONDS}`, PAGES: '30', BUYERS: '4', SHOPPERS: '500' };

/** Who is reached over HTTP by one address, as by a Service of Kubernetes. */
const FORWARDED = ['gateway', 'sandbox-pay', 'sandbox-carrier'] as const;

let platform: Platform;
let books: Books;
let folder: string;
const endpoints = new Map<ServiceName, Forwarder>();

const urlOf = (service: ServiceName) => `http://${HOST}:${endpoints.get(service)?.port}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollout-'));
  for (const service of FORWARDED) {
    const forwarder = await aForwarder([]);
    await forwarder.open();
    endpoints.set(service, forwarder);
  }
  platform = await startPlatform({
    replicas: 2,
    spare: 1,
    callbackGraceMs: 3000,
    everyEnv: { DRAIN_MS: '1000', PUBLIC_URL: urlOf('gateway') },
    env: {
      payments: { SANDBOX_PAY_URL: urlOf('sandbox-pay') },
      orders: { SANDBOX_CARRIER_URL: urlOf('sandbox-carrier') },
      'sandbox-pay': { PUBLIC_SANDBOX_PAY_URL: urlOf('sandbox-pay') },
    },
  });
  for (const [service, forwarder] of endpoints) {
    forwarder.to([platform.httpPort(service), platform.httpPort(`${service}-2`)]);
  }
  books = await openBooks(platform);
}, 300_000);
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  for (const forwarder of endpoints.values()) await forwarder.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a day of the load; what was asked, when its claims have held. */
async function aDay(number: number): Promise<Asked[]> {
  const file = join(folder, `day-${number}.json`);
  const env = {
    ...process.env,
    ...LOAD,
    PUBLIC_URL: urlOf('gateway'),
    BOOTSTRAP_OPERATOR_PHONE: OPERATOR_PHONE,
    BOOTSTRAP_OPERATOR_PASSWORD: platform.secrets.operatorPassword,
    LOAD_DIR: folder,
    K6_OUT: `json=${file}`,
  };
  const run = spawn(process.execPath, ['load-tests/run.ts', 'mixed-day'], { cwd: ROOT, env, stdio: 'inherit' });
  const code = await new Promise((resolve) => run.once('exit', resolve));
  const asked = askedIn(file);
  expect(code, 'the claims of the day').toBe(0);
  return asked;
}

/** Replaces every process, in the order of the map; begins when the first people have bought. */
async function rollAll(): Promise<Replaced[]> {
  await eventually(async () => expect((await books.all('orders', 'orders')).length).toBeGreaterThan(3), 120_000);
  const replaced: Replaced[] = [];
  for (const service of SERVICE_NAMES) replaced.push(...(await roll(platform, service, endpoints.get(service))));
  return replaced;
}

function report(replaced: readonly Replaced[], asked: readonly Asked[]): void {
  const seconds = (times: number[]) => times.map((ms) => (ms / 1000).toFixed(1)).join(', ');
  const rows = SERVICE_NAMES.map((service) => {
    const own = replaced.filter((one) => one.service === service);
    const { requests, failed, retried } = figuresOf(asked, own[0]?.from, own.at(-1)?.until);
    return [
      service,
      seconds(own.map(({ readyMs }) => readyMs)),
      seconds(own.map(({ drainMs }) => drainMs)),
      ...[requests, failed, retried].map(String),
    ];
  });
  const all = figuresOf(asked);
  rows.push(['all day', '', '', ...[all.requests, all.failed, all.retried].map(String)]);
  const lines = table(['service', 'ready after s', 'drained in s', 'requests', 'failed', 'retried'], rows);
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}

/** Ids of orders that facts, and what came of them, tell as paid. */
async function paidOrders() {
  type Order = { _id: string; paid_at?: Date };
  const orders = await books.all<Order>('orders', 'orders');
  const sales = await books.all<{ _id: string; quantity: number }>('catalog', 'sales');
  const facts = await publishedFacts(platform);
  const told = facts.filter(({ type }) => type === 'orders.order.paid.v1').map(({ key }) => key);
  return {
    paid: orders.flatMap(({ _id, paid_at }) => (paid_at ? [_id] : [])).sort(),
    told: [...new Set(told)].sort(),
    counted: sales.map(({ _id }) => _id.split(':')[0]).sort(),
    pieces: sales.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

describe('every process is replaced under load', () => {
  it('and no request fails, and no event takes effect twice', async () => {
    const asked: Asked[] = [];
    let isRolling = true;
    const rolled = rollAll().finally(() => {
      isRolling = false;
    });
    // Told when the day is over.
    rolled.catch(() => {});
    for (let day = 1; isRolling; day++) asked.push(...(await aDay(day)));
    const replaced = await rolled;
    report(replaced, asked);

    expect(replaced).toHaveLength(2 * SERVICE_NAMES.length);
    expect(Math.max(...replaced.map(({ drainMs }) => drainMs))).toBeLessThan(10_000);
    const { requests, failed } = figuresOf(asked);
    expect(requests).toBeGreaterThan(1000);
    expect(failed, 'failed requests').toBe(0);
  }, 900_000);

  it('and the books balance, with each effect of a fact there once', async () => {
    await books.balanced();
    await eventually(async () => {
      const { paid, told, counted, pieces } = await paidOrders();
      expect(paid.length).toBeGreaterThan(20);
      expect(told, 'each paid order is told of').toEqual(paid);
      expect(counted, 'each is counted as a sale once').toEqual(paid);
      const products = await books.all<{ sales?: number }>('catalog', 'products');
      expect(
        products.reduce((sum, { sales = 0 }) => sum + sales, 0),
        'sales of all products',
      ).toBe(pieces);
    }, 60_000);

    type Charge = { state: string; amount: number; refunds: { amount: number }[] };
    type Intent = { state: string; total: number; refunds?: { amount: number }[] };
    const charges = await books.all<Charge>('sandbox_pay', 'charges');
    const intents = await books.all<Intent>('payments', 'intents');
    const sum = (amounts: { amount: number }[]) => amounts.reduce((total, { amount }) => total + amount, 0);
    const captured = intents.filter(({ state }) => state === 'captured');
    expect(sum(charges.filter(({ state }) => state === 'captured')), 'the provider has taken').toBe(
      captured.reduce((total, intent) => total + intent.total, 0),
    );
    expect(sum(charges.flatMap(({ refunds }) => refunds)), 'the provider has given back').toBe(
      sum(intents.flatMap(({ refunds = [] }) => refunds)),
    );
    expect(await recount(platform, openShop(platform))).toEqual([]);
  }, 240_000);
});
