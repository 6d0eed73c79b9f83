import { mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@social/runtime/log';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Maintenance, noticeIn, watchMaintenance } from './maintenance.ts';

const log = createLogger('test', 'silent');
let folder: string;
let file: string;
let maintenance: Maintenance | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maintenance-'));
  file = join(folder, 'message');
});
afterEach(async () => {
  await maintenance?.stop();
  maintenance = undefined;
  await rm(folder, { recursive: true });
});

describe('the notice of a maintenance', () => {
  it('is the text of its file, without what surrounds it', async () => {
    await writeFile(file, '\n back at 21:00 \n');
    expect(await noticeIn(file)).toBe('back at 21:00');
  });

  it('is none where there is no file, or nothing in it', async () => {
    expect(await noticeIn(file)).toBeUndefined();
    await writeFile(file, ' \n');
    expect(await noticeIn(file)).toBeUndefined();
  });

  it('has an end', async () => {
    await writeFile(file, 'x'.repeat(5000));
    expect(await noticeIn(file)).toHaveLength(500);
  });
});

describe('maintenance', () => {
  it('is on from the start where its file says so, and tells when to come again', async () => {
    await writeFile(file, 'back at 21:00');
    maintenance = await watchMaintenance(file, log);
    expect(maintenance.refusal()).toMatchObject({
      code: 'maintenance',
      message: 'back at 21:00',
      details: { retryAfterMs: 60_000 },
    });
  });

  it('begins and ends with its file, also one that is put in place as a mounted ConfigMap is', async () => {
    maintenance = await watchMaintenance(file, log);
    expect(maintenance.refusal()).toBeUndefined();

    const newer = join(folder, '..data');
    await writeFile(newer, 'back soon');
    await symlink(newer, file);
    await expect.poll(() => maintenance?.refusal()?.message, { timeout: 5000 }).toBe('back soon');

    await unlink(file);
    await expect.poll(() => maintenance?.refusal(), { timeout: 5000 }).toBeUndefined();
  });

  it('is never where no file is named', async () => {
    maintenance = await watchMaintenance(undefined, log);
    expect(maintenance.refusal()).toBeUndefined();
  });
});
