import { createSecretKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongo } from '@social/runtime/mongo';
import { turnableClock } from '@social/testkit/clock';
import { aNamespace, dropNamespace, SERVERS, silentLog } from '@social/testkit/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCompleting } from '../src/completing.ts';
import { createUpload } from '../src/creating.ts';
import { clearDue } from '../src/deadlines.ts';
import { openDirectory } from '../src/directory-store.ts';
import { createMaker } from '../src/maker.ts';
import { createTurns } from '../src/turns.ts';
import { incomingKey, MAX_OPEN, sizeKey } from '../src/upload.ts';
import { linkSigner } from '../src/upload-link.ts';
import { ensureIndexes, uploadsIn } from '../src/upload-store.ts';
import { STAFF } from './processes.ts';
import { aPicture, SVG } from './samples.ts';

const MINUTE = 60_000;
const namespace = aNamespace();
const clock = turnableClock();
const world = await openWorld();

async function openWorld() {
  const directory = await mkdtemp(join(tmpdir(), 'media-'));
  const { client, db } = await openMongo(SERVERS.mongoUrl, namespace, 'media');
  await ensureIndexes(db);
  const store = await openDirectory(directory, linkSigner('http://media.test', [createSecretKey(Buffer.alloc(32))]));
  const maker = createMaker({ timeLimitMs: 20_000, idleMs: 1000 });
  const deps = { uploads: uploadsIn(db), store, clock, log: silentLog };
  const { complete } = openCompleting({ ...deps, maker, turns: createTurns({ atOnce: 1, waiting: 9 }) });
  const open = async (file: Buffer, userId = STAFF.userId) => {
    const wish = { purpose: 'product-picture', contentType: 'image/png', bytes: file.length } as const;
    return (await createUpload(deps, { ...STAFF, userId }, wish, undefined)).upload._id;
  };
  const sent = async (file: Buffer) => {
    const id = await open(file);
    await store.put(incomingKey(id), file, 'image/png');
    return id;
  };
  const stop = async () => {
    maker.stop();
    await client.close();
    await rm(directory, { recursive: true });
  };
  return {
    ...deps,
    open,
    sent,
    complete: (id: string) => complete(id, STAFF.userId),
    clear: () => clearDue(deps),
    stop,
  };
}

let png: Buffer;
beforeAll(async () => {
  png = await aPicture('png', 30, 20);
});
afterAll(async () => {
  await world.stop();
  await dropNamespace(namespace);
});

const { uploads, store } = world;
const hasFile = async (id: string) => (await store.get(incomingKey(id), 1)) !== undefined;
const hasSize = async (id: string) => (await store.get(sizeKey(id, '200'), 1)) !== undefined;

describe('an upload that is never completed', () => {
  it('is gone with its file, in two steps', async () => {
    const id = await world.sent(png);
    clock.turn(14 * MINUTE);
    await world.clear();
    expect([(await uploads.find(id))?.state, await hasFile(id)]).toEqual(['open', true]);

    clock.turn(2 * MINUTE);
    await world.clear();
    expect((await uploads.find(id))?.state).toBe('expired');
    await expect(world.complete(id)).rejects.toMatchObject({ code: 'upload-not-found' });

    clock.turn(3 * MINUTE);
    await world.clear();
    expect([await uploads.find(id), await hasFile(id)]).toEqual([null, false]);
  });

  it('leaves nothing of a picture that was being made when it expired', async () => {
    const id = await world.sent(png);
    clock.turn(16 * MINUTE);
    const find = uploads.find.bind(uploads);
    const [found] = [await find(id)];
    await Promise.all([world.complete(id).catch(() => {}), world.clear()]);
    clock.turn(3 * MINUTE);
    await world.clear();
    const now = await find(id);
    // Whoever was first decides, and the objects are as the document says.
    expect(found?.state).toBe('open');
    expect([now?.state ?? 'gone', await hasSize(id)]).toEqual(now ? ['ready', true] : ['gone', false]);
    expect(await hasFile(id)).toBe(false);
  });
});

describe('the file of a finished picture', () => {
  it('that comes again by a link that still holds is removed, the picture stays', async () => {
    const id = await world.sent(png);
    await world.complete(id);
    await store.put(incomingKey(id), png, 'image/png');
    clock.turn(16 * MINUTE);
    await world.clear();
    expect([await hasFile(id), await hasSize(id)]).toEqual([false, true]);
    expect(await uploads.find(id)).not.toHaveProperty('due_at');
    expect((await world.complete(id)).sizes).toHaveLength(3);
  });
});

describe('a refusal', () => {
  it('is remembered for as long as its link may be used, then nothing is left', async () => {
    const id = await world.sent(SVG);
    await expect(world.complete(id)).rejects.toMatchObject({ code: 'picture-invalid' });
    clock.turn(14 * MINUTE);
    await world.clear();
    await expect(world.complete(id)).rejects.toMatchObject({ code: 'picture-invalid' });
    clock.turn(2 * MINUTE);
    await world.clear();
    await expect(world.complete(id)).rejects.toMatchObject({ code: 'upload-not-found' });
    expect(await uploads.find(id)).toBeNull();
  });
});

describe('an account', () => {
  it('has no more than a hundred unfinished uploads', async () => {
    for (let count = 0; count < MAX_OPEN; count++) await world.open(png, 'usr_many');
    await expect(world.open(png, 'usr_many')).rejects.toMatchObject({ code: 'upload-limit' });
    clock.turn(16 * MINUTE);
    await world.clear();
    expect(await world.open(png, 'usr_many')).toMatch(/^upl_/);
  });
});
