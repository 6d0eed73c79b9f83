/**
 * The bytes of a backup: a line that names the format, then frames of kind, length and content. The last frame is the
 * digest of everything before it, so that a file that was cut short or changed anywhere is known for what it is.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Sink, Source } from './store.ts';

export const MAGIC = Buffer.from('social-commerce backup 1\n');

/** `header` comes first; `block`s and the `end` of each part follow; `digest` is last. */
export type FrameKind = 'header' | 'block' | 'end' | 'digest';

export interface Frame {
  kind: FrameKind;
  content: Buffer;
}

const KINDS: readonly FrameKind[] = ['header', 'block', 'end', 'digest'];

/** Kind and length. */
const HEAD_BYTES = 5;

/** More than any block: a length beyond it is damage, not a reason to take so much memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What is wrong with the bytes; the reader tells it with the file's name. */
export class Damage extends Error {}

export interface FrameWriter {
  write: (kind: Exclude<FrameKind, 'digest'>, content: Uint8Array) => Promise<void>;
  /** Adds the digest. */
  finish: () => Promise<void>;
}

export async function createFrames(sink: Sink): Promise<FrameWriter> {
  const hash = createHash('sha256').update(MAGIC);
  await sink.write([MAGIC]);
  const put = async (kind: FrameKind, content: Uint8Array) => {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(KINDS.indexOf(kind));
    head.writeUInt32BE(content.byteLength, 1);
    hash.update(head).update(content);
    await sink.write([head, content]);
  };
  return { write: put, finish: () => put('digest', hash.copy().digest()) };
}

/** Reads frames up to the digest. Errors: Damage; those of the source. */
export async function* readFrames(source: Source): AsyncGenerator<Frame> {
  const reader = openReader(source);
  try {
    const hash = createHash('sha256');
    const magic = await reader.take(MAGIC.length);
    if (!magic.equals(MAGIC)) throw new Damage('it is no backup of this format');

    hash.update(magic);
    for (;;) {
      const frame = await readFrame(reader, hash);
      if (frame.kind === 'digest') break;
      yield frame;
    }
    if (await reader.hasMore()) throw new Damage('something follows its end');
  } finally {
    await reader.close();
  }
}

async function readFrame(reader: Reader, hash: Hash): Promise<Frame> {
  const head = await reader.take(HEAD_BYTES);
  const kind = KINDS[head.readUInt8()];
  const length = head.readUInt32BE(1);
  if (!kind || length > MOST_BYTES) throw new Damage('a part of it cannot be read');

  const content = await reader.take(length);
  if (kind === 'digest' && !content.equals(hash.digest())) throw new Damage('its checksum is wrong');
  if (kind !== 'digest') hash.update(head).update(content);
  return { kind, content };
}

type Reader = ReturnType<typeof openReader>;

/** Bytes by the number, of chunks that come in sizes of their own. */
function openReader(source: Source) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = Buffer.alloc(0);
  /** Whether there is anything in `rest`, which is filled when it was empty. */
  const hasMore = async (): Promise<boolean> => {
    while (rest.byteLength === 0) {
      const { done, value } = await chunks.next();
      if (done) return false;
      rest = value;
    }
    return true;
  };
  const take = async (length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length);
    for (let have = 0; have < length; ) {
      if (!(await hasMore())) throw new Damage('it ends too early');
      const part = rest.subarray(0, length - have);
      bytes.set(part, have);
      have += part.byteLength;
      rest = rest.subarray(part.byteLength);
    }
    return bytes;
  };
  return { hasMore, take, close: async () => void (await chunks.return?.()) };
}
