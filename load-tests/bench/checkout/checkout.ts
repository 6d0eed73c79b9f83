/** People who check three lines from two merchants out, against one process that only writes the same documents. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressBookDoc } from '@social/identity/address-store';
import { freePorts } from '@social/local/ports';
import { HOST } from '@social/local/system';
import { BSON, type Document, MongoClient } from 'mongodb';
import type { Bench } from '../bench.ts';
import type { CrowdOrder } from '../join/crowd.ts';
import { accepted } from '../join/join.ts';
import { fileOf, peopleOf, requestOf } from '../join/rush-shop.ts';
import { interleaved, LONG_WARM_UP, ROUNDS } from '../rounds.ts';
import type { Sample } from '../row.ts';
import { openShop } from '../shop.ts';
import { type Platform, type Stage, startServices } from '../stage.ts';
import { WIDE_LIMITS } from '../wide-limits.ts';

const CHECKOUTS = 3000;
const CONNECTIONS = 128;
const STOCK = 100_000_000;
const SERVICES = ['identity', 'catalog', 'orders', 'gateway'] as const;

type Line = { skuId: string; quantity: number };

/** Two merchants' SKUs: two lines of one, one of the other, all of them hot. */
async function threeLines(platform: Platform): Promise<Line[]> {
  const shop = openShop(platform);
  const [two, one] = [await shop.aMerchant(), await shop.aMerchant()];
  const skus = [await shop.aSku(two, STOCK), await shop.aSku(two, STOCK), await shop.aSku(one, STOCK)];
  return skus.map(({ skuId }) => ({ skuId, quantity: 1 }));
}

/** Whose time counts: the processes of a side and the servers. */
const processesOf = (stage: Stage, own: Iterable<readonly [string, number]>) =>
  new Map<string, number>([...own, ...stage.serverPids()]);

/** What one checkout left behind, for the one process to write again. */
async function templateOf(client: MongoClient, { namespace }: Platform, lines: Line[]) {
  const database = (name: string) => client.db(`${namespace}${name}`);
  const order = await database('orders').collection('orders').findOne({ state: 'pending_payment' });
  const orders = await database('orders').collection('orders').find({ checkout_id: order?.checkout_id }).toArray();
  const ids = orders.map(({ _id }) => String(_id));
  const holders = await database('catalog')
    .collection<{ _id: string }>('stock_holders')
    .find({ _id: { $in: ids } })
    .toArray();
  const movements = await database('catalog')
    .collection('stock_movements')
    .find({ holder_id: { $in: ids } })
    .toArray();
  const inserted: Record<string, Document[]> = { orders, holders, movements };
  return { inserted, taken: lines.map(({ skuId, quantity }) => ({ sku: skuId, quantity })) };
}

async function startOneProcess(stage: Stage, template: object) {
  const file = join(stage.folder, 'checkout.json');
  writeFileSync(file, BSON.EJSON.stringify(template));
  const [port = 0] = await freePorts(1);
  const script = join(import.meta.dirname, 'one-process.ts');
  const readyUrl = `http://${HOST}:${port}/readyz`;
  const pid = await stage.start({
    name: 'one-process',
    script,
    args: [`${port}`, stage.urls.mongoUrl, file],
    readyUrl,
  });
  return { port, pid };
}

async function measure(stage: Stage) {
  const platform = await startServices(stage, SERVICES, { gateway: WIDE_LIMITS });
  const client = await MongoClient.connect(stage.urls.mongoUrl);
  const database = (name: string) => client.db(`${platform.namespace}${name}`);
  const lines = await threeLines(platform);
  const people = peopleOf(platform, database('identity').collection<AddressBookDoc>('address_books'));
  const orders = database('orders').collection('orders');
  const settled = async () => {
    while ((await orders.countDocuments({ outbox: { $exists: true } })) > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const crowd = async (port: number): Promise<CrowdOrder> => {
    const who = await people(CHECKOUTS);
    const requests = who.map((person) => requestOf(person, '/v1/orders', port, { lines }));
    return { port, file: fileOf(stage, 'checkout', requests), connections: CONNECTIONS };
  };
  const told = (who: string, { value, cpuUs, each }: Awaited<ReturnType<typeof accepted>>): Sample => {
    stage.steps.say(`      ${who}, µs: ${each.map(([name, us]) => `${name} ${us.toFixed(0)}`).join(', ')}`);
    return { value, cpuUs };
  };
  const ours = async () => {
    const order = await crowd(Number(new URL(platform.url).port));
    return told('ours', await accepted(processesOf(stage, platform.pids), order, settled));
  };
  let ideal: { port: number; pid: number } | undefined;
  const limit = async () => {
    ideal ??= await startOneProcess(stage, await templateOf(client, platform, lines));
    const order = await crowd(ideal.port);
    return told('one process', await accepted(processesOf(stage, [['one process', ideal.pid]]), order, async () => {}));
  };
  const rounds = await interleaved({ ours, limit, warmUp: LONG_WARM_UP }, ROUNDS, stage.steps.say);
  await client.close();
  return [rounds];
}

/** A cart of three lines becomes two orders: priced, stock taken, durable. */
export const checkout: Bench = {
  claims: [{ name: 'checkout', unit: 'checkouts/s', bar: 0.3, holds: 'at-least' }],
  measure,
};
