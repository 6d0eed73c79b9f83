import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aBlackPng, aGif, aPhonePicture, aPicture, SVG } from '../test/samples.ts';
import { createMaker, type Maker } from './maker.ts';
import type { Job } from './making.ts';
import { readHeader } from './picture-header.ts';

/** Each picture takes a process its time, on a busy machine more. */
vi.setConfig({ testTimeout: 20_000 });

const WIDTHS = [200, 800, 1600];
const jobOf = (bytes: Buffer): Job => ({ bytes, ...readHeader(bytes), widths: WIDTHS });

const makers: Maker[] = [];
const aMaker = (timeLimitMs = 20_000) => {
  const maker = createMaker({ timeLimitMs, idleMs: 5000 });
  makers.push(maker);
  return maker;
};
afterAll(() => {
  for (const { stop } of makers) stop();
});

const maker = aMaker();

describe('a picture that is made', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('of a %s is WebP in every width', async (format) => {
    const made = await maker.make(jobOf(await aPicture(format)));
    expect(made.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['200', 200, 150],
      ['800', 800, 600],
      ['1600', 1200, 900],
    ]);
    for (const { bytes } of made) expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  it('stands upright, and tells neither where nor with what it was taken', async () => {
    const phone = await aPhonePicture();
    const before = await sharp(phone).metadata();
    expect([before.orientation, before.exif?.includes('Telephone')]).toEqual([6, true]);

    const made = await maker.make(jobOf(phone));
    expect(made.at(-1)).toMatchObject({ width: 300, height: 400 });
    for (const { bytes } of made) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(bytes.includes('Telephone')).toBe(false);
    }
  });

  it('keeps what shines through', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    const [small] = await maker.make(jobOf(clear));
    expect(small && (await sharp(small.bytes).stats()).isOpaque).toBe(false);
  });
});

describe('what the inspection may overlook', () => {
  const asJpeg = (bytes: Buffer): Job => ({ bytes, type: 'image/jpeg', width: 9, height: 9, widths: WIDTHS });

  it.each([
    ['an SVG', asJpeg(SVG)],
    ['a GIF', asJpeg(aGif(3))],
    ['other dimensions than were read', { ...jobOf(aBlackPng(20, 20)), width: 21 }],
    ['another type than was read', { ...jobOf(aBlackPng(20, 20)), type: 'image/webp' as const }],
    ['fewer rows than were announced', jobOf(aBlackPng(100, 1000, [], 10))],
  ])('%s reaches no decoder, or is refused by it', async (_what, job) => {
    await expect(maker.make(job)).rejects.toMatchObject({ code: 'picture-invalid' });
  });

  it('leaves the next picture unharmed', async () => {
    expect(await maker.make(jobOf(await aPicture('jpeg', 30, 20)))).toHaveLength(3);
  });
});

describe('a picture that takes too long', () => {
  it('is given up with its process', async () => {
    const hasty = aMaker(1);
    const job = jobOf(await aPicture('jpeg', 30, 20));
    await expect(hasty.make(job)).rejects.toMatchObject({ code: 'picture-too-large' });
    await expect(hasty.make(job)).rejects.toMatchObject({ code: 'picture-too-large' });
  });
});
