import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongo } from '@social/runtime/mongo';
import { aNamespace, dropNamespace, SERVERS } from '@social/testkit/servers';
import type { Collection, MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Upload } from '../src/upload.ts';
import { uploadsCollection } from '../src/upload-store.ts';
import { type Media, startMedia } from './processes.ts';
import { aPicture } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 });

const namespace = aNamespace();
let directory: string;
let client: MongoClient;
let uploads: Collection<Upload>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'media-'));
  const mongo = await openMongo(SERVERS.mongoUrl, namespace, 'media');
  client = mongo.client;
  uploads = uploadsCollection(mongo.db);
});
afterAll(async () => {
  await client?.close();
  await rm(directory, { recursive: true, force: true });
  await dropNamespace(namespace);
});

const started: Media[] = [];
const start = async (env: Record<string, string> = {}): Promise<Media> => {
  const media = await startMedia(namespace, { MEDIA_DIR: directory, SWEEP_MS: '100', ...env });
  started.push(media);
  return media;
};
afterEach(() => Promise.all(started.splice(0).map(({ stop }) => stop())));

/** What is in the store of one upload. */
const objectsOf = async (uploadId: string): Promise<string[]> => {
  const found = await readdir(join(directory, namespace), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((name) => name.includes(uploadId.slice(4)));
};

/** Sends a picture and has the service killed while it completes it. */
async function killedAt(point: string): Promise<string> {
  const dying: Media = await start({ CRASH_AT: point });
  const uploadId = await dying.send(await aPicture('png', 300, 200), 'image/png');
  await dying.complete(uploadId).catch(() => undefined);
  expect(await dying.crashed()).toBe('SIGKILL');
  return uploadId;
}

/** Time passes for one upload until the sweep has done all it has to do. */
async function swept(uploadId: string, until: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await uploads.updateOne({ _id: uploadId, due_at: { $exists: true } }, { $set: { due_at: new Date(0) } });
        return until();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

const POINTS = ['picture-made', 'picture-stored', 'picture-written'];

describe('killed while a picture is made', () => {
  it.each(POINTS)('at %s: whoever asks again has it, whole, and the file that came is cleared away', async (point) => {
    const uploadId = await killedAt(point);

    const media = await start();
    const { pictureId, sizes } = await media.complete(uploadId);
    for (const { name, bytes } of sizes) expect((await media.read(pictureId, name)).bytes).toHaveLength(bytes);
    await swept(uploadId, async () => !(await uploads.findOne({ _id: uploadId }))?.due_at);
    expect((await objectsOf(uploadId)).filter((name) => name.includes('incoming'))).toEqual([]);
    expect(await objectsOf(uploadId)).toHaveLength(sizes.length);
  });

  it.each(['picture-made', 'picture-stored'])('at %s: never asked again, nothing is left of it', async (point) => {
    const uploadId = await killedAt(point);
    expect((await objectsOf(uploadId)).length).toBeGreaterThan(0);

    await start();
    await swept(uploadId, async () => (await uploads.findOne({ _id: uploadId })) === null);
    expect(await objectsOf(uploadId)).toEqual([]);
  });
});
