import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binary, BSON } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filePieces, putPieces } from './files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const piecesIn = async (directory: string): Promise<Buffer[]> => {
  const pieces: Buffer[] = [];
  for await (const piece of filePieces(directory)) pieces.push(Buffer.from(piece));
  return pieces;
};

describe('files in a backup', () => {
  it('come back as they were, twice if need be, beside what is there', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await mkdir(join(from, 'a/b'), { recursive: true });
    const large = Buffer.alloc(1_300_000, 'abc');
    await writeFile(join(from, 'a/b/large'), large);
    await writeFile(join(from, 'empty'), '');
    await mkdir(to);
    await writeFile(join(to, 'other'), 'stays');

    const pieces = await piecesIn(from);
    await putPieces(to, pieces);
    await putPieces(to, pieces);
    expect((await readFile(join(to, 'a/b/large'))).equals(large)).toBe(true);
    expect(await readFile(join(to, 'empty'), 'utf8')).toBe('');
    expect(await readFile(join(to, 'other'), 'utf8')).toBe('stays');
  });

  it('are left out while they are being written', async () => {
    await mkdir(join(folder, '.parts'));
    await writeFile(join(folder, '.parts/half'), 'ha');
    await writeFile(join(folder, '.half'), 'ha');
    expect(await piecesIn(folder)).toEqual([]);
  });

  it('are none where there is no directory', async () => {
    expect(await piecesIn(join(folder, 'nowhere'))).toEqual([]);
  });

  it('never lead out of their directory', async () => {
    const piece = BSON.serialize({ path: '../out', at: 0, bytes: new Binary(Buffer.from('x')) });
    await expect(putPieces(join(folder, 'in'), [Buffer.from(piece)])).rejects.toThrow('leads out of its directory');
  });
});
