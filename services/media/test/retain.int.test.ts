import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import { openMongo } from '@social/runtime/mongo';
import { eventually } from '@social/testkit/eventually';
import { runJob } from '@social/testkit/job-process';
import { startOwnProcess } from '@social/testkit/own-process';
import { aNamespace, dropNamespace, freePort, SERVERS } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Upload, uploadIdOf } from '../src/upload.ts';
import { uploadsCollection } from '../src/upload-store.ts';
import { type Media, startMedia, TOKEN_KEY } from './processes.ts';
import { aPicture } from './samples.ts';

/** Each picture is made by a process of its own. */
vi.setConfig({ testTimeout: 120_000 });

const RETAIN = join(import.meta.dirname, '../src/retain.ts');
const CATALOG = join(import.meta.dirname, '../../catalog/src/main.ts');
const DAY = 24 * 3_600_000;
const OPERATOR = { caller: { userId: 'usr_operator', roles: ['operator'] } };

const namespace = aNamespace();
const ago = (days: number) => new Date(Date.now() - days * DAY);

let directory: string;
let client: MongoClient;
let uploads: Collection<Upload>;
let media: Media;
let catalog: Awaited<ReturnType<typeof startOwnProcess>>;
let shop: ReturnType<typeof createRpcClient<ReturnType<typeof services.catalog>>>;
let env: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'media-'));
  const mongo = await openMongo(SERVERS.mongoUrl, namespace, 'media');
  client = mongo.client;
  uploads = uploadsCollection(mongo.db);
  const address = `127.0.0.1:${await freePort()}`;
  const own = { MONGO_URL: SERVERS.mongoUrl, NAMESPACE: namespace, CATALOG_ADDR: address };
  env = { ...own, INTERNAL_TOKEN_KEY: TOKEN_KEY[0].export().toString('base64') };
  const nobody = { ORDERS_ADDR: '127.0.0.1:9', GROUP_BUY_ADDR: '127.0.0.1:9' };
  const ofCatalog = { ...env, ...nobody, KAFKA_BROKERS: SERVERS.kafkaBrokers, GRPC_PORT: address.split(':')[1] ?? '' };
  [media, catalog] = await Promise.all([
    startMedia(namespace, { MEDIA_DIR: directory, SWEEP_MS: '100' }),
    startOwnProcess(CATALOG, ofCatalog),
  ]);
  shop = createRpcClient(services.catalog(), address, { tokenKey: TOKEN_KEY });
});
afterAll(async () => {
  shop?.close();
  await Promise.all([media?.stop(), catalog?.stop()]);
  await client?.close();
  await rm(directory, { recursive: true, force: true });
  await dropNamespace(namespace);
});

/** A picture that was brought so many days ago; answers its id. */
async function brought(days: number): Promise<string> {
  const { pictureId } = await media.bring(await aPicture('png', 30, 20), 'image/png');
  await uploads.updateOne({ _id: uploadIdOf(pictureId) }, { $set: { created_at: ago(days) } });
  return pictureId;
}

const retain = (more: Record<string, string> = {}) => runJob(RETAIN, { ...env, ...more });
const isGiven = (pictureId: string) =>
  media.read(pictureId, '200').then(
    () => true,
    () => false,
  );
const filesOf = async (pictureId: string) =>
  (await readdir(join(directory, namespace), { recursive: true })).filter((name) => name.includes(`${pictureId}/`));

/** The catalog has noted pictures for so long. */
async function notedFor(days: number): Promise<void> {
  const attached = client.db(`${namespace}catalog`).collection<{ _id: string; at: Date }>('attached_pictures');
  await attached.updateOne({ _id: 'since' }, { $set: { at: ago(days) } });
}

describe('retain', () => {
  it('removes pictures that nothing was ever shown with; what was once, stays, whatever became of it', async () => {
    const { merchantId } = await shop.CreateMerchant(
      { slug: `m-${randomBytes(4).toString('hex')}`, name: 'M' },
      OPERATOR,
    );
    const { categoryId } = await shop.CreateCategory({ slug: 'tea', name: 'Tea' }, OPERATOR);
    const [shown, replaced, ofBrand, unused, young, ancient] = [
      ...[await brought(50), await brought(50), await brought(50), await brought(50), await brought(29)],
      await brought(99),
    ];
    const path = (id = '') => `/v1/pictures/${id}/800`;
    const skus = [{ priceAmount: 900, stock: 1 }];
    const product = { handle: 'tea', title: 'Tea', currency: 'CNY', onSale: true, categoryId, skus };
    const first = { ...product, pictures: [path(replaced)] };
    const { productId, version } = await shop.CreateProduct({ merchantId, product: first }, OPERATOR);
    const html = { ...product, description: `<img src="${path(shown)}">` };
    await shop.UpdateProduct({ productId, version, product: html }, OPERATOR);
    await shop.DeleteProduct({ productId }, OPERATOR);
    await shop.CreateBrand({ slug: 'b', name: 'B', logo: path(ofBrand) }, OPERATOR);
    await notedFor(90);

    const dry = await retain({ DRY_RUN: 'true' });
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.said).toBe(
      'media: would remove 1 pictures that nothing was shown with for 30 days; nothing was changed\n',
    );
    expect(await isGiven(unused ?? '')).toBe(true);

    expect((await retain()).said).toBe('media: 1 pictures that nothing was shown with for 30 days removed\n');

    expect(await isGiven(unused ?? '')).toBe(false);
    await eventually(async () => {
      expect(await filesOf(unused ?? '')).toEqual([]);
      expect(await uploads.findOne({ _id: uploadIdOf(unused ?? '') })).toBeNull();
    });
    for (const id of [shown, replaced, ofBrand, young, ancient]) expect(await isGiven(id ?? '')).toBe(true);
    expect((await retain()).said).toContain('media: 0 pictures');
  });

  it('removes nothing while the catalog does not answer, and says so in one line', async () => {
    const picture = await brought(50);
    const away = await retain({ CATALOG_ADDR: '127.0.0.1:9' });

    expect(away.code).toBe(1);
    expect(away.said.trim().split('\n')).toHaveLength(1);
    expect(await isGiven(picture)).toBe(true);
  });
});
