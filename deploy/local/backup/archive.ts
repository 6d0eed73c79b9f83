/** A backup file as its parts: BSON documents in compressed blocks, each part closed by its count and checksum. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { BSON } from 'mongodb';
import { Refusal } from '../steps.ts';
import { createFrames, Damage, type Frame, readFrames } from './frames.ts';
import { type Header, type Part, partName, readHeader, readPartEnd, writeHeader } from './header.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** What is gathered before it is compressed; with the largest document that MongoDB takes, the most that is in memory. */
const BLOCK_BYTES = 1024 * 1024;
const MOST_BLOCK_BYTES = 64 * 1024 * 1024;

export interface Archive {
  /** Adds one BSON document to the part under way. */
  add: (document: Uint8Array) => Promise<void>;
  /** Closes the part under way; the next document is of the header's next part. Answers how many there were. */
  endPart: () => Promise<number>;
  /** The file is whole: it gets its name. */
  keep: () => Promise<void>;
  discard: () => Promise<void>;
}

/** Begins a backup under another name than it will have. Errors: Refusal, when there is a file of that name. */
export async function createArchive(path: string, header: Header): Promise<Archive> {
  if (await exists(path)) throw new Refusal(`${path} is there already. Say another name, or move it away.`);

  const unfinished = `${path}.${process.pid}.part`;
  const frames = await createFrames(unfinished);
  await frames.write('header', writeHeader(header));
  let block: Uint8Array[] = [];
  let bytes = 0;
  let documents = 0;
  let hash = createHash('sha256');
  const flush = async () => {
    if (bytes === 0) return;
    const content = Buffer.concat(block);
    block = [];
    bytes = 0;
    hash.update(content);
    await frames.write('block', await compress(content));
  };
  return {
    add: async (document) => {
      block.push(document);
      bytes += document.byteLength;
      documents += 1;
      if (bytes >= BLOCK_BYTES) await flush();
    },
    endPart: async () => {
      await flush();
      const count = documents;
      await frames.write('end', BSON.serialize({ documents, sha256: hash.digest() }));
      documents = 0;
      hash = createHash('sha256');
      return count;
    },
    keep: async () => {
      await frames.finish();
      await frames.close();
      await rename(unfinished, path);
      await syncDirectory(dirname(path));
    },
    discard: async () => {
      await frames.close();
      await rm(unfinished, { force: true });
    },
  };
}

/** What is done with a part's documents as they are read. */
export interface Visitor {
  begin?: (part: Part) => Promise<void>;
  documents?: (part: Part, documents: Buffer[]) => Promise<void>;
  end?: (part: Part, documents: number) => Promise<void>;
}

/**
 * Reads a backup from beginning to end, checking all of it. Nothing is known of the whole file before the end: whoever
 * acts on what it says has read it once before. Errors: Refusal, which says what is wrong with the file.
 */
export async function visitArchive(path: string, visitor: Visitor = {}): Promise<Header> {
  const frames = readFrames(path);
  try {
    return await visitFrames(frames, visitor);
  } catch (error) {
    if (error instanceof Damage) throw new Refusal(`${basename(path)} is not restored: ${error.message}.`);
    if (isMissing(error, path)) throw new Refusal(`There is no ${path}.`);
    throw error;
  } finally {
    await frames.return(undefined);
  }
}

const isMissing = (error: unknown, path: string): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error && error.path === path;

async function visitFrames(frames: AsyncGenerator<Frame>, visitor: Visitor): Promise<Header> {
  const first = await frames.next();
  if (first.done || first.value.kind !== 'header') throw new Damage('it does not begin with its header');
  const header = readHeader(first.value.content);
  for (const part of header.parts) {
    await visitor.begin?.(part);
    const documents = await visitPart(part, frames, visitor);
    await visitor.end?.(part, documents);
  }
  const rest = await frames.next();
  if (!rest.done) throw new Damage('it has more parts than its header says');
  return header;
}

async function visitPart(part: Part, frames: AsyncGenerator<Frame>, visitor: Visitor): Promise<number> {
  const hash = createHash('sha256');
  for (let count = 0; ; ) {
    const { value: frame } = await frames.next();
    if (frame?.kind === 'end') return checkedCount(part, frame.content, count, hash.digest());
    if (frame?.kind !== 'block') throw new Damage(`${partName(part)} has no end`);

    const block = await unpack(part, frame.content);
    hash.update(block);
    const documents = documentsOf(part, block);
    count += documents.length;
    await visitor.documents?.(part, documents);
  }
}

function checkedCount(part: Part, end: Buffer, count: number, sha256: Buffer): number {
  const said = readPartEnd(end, partName(part));
  if (!sha256.equals(said.sha256)) throw new Damage(`the checksum of ${partName(part)} is wrong`);
  const wanted = part.kind === 'collection' ? part.documents : said.documents;
  if (count !== said.documents || count !== wanted) {
    throw new Damage(`${partName(part)} has ${count} documents instead of ${wanted}`);
  }
  return count;
}

async function unpack(part: Part, content: Buffer): Promise<Buffer> {
  try {
    return await decompress(content, { maxOutputLength: MOST_BLOCK_BYTES });
  } catch {
    throw new Damage(`${partName(part)} cannot be unpacked`);
  }
}

function documentsOf(part: Part, block: Buffer): Buffer[] {
  const documents: Buffer[] = [];
  for (let at = 0; at < block.length; ) {
    const size = at + 4 <= block.length ? block.readInt32LE(at) : 0;
    if (size < 5 || at + size > block.length) throw new Damage(`a document of ${partName(part)} cannot be read`);
    documents.push(block.subarray(at, at + size));
    at += size;
  }
  return documents;
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch {
    return false;
  }
}

/** A rename is on the disk once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}
