import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON, Timestamp } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArchive, visitArchive } from './archive.ts';
import { backupAt } from './directory-store.ts';
import type { Header } from './header.ts';

const header: Header = {
  takenAt: new Date('2026-11-26T12:00:00Z'),
  clusterTime: new Timestamp({ t: 1_790_000_000, i: 3 }),
  keys: [{ secret: 'ordersEncryptionKeys', id: 'k1', fingerprint: '0123456789abcdef' }],
  topics: [{ name: 'orders.order.v1', partitions: 6, cut: [{ partition: 0, from: 3, to: 5 }] }],
  later: ['evt_1'],
  voids: [{ topic: 'orders.order.v1', partition: 1, from: 3, to: 5 }],
  groups: [{ name: 'payments', offsets: [{ topic: 'orders.order.v1', partition: 2, offset: 7 }] }],
  parts: [
    { kind: 'collection', database: 'orders', name: 'orders', options: {}, indexes: [{ name: '_id_' }], documents: 3 },
    { kind: 'facts' },
  ],
};

/** Not every place in a file is tried: a busy machine would take longer than a test may. */
const EVERY = 17;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  path = join(folder, 'a.backup');
});
afterEach(() => rm(folder, { recursive: true }));

const orders = ['a', 'b', 'c'].map((_id) => ({ _id, note: 'x'.repeat(100) }));

async function writeAll(documents = orders): Promise<void> {
  const archive = await createArchive(backupAt(path), header);
  for (const order of documents) await archive.add(BSON.serialize(order));
  await archive.endPart();
  await archive.add(BSON.serialize({ topic: 'orders.order.v1' }));
  await archive.endPart();
  await archive.keep();
}

describe('a backup file', () => {
  it('gives back its header and its documents, part by part', async () => {
    // More than one block.
    const orders = ['a', 'b', 'c'].map((_id) => ({ _id, note: 'x'.repeat(600_000) }));
    await writeAll(orders);
    const seen: [string, unknown][] = [];
    const read = await visitArchive(backupAt(path), {
      documents: async ({ kind }, documents) => {
        for (const document of documents) seen.push([kind, BSON.deserialize(document)]);
      },
    });
    expect(read).toEqual(header);
    expect(seen).toEqual([...orders.map((order) => ['collection', order]), ['facts', { topic: 'orders.order.v1' }]]);
  });

  it('is for its owner alone, and there only when it is whole', async () => {
    const archive = await createArchive(backupAt(path), header);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)]);
    await archive.discard();
    expect(await readdir(folder)).toEqual([]);

    await writeAll();
    expect(await readdir(folder)).toEqual(['a.backup']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is never written over', async () => {
    await writeAll();
    await expect(createArchive(backupAt(path), header)).rejects.toThrow('is there already');
  });

  it('is refused wherever a bit of it is turned', async () => {
    await writeAll();
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at += EVERY) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      await writeFile(path, changed);
      await expect(visitArchive(backupAt(path)), `byte ${at}`).rejects.toThrow('is damaged');
    }
  });

  it('is refused when it was cut short anywhere, and when something follows it', async () => {
    await writeAll();
    const bytes = await readFile(path);
    for (let length = 0; length < bytes.length; length += EVERY) {
      await writeFile(path, bytes.subarray(0, length));
      await expect(visitArchive(backupAt(path)), `${length} bytes`).rejects.toThrow('is damaged');
    }
    await writeFile(path, Buffer.concat([bytes, Buffer.of(0)]));
    await expect(visitArchive(backupAt(path))).rejects.toThrow('something follows its end');
  });

  it('is refused when it has fewer documents than its header says', async () => {
    await writeAll(orders.slice(1));
    await expect(visitArchive(backupAt(path))).rejects.toThrow('orders.orders has 2 documents instead of 3');
  });

  it('that is not there is said to be missing', async () => {
    await expect(visitArchive(backupAt(path))).rejects.toThrow(`There is no ${path}`);
  });
});
