import { join } from 'node:path';
import { openMongo } from '@social/runtime/mongo';
import { runJob } from '@social/testkit/job-process';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlertDoc, type Collections, collectionsOf } from '../src/documents.ts';

const SCRIPT = join(import.meta.dirname, '../src/retain.ts');
const DAY = 24 * 3_600_000;

const namespace = aNamespace();
const env = { MONGO_URL: SERVERS.mongoUrl, NAMESPACE: namespace };
let client: MongoClient;
let alerts: Collections['alerts'];

beforeAll(async () => {
  const opened = await openMongo(SERVERS.mongoUrl, namespace, 'catalog');
  client = opened.client;
  alerts = collectionsOf(opened.db).alerts;
});
afterAll(async () => {
  await client.close();
  await dropNamespace(namespace);
});

const anAlert = (number: number, days: number, more: Partial<AlertDoc> = {}): AlertDoc => ({
  ...{ _id: `sku_${number}:1`, sku_id: `sku_${number}`, merchant_id: 'mer_1', available: 1, threshold: 2 },
  ...{ at: new Date(Date.now() - days * DAY) },
  ...more,
});

describe('retain', () => {
  it('removes notes of low stock that were told long ago; not what is young, nor what still waits to be told', async () => {
    const fact = { id: 'e', topic: 't', type: 'x', key: 'k', at: new Date(0), data: {} };
    const waiting = anAlert(1, 400, { outbox: [fact] });
    const young = anAlert(2, 89);
    const old = Array.from({ length: 1200 }, (_, index) => anAlert(index + 10, 91));
    await alerts.insertMany([waiting, young, ...old]);

    const dry = await runJob(SCRIPT, { ...env, DRY_RUN: 'true' });
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.said).toBe('catalog: would remove 1200 notes of low stock; nothing was changed\n');
    expect(await alerts.countDocuments()).toBe(1202);

    const done = await runJob(SCRIPT, { ...env, RETAIN_PER_SECOND: '5000' });
    expect(done.said).toContain('catalog: 1200 notes of low stock removed');
    expect((await alerts.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([waiting._id, young._id]);
  });
});
