/** A backup as its parts: BSON documents in compressed blocks, each part closed by its count and checksum. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { BSON } from 'mongodb';
import { Refusal } from '../local/steps.ts';
import { createFrames, Damage, type Frame, readFrames } from './frames.ts';
import { type Header, type Part, partName, readHeader, readPartEnd, writeHeader } from './header.ts';
import type { BackupAt, Sink } from './store.ts';

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
  /** It is whole: it gets its name. */
  keep: () => Promise<void>;
  discard: () => Promise<void>;
}

/** Begins a backup. Errors: Refusal, when there is one of that name, or its store takes none. */
export async function createArchive({ store, name }: BackupAt, header: Header): Promise<Archive> {
  const sink = await store.begin(name);
  try {
    return await fillArchive(sink, header);
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function fillArchive(sink: Sink, header: Header): Promise<Archive> {
  const frames = await createFrames(sink);
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
      await sink.keep();
    },
    discard: sink.discard,
  };
}

/** What is done with a part's documents as they are read. */
export interface Visitor {
  header?: (header: Header) => void;
  begin?: (part: Part) => Promise<void>;
  documents?: (part: Part, documents: Buffer[]) => Promise<void>;
  end?: (part: Part, documents: number) => Promise<void>;
}

/**
 * Reads a backup from beginning to end, checking all of it. Nothing is known of the whole file before the end: whoever
 * acts on what it says has read it once before. Errors: Refusal, which says what is wrong with the file.
 */
export async function visitArchive({ store, name }: BackupAt, visitor: Visitor = {}): Promise<Header> {
  const frames = readFrames(store.read(name));
  try {
    return await visitFrames(frames, visitor);
  } catch (error) {
    if (error instanceof Damage) throw new Refusal(`${name} is damaged: ${error.message}.`);
    throw error;
  } finally {
    await frames.return(undefined);
  }
}

async function visitFrames(frames: AsyncGenerator<Frame>, visitor: Visitor): Promise<Header> {
  const first = await frames.next();
  if (first.done || first.value.kind !== 'header') throw new Damage('it does not begin with its header');
  const header = readHeader(first.value.content);
  visitor.header?.(header);
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
