/** The service as a process of its own, and how its callers use it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PicturePart__Output } from '@social/contracts/generated/social/media/v1/PicturePart';
import { callMetadata, createRpcClient } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import { services } from '@social/rpc/proto';
import type { Caller } from '@social/runtime/caller';
import type { KeyRing } from '@social/runtime/key-ring';
import { eventually } from '@social/testkit/eventually';
import { freePort, SERVERS } from '@social/testkit/servers';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
export const TOKEN_KEY: KeyRing = [createSecretKey(Buffer.alloc(32, 9))];

export const STAFF: Caller = { userId: 'usr_staff', roles: ['merchant-staff'], merchantId: 'mer_1' };
export const SHOPPER: Caller = { userId: 'usr_ann', roles: ['shopper'] };

export type Media = Awaited<ReturnType<typeof startMedia>>;

/** Starts the service with a store as `env` says. */
export async function startMedia(namespace: string, env: Record<string, string>) {
  const [grpcPort, httpPort] = [await freePort(), await freePort()];
  const health = `http://127.0.0.1:${httpPort}`;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      NAMESPACE: namespace,
      MONGO_URL: SERVERS.mongoUrl,
      HOST: '127.0.0.1',
      HTTP_PORT: String(httpPort),
      GRPC_PORT: String(grpcPort),
      INTERNAL_TOKEN_KEY: TOKEN_KEY[0].export().toString('base64'),
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ready = eventually(async () => {
    if (!(await fetch(`${health}/readyz`)).ok) throw new Error('not ready');
  }, 30_000);
  // Where the process ends first, nobody is left to hear that it never became ready.
  ready.catch(() => {});
  const [code] = await Promise.race([ready.then(() => []), once(child, 'exit')]);
  if (typeof code === 'number') throw new Error(`media ended with ${code} before it was ready`);

  const rpc = createRpcClient(services.media(), `127.0.0.1:${grpcPort}`, { tokenKey: TOKEN_KEY });
  const stop = async () => {
    rpc.close();
    child.kill('SIGTERM');
    return ended(child);
  };
  return { rpc, health, stop, crashed: () => ended(child), ...uses(rpc) };
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode;
}

type Rpc = ReturnType<typeof createRpcClient<ReturnType<typeof services.media>>>;
export type Read = { contentType: string; etag: string; announced: number; bytes: Buffer };

/** What callers do with it. */
function uses(rpc: Rpc) {
  const create = (bytes: number, contentType: string, caller = STAFF, request: string = randomUUID()) =>
    rpc.CreateUpload(
      { purpose: 'PURPOSE_PRODUCT_PICTURE', contentType, bytes, request: { id: request, bodyHash: 'h' } },
      { caller },
    );
  /** Asks for a link and sends the file by it. */
  const send = async (file: Buffer, contentType: string) => {
    const upload = await create(file.length, contentType);
    const { status } = await put(upload, file);
    if (status !== 200) throw new Error(`the file was not taken: ${status}`);
    return upload.uploadId;
  };
  const complete = (uploadId: string, caller = STAFF) =>
    rpc.CompleteUpload({ uploadId }, { caller, timeoutMs: 25_000 });
  const bring = async (file: Buffer, contentType: string) => complete(await send(file, contentType));
  return { create, send, complete, bring, read: reader(rpc) };
}

/** Sends a file as a browser would. */
export const put = ({ url, headers }: { url: string; headers: Record<string, string> }, file: Buffer) =>
  // Node sets the length of a buffer by itself.
  fetch(url, { method: 'PUT', headers: { 'content-type': headers['content-type'] ?? '' }, body: new Uint8Array(file) });

function reader(rpc: Rpc) {
  const { path, requestSerialize, responseDeserialize } = services.media().ReadPicture;
  return (pictureId: string, size: string, knownEtags: string[] = []): Promise<Read> =>
    new Promise((resolve, reject) => {
      const call = rpc.raw.makeServerStreamRequest(
        path,
        requestSerialize,
        responseDeserialize,
        { pictureId, size, knownEtags },
        callMetadata({}, TOKEN_KEY),
        { deadline: Date.now() + 10_000 },
      );
      const read: Read = { contentType: '', etag: '', announced: 0, bytes: Buffer.alloc(0) };
      call.on('data', ({ head, chunk }: PicturePart__Output) => {
        if (head) Object.assign(read, { contentType: head.contentType, etag: head.etag, announced: head.bytes });
        else if (chunk) read.bytes = Buffer.concat([read.bytes, chunk]);
      });
      call.on('error', (error) => reject('code' in error ? fromServiceError(error as never) : error));
      call.on('end', () => resolve(read));
    });
}
