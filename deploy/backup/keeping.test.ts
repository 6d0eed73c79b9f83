import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectory } from './directory-store.ts';
import { nameAt, needless, removeNeedless } from './keeping.ts';

const days = [20, 22, 21, 23].map((day) => nameAt(new Date(`2026-11-${day}T02:00:00.500Z`)));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeping-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('backups that are kept', () => {
  it('have their time for a name', () => {
    expect(days[0]).toBe('20261120T020000Z.backup');
  });

  it('are the newest', () => {
    expect(needless(days, 2)).toEqual(['20261120T020000Z.backup', '20261121T020000Z.backup']);
    expect(needless(days, 4)).toEqual([]);
  });

  it('leave alone what else lies beside them', async () => {
    for (const name of [...days, 'by-hand.backup', 'notes.txt']) await writeFile(join(folder, name), '');

    expect(await removeNeedless(openDirectory(folder), 1)).toHaveLength(3);
    expect(await readdir(folder)).toEqual(['20261123T020000Z.backup', 'by-hand.backup', 'notes.txt']);
  });
});

describe('a directory of backups', () => {
  it('is there with the first, and loses what a killed one left', async () => {
    const store = openDirectory(join(folder, 'new'));
    expect(await store.names()).toEqual([]);

    const sink = await store.begin('a.backup');
    await sink.write([Buffer.from('half')]);
    expect(await store.names()).toEqual([]);
    await store.tidy();
    expect(await readdir(join(folder, 'new'))).toEqual([]);
    await sink.discard();
  });

  it('says what keeps it from taking one', async () => {
    await writeFile(join(folder, 'file'), '');
    const store = openDirectory(join(folder, 'file'));
    await expect(store.begin('a.backup')).rejects.toThrow('file: it is no directory. Nothing was kept.');
    await expect(openDirectory(folder).begin('../a.backup')).rejects.toThrow('is no name of a backup');
  });
});
