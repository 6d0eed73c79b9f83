/**
 * The bytes of a backup: a line that names the format, then frames of kind, length and content. The last frame is the
 * digest of everything before it, so that a file that was cut short or changed anywhere is known for what it is.
 */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

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
  /** Adds the digest, and resolves when the disk has it all. */
  finish: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a new file, readable by its owner alone. Errors: that of the file system, when the file is there already. */
export async function createFrames(path: string): Promise<FrameWriter> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256').update(MAGIC);
  await file.writeFile(MAGIC);
  const put = async (kind: FrameKind, content: Uint8Array) => {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(KINDS.indexOf(kind));
    head.writeUInt32BE(content.byteLength, 1);
    hash.update(head).update(content);
    await file.writev([head, content]);
  };
  return {
    write: put,
    finish: async () => {
      await put('digest', hash.copy().digest());
      await file.sync();
    },
    close: () => file.close(),
  };
}

/** Reads a file's frames up to its digest. Errors: Damage; those of the file system. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const magic = await take(file, MAGIC.length);
    if (!magic.equals(MAGIC)) throw new Damage('it is no backup of this format');

    hash.update(magic);
    for (;;) {
      const frame = await readFrame(file, hash);
      if (frame.kind === 'digest') break;
      yield frame;
    }
    const { bytesRead } = await file.read(Buffer.alloc(1), 0, 1);
    if (bytesRead > 0) throw new Damage('something follows its end');
  } finally {
    await file.close();
  }
}

async function readFrame(file: FileHandle, hash: Hash): Promise<Frame> {
  const head = await take(file, HEAD_BYTES);
  const kind = KINDS[head.readUInt8()];
  const length = head.readUInt32BE(1);
  if (!kind || length > MOST_BYTES) throw new Damage('a part of it cannot be read');

  const content = await take(file, length);
  if (kind === 'digest' && !content.equals(hash.digest())) throw new Damage('its checksum is wrong');
  if (kind !== 'digest') hash.update(head).update(content);
  return { kind, content };
}

async function take(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let have = 0; have < length; ) {
    const { bytesRead } = await file.read(bytes, have, length - have);
    if (bytesRead === 0) throw new Damage('it ends too early');
    have += bytesRead;
  }
  return bytes;
}
