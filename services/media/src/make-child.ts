/** A process of its own that decodes what strangers send: it has no secret, no connection, and may be killed at any time. */
import sharp from 'sharp';
import { MAX_PIXELS, MAX_SIDE } from './limits.ts';
import type { Answer, Job, Made } from './making.ts';
import type { ContentType } from './purpose.ts';

const FORMATS: Record<ContentType, string> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' };

// Whatever the inspection may overlook: no other reader of the library can be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

const LIMITS = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1, sequentialRead: true } as const;

/** Pixels as they are meant to be seen: turned upright, in sRGB, no wider than asked, with nothing that tells of their origin. */
async function decode({ bytes, type, width, height, widths }: Job) {
  const input = sharp(bytes, LIMITS);
  const found = await input.metadata();
  if (found.format !== FORMATS[type] || found.width !== width || found.height !== height) {
    throw new Error('the file says of itself what it is not');
  }
  return input
    .autoOrient()
    .resize({ width: Math.max(...widths), height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function make(job: Job): Promise<Made[]> {
  const { data, info } = await decode(job);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const sizes: Made[] = [];
  for (const wanted of job.widths) {
    const made = await sharp(data, { raw })
      .resize({ width: wanted, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    sizes.push({ name: `${wanted}`, width: made.info.width, height: made.info.height, bytes: made.data });
  }
  return sizes;
}

async function answer(job: Job): Promise<Answer> {
  try {
    return { sizes: await make(job) };
  } catch (error) {
    return { unfit: error instanceof Error ? error.message : 'no reason told' };
  }
}

process.on('message', async (job: Job) => {
  // What travels between processes comes as plain bytes.
  process.send?.(await answer({ ...job, bytes: Buffer.from(job.bytes) }));
});
process.on('disconnect', () => process.exit(0));
