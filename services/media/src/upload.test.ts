import { isKey } from '@social/runtime/objects';
import { describe, expect, it } from 'vitest';
import {
  clearing,
  incomingKey,
  LINK_MS,
  openUpload,
  outcomeOf,
  pictureIdOf,
  sizeKey,
  type Upload,
  uploadIdOf,
} from './upload.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);

const anUpload = (changes: Partial<Upload> = {}): Upload => ({
  ...openUpload(
    { _id: 'upl_1', user_id: 'usr_ann', purpose: 'product-picture', content_type: 'image/png', bytes: 9 },
    NOON,
  ),
  ...changes,
});
const SIZES = [{ name: '200', width: 1, height: 1, bytes: 1, etag: '"x"' }];

describe('an upload', () => {
  it('takes a file for ten minutes', () => {
    expect(LINK_MS).toBe(600_000);
    expect(anUpload()).toMatchObject({ state: 'open', expires_at: minutes(10), due_at: minutes(15) });
  });

  it('is left alone until all that may come has come', () => {
    expect(clearing(anUpload(), minutes(14))).toBeUndefined();
  });

  it('of which nothing came expires first, and is removed when nobody can be at work on it any more', () => {
    const expired = clearing(anUpload(), minutes(15));
    expect(expired).toEqual({ step: 'expire', next: { state: 'expired', due_at: minutes(17) } });
    expect(clearing(anUpload({ state: 'expired', due_at: minutes(17) }), minutes(16))).toBeUndefined();
    expect(clearing(anUpload({ state: 'expired', due_at: minutes(17) }), minutes(17))).toEqual({ step: 'remove' });
  });

  it('that became a picture loses only the file that came, a refused one everything', () => {
    expect(clearing(anUpload({ state: 'ready', sizes: SIZES }), minutes(15))).toEqual({ step: 'keep-picture' });
    expect(clearing(anUpload({ state: 'ready', due_at: undefined }), minutes(99))).toBeUndefined();
    expect(clearing(anUpload({ state: 'refused' }), minutes(15))).toEqual({ step: 'remove' });
  });

  it('tells the same whenever it is asked', () => {
    expect(outcomeOf(anUpload())).toBeUndefined();
    expect(outcomeOf(anUpload({ state: 'ready', sizes: SIZES }))).toEqual(SIZES);
    const refusal = { code: 'picture-invalid' as const, message: 'it is a page' };
    expect(() => outcomeOf(anUpload({ state: 'refused', refusal }))).toThrow('it is a page');
    expect(() => outcomeOf(anUpload({ state: 'expired' }))).toThrow('time is over');
  });

  it('and its picture know each other by their ids', () => {
    expect(pictureIdOf('upl_0198-a')).toBe('pic_0198-a');
    expect(uploadIdOf('pic_0198-a')).toBe('upl_0198-a');
    for (const key of [incomingKey('upl_0198-a'), sizeKey('upl_0198-a', '800')]) expect(isKey(key)).toBe(true);
  });
});
