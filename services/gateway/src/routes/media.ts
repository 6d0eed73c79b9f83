import { z } from 'zod';
import { sendPicture } from '../pictures.ts';
import { type Route, route } from '../route.ts';
import { Picture, PurposeName, picture, purpose, Upload, upload } from '../views/media.ts';
import { Id } from '../views/values.ts';

const tag = 'media';

/** Longer than a picture takes to be made, shorter than a key counts as in progress, in ms. */
const MAKING_TIMEOUT_MS = 9000;

export const mediaRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/uploads',
    summary: 'Ask where a picture may be sent to, for ten minutes',
    tag,
    access: 'user',
    effect: 'answer-kept',
    body: z.strictObject({
      purpose: PurposeName,
      contentType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
      bytes: z.int().min(1).max(2_147_483_647).meta({ description: 'Of the file; exactly so many are taken.' }),
    }),
    success: { status: 201, schema: Upload },
    errors: ['forbidden', 'picture-too-large', 'upload-limit'],
    handle: async ({ body, call, key }, { media }) =>
      upload(await media.CreateUpload({ ...body, purpose: purpose(body.purpose), request: key }, call)),
  }),
  route({
    method: 'post',
    path: '/v1/uploads/:upload/complete',
    summary: 'Have the file that was sent looked at and made into a picture',
    tag,
    access: 'user',
    effect: 'owner-decides',
    params: z.strictObject({ upload: Id }),
    success: { status: 200, schema: Picture },
    errors: ['upload-not-found', 'upload-incomplete', 'picture-invalid', 'picture-too-large', 'deadline-exceeded'],
    handle: async ({ params, call }, { media }) =>
      picture(await media.CompleteUpload({ uploadId: params.upload }, { ...call, timeoutMs: MAKING_TIMEOUT_MS })),
  }),
  route({
    method: 'get',
    path: '/v1/pictures/:picture/:size',
    summary: 'A picture in one of its sizes; it never changes',
    tag,
    access: 'none',
    bodyAs: 'stream',
    params: z.strictObject({ picture: Id, size: Id.meta({ example: '800' }) }),
    success: { status: 200, schema: z.string().meta({ format: 'binary' }), type: 'image/webp' },
    errors: ['picture-not-found'],
    handle: async ({ params, call, exchange }, { media, tokenKey }) => {
      await sendPicture(exchange, media, { pictureId: params.picture, size: params.size }, call, tokenKey);
      return undefined;
    },
  }),
];
