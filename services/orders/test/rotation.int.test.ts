import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fieldCipher } from '@social/runtime/field-cipher';
import { keyNotes } from '@social/runtime/key-notes';
import { openMongo } from '@social/runtime/mongo';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { Collection, Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAddress, sealAddress } from '../src/address.ts';
import type { Order } from '../src/domain.ts';
import { anOrder, HOME } from '../src/fixtures.ts';
import { missingKeys } from '../src/missing-keys.ts';
import { codeOf, sealCode } from '../src/pick-up.ts';
import { leftUnderOlder, resealBatch, rotateKeys } from '../src/rotation.ts';
import { ordersOf } from '../src/store.ts';

const CLI = fileURLToPath(new URL('../src/rotate-keys.ts', import.meta.url));
const MANY = 450;
const aKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [OLD, NEW] = [aKey('k1'), aKey('k2')];
const [older, ring, newer] = [fieldCipher(OLD), fieldCipher(`${NEW},${OLD}`), fieldCipher(NEW)];

const namespace = aNamespace();
let client: MongoClient;
let db: Db;
let orders: Collection<Order>;

beforeAll(async () => {
  ({ client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'orders'));
  orders = ordersOf(db);
});
beforeEach(() => orders.deleteMany({}));
afterAll(async () => {
  await client?.close();
  await dropNamespace(namespace);
});

const idOf = (number: number) => `ord_01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** One that is sent, one that is picked up, one in which nothing is sealed, and so on. */
function anOlderOrder(number: number): Order {
  const { address: _, ...order } = { ...anOrder(), _id: idOf(number), version: 3 };
  if (number % 3 === 0) return { ...order, address: sealAddress(older, order._id, HOME) };
  if (number % 3 === 1) return order;

  const point = { id: 'west', name: '西店', address: '文三路 2 号', phone: '', hours: '' };
  return { ...order, state: 'pending_shipment', pick_up: { point, code: sealCode(older, order._id), wrong: 0 } };
}

const sealedOnes = () =>
  Array.from({ length: MANY }, (_, number) => number).filter((number) => number % 3 !== 1).length;

describe('rotating the encryption keys of orders', () => {
  it('goes on where it was cut off, tells what is left, and lets the old key be dropped', async () => {
    await orders.insertMany(Array.from({ length: MANY }, (_, number) => anOlderOrder(number)));
    expect(await leftUnderOlder(orders, ring)).toBe(sealedOnes());
    const codes = new Map(
      (await orders.find({ pick_up: { $exists: true } }).toArray()).map((order) => [order._id, codeOf(older, order)]),
    );

    const cutOff = rotateKeys(orders, ring, () => {
      throw new Error('power cut');
    });
    await expect(cutOff).rejects.toThrow('power cut');
    const left = await leftUnderOlder(orders, ring);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(sealedOnes());
    expect(await rotateKeys(orders, ring, () => {})).toBe(left);
    expect(await leftUnderOlder(orders, ring)).toBe(0);
    expect(await rotateKeys(orders, ring, () => {})).toBe(0);

    for (const order of await orders.find().toArray()) {
      if (order.address) expect(openAddress(newer, order._id, order.address)).toEqual(HOME);
      if (order.pick_up) expect(codeOf(newer, order)).toBe(codes.get(order._id));
      expect(order.version).toBe(order.address || order.pick_up ? 4 : 3);
    }
  });

  it('never undoes a change that is made between its reading and its writing', async () => {
    const order = anOlderOrder(0);
    await orders.insertOne(order);
    await orders.updateOne({ _id: order._id }, { $set: { remark: '放门口', version: order.version + 1 } });
    expect(await resealBatch(orders, ring, [order])).toBe(0);
    expect(await orders.findOne({ _id: order._id })).toMatchObject({ remark: '放门口', address: order.address });
  });

  it('stops at an order whose key is gone, and says which', async () => {
    await orders.insertOne(anOlderOrder(0));
    await expect(rotateKeys(orders, newer, () => {})).rejects.toThrow('sealed with key k1, which is unknown here');
    expect(await leftUnderOlder(orders, newer)).toBe(1);
  });

  it('runs as a command, after which a service without the old key starts', async () => {
    await orders.insertMany(Array.from({ length: 6 }, (_, number) => anOlderOrder(number)));
    const notes = keyNotes(db, 'encryption');
    await notes.note('k1', new Date(Date.now() - 600_000));
    expect(await missingKeys(notes, newer)).toEqual([expect.stringContaining('sealed with key k1')]);

    const env = {
      PATH: process.env.PATH,
      MONGO_URL: SERVERS.mongoUrl,
      NAMESPACE: namespace,
      ORDERS_ENCRYPTION_KEYS: `${NEW},${OLD}`,
    };
    const command = spawn(process.execPath, [CLI], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    command.stdout.on('data', (chunk) => {
      said += chunk;
    });
    expect(await once(command, 'close')).toEqual([0, null]);
    expect(said).toContain('orders: 4 of 4 sealed anew');
    expect(said).toContain('Everything stands under k2 (written: 4 orders; left: 0)');
    expect(await missingKeys(notes, newer)).toEqual([]);
  });
});
