import type { Picture__Output } from '@social/contracts/generated/social/media/v1/Picture';
import type { Purpose__Output } from '@social/contracts/generated/social/media/v1/Purpose';
import type { Upload__Output } from '@social/contracts/generated/social/media/v1/Upload';
import { z } from 'zod';
import { Instant, instant } from './values.ts';

export const PurposeName = z
  .enum(['product_picture'])
  .meta({ description: 'What the picture is for; `product_picture`: merchant staff and operators.' });
export type PurposeName = z.output<typeof PurposeName>;

const PURPOSES = { product_picture: 'PURPOSE_PRODUCT_PICTURE' } as const satisfies Record<PurposeName, Purpose__Output>;

export const purpose = (name: PurposeName) => PURPOSES[name];

export const Upload = z
  .strictObject({
    uploadId: z.string(),
    method: z.literal('PUT'),
    url: z.string().meta({ description: 'Where the file is sent, without an access token.' }),
    headers: z.record(z.string(), z.string()).meta({
      description: 'To be sent with it as they are; a browser sets `content-length` by itself.',
    }),
    expiresAt: Instant,
  })
  .meta({ id: 'Upload' });

export const upload = ({ uploadId, url, headers, expiresAt }: Upload__Output): z.output<typeof Upload> => ({
  uploadId,
  method: 'PUT',
  url,
  headers,
  expiresAt: instant(expiresAt),
});

const PictureSize = z.strictObject({
  size: z.string().meta({ description: 'The width it is for, in pixels.', example: '800' }),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  url: z.string().meta({ description: 'A path on this platform, as product pictures take it.' }),
});

export const Picture = z
  .strictObject({ pictureId: z.string(), sizes: z.array(PictureSize) })
  .meta({ id: 'Picture', description: 'Its sizes from the smallest to the largest, all WebP.' });

export const picture = ({ pictureId, sizes }: Picture__Output): z.output<typeof Picture> => ({
  pictureId,
  sizes: sizes.map(({ name, width, height, bytes }) => ({
    size: name,
    width,
    height,
    bytes,
    url: `/v1/pictures/${pictureId}/${name}`,
  })),
});
